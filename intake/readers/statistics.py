"""Monthly indicators (国民经济主要指标): a table's cells as observations."""

import re

from intake.lines import Line
from intake.readers.indicator_cells import (
    PART,
    TOP,
    Figure,
    Row,
    depth_of,
    figure,
    hangs_under_sum,
    is_nothing,
    is_unit,
    row_of,
)
from intake.readers.indicator_heads import (
    Column,
    columns_of,
    is_annual,
    joined_heads,
    measure_of,
    period_of,
)
from intake.readers.indicator_rows import rows_of
from intake.readers.segments import Segment
from intake.reading import IndicatorTable, Observation
from intake.text import squeeze

__all__ = ["measure_of", "period_of", "read_rows", "read_table", "unread_columns"]

_MOST_HEAD_ROWS = 3
# Measure, figure's printed digits, and the year of an annual value.
_Value = tuple[str, str, int | None]


def read_table(
    lines: list[Line], segment: Segment, year: int | None = None
) -> tuple[IndicatorTable, list[Observation], list[Line]]:
    """The table of a segment as printed, its figures, and the lines whose figures cannot be read.

    `year` is the issue's, for a table that prints none.
    """
    printed = [line for line in lines[segment.first : segment.end] if not line.blank]
    body = [line for line in printed if line.number > lines[segment.body - 1].number or line.cells]
    rows = rows_of(body)
    held = {line.number for _, line in rows}
    notes = [line.text for line in printed if line.number not in held]
    table = IndicatorTable(
        title=segment.title,
        period=_period(segment.title, notes, rows, year),
        rows=[cells for cells, _ in rows],
        row_lines=[line.number for _, line in rows],
        lines=[[printed[0].number, printed[-1].number]],
        unit=_common_unit(notes),
    )
    if table.period is None:
        return table, [], [line for _, line in rows]
    observations, unread = read_rows(table.rows, table.period, table.row_lines, table.unit, table.title)
    return table, observations, [rows[n][1] for n in unread]


def _period(title: str, notes: list[str], rows: list[tuple[list[str], Line]], year: int | None) -> str | None:
    """The month of a table: from its title, what stands over it, its heads, and last with the issue's year."""
    heads = [cell for cells, _ in rows[:2] for cell in cells]
    said = [title, *notes[:4]]
    exact = next((month for text in said if not is_annual(text) and (month := period_of(text))), None)
    exact = exact or next((month for text in heads if "月" in text and (month := period_of(text))), None)
    return (
        exact or next((month for text in said if (month := period_of(text))), None) or period_of(title, year)
    )


def read_rows(
    rows: list[list[str]],
    period: str,
    row_lines: list[int] | None = None,
    unit: str | None = None,
    title: str = "",
) -> tuple[list[Observation], list[int]]:
    """The figures of a table's rows, the head first, and the indices of the rows that cannot be read.

    `period` is the month, 2018-02; `unit` is printed over the table for all rows that have none; `title`
    says what a column is of that is headed 绝对额 only.
    """
    if not rows:
        return [], []
    depth = _head_rows(rows)
    reader = _Reader(period, unit, columns_of(joined_heads(rows[:depth]), title, period), rows[depth:])
    unread = []
    for index, row in enumerate(rows[depth:], depth):
        if row == rows[0]:
            continue  # the head again, on the next page
        line = row_lines[index] if row_lines else index
        if not reader.row(row, line):
            unread.append(index)
    return reader.observations, unread


def unread_columns(table: IndicatorTable) -> list[str]:
    """The heads of columns with figures that say nothing of what is kept: 比重, 计划."""
    if not table.rows or table.period is None:
        return []
    depth = _head_rows(table.rows)
    columns = columns_of(joined_heads(table.rows[:depth]), table.title, table.period)
    return [
        squeeze(column.head)
        for n, column in enumerate(columns)
        if column.role == "figures"
        and column.measure is None
        and any(n < len(row) and figure(row[n]) for row in table.rows[depth:])
    ]


def _head_rows(rows: list[list[str]]) -> int:
    """How many rows the head has: those below the first that print heads and no figure."""
    depth = 1
    for row in rows[1:_MOST_HEAD_ROWS]:
        cells = [cell for cell in row[1:] if cell.strip()]
        heads = [cell for cell in cells if measure_of(cell) or re.search(r"绝对|总量|同比|增|比|单位", cell)]
        if not cells or len(heads) < len(cells) or any(figure(cell) for cell in cells):
            break
        depth += 1
    return depth


def _common_unit(notes: list[str]) -> str | None:
    """单位：亿元, printed over the table."""
    match = next((m for note in notes if (m := re.search(r"单位\s*[:：]\s*(\S+)", note))), None)
    return re.split(r"[、，,；;]", match[1].rstrip("）)"))[0] if match else None


def _unit_of_heads(columns: list[Column]) -> str | None:
    """The unit in the heads of the amounts, 8月末余额（亿元）, where all that name one name the same."""
    amounts = [c.head for c in columns if c.measure in {"month", "cumulative", "balance", "year"}]
    units = {match[1] for head in amounts if (match := re.search(r"[（(]([^（）()\d=＝]*)[）)]\s*$", head))}
    unit = units.pop() if len(units) == 1 else None
    return unit if unit and is_unit(unit) else None


class _Reader:
    """Rows to observations; a row's place among the rows above gives its parent and its unit."""

    def __init__(self, period: str, unit: str | None, columns: list[Column], rows: list[list[str]]) -> None:
        self.period = period
        self.unit = unit or _unit_of_heads(columns)
        self.columns = columns
        self.name = next((n for n, column in enumerate(columns) if column.role == "name"), 0)
        self.units = next((n for n, column in enumerate(columns) if column.role == "unit"), None)
        labels = {row_of(row[self.name], None).label for row in rows if self.name < len(row)}
        self.ordinals, self.items = "ordinal" in labels, "item" in labels
        self.observations: list[Observation] = []
        self.above: list[Row] = []
        self.annual: dict[str, int] = {}

    def row(self, cells: list[str], line: int) -> bool:
        """Take one row; False, and nothing of it, where a figure in it cannot be read."""
        row, parent = self._hung(cells)
        if len(cells) < len(self.columns) and any(figure(cell) for cell in cells[self.name + 1 :]):
            return False  # nobody can say which of its cells is missing
        values: list[_Value] = []
        for cell, column in zip(cells, self.columns, strict=False):
            if column.role != "figures" or column.measure is None or is_nothing(cell):
                continue
            read = figure(cell)
            if read is None or not row.indicator:
                return False
            values.append(self._value(row, parent, column, read))
        _date_rates(values)
        name = parent.indicator if parent else None
        for measure, value, year in values:
            self.observations.append(
                Observation(
                    self.period, row.indicator, name, row.unit, measure, value, [[line, line]], year=year
                )
            )
        return bool(values) or all(
            is_nothing(cell) for cell in cells[self.name + 1 :] if not self._is_unit(cell, cells)
        )

    def _is_unit(self, cell: str, cells: list[str]) -> bool:
        return self.units is not None and self.units < len(cells) and cells[self.units] is cell

    def _hung(self, cells: list[str]) -> tuple[Row, Row | None]:
        """A row in its place: what it hangs under, and the unit that it has from there."""
        column = cells[self.units].strip() if self.units is not None and self.units < len(cells) else ""
        given = None if is_nothing(column) else column
        row = row_of(cells[self.name] if self.name < len(cells) else "", given)
        last = self.above[-1] if self.above else None
        row.depth = depth_of(
            row,
            own_unit=bool(row.unit) and not given,
            ordinals=self.ordinals,
            items=self.items,
            above=last,
        )
        if last and row.label == "" and hangs_under_sum(row, last):
            row.depth = max(row.depth, PART if last.depth == PART else last.depth + (last.depth == TOP))
        self.above = [each for each in self.above if each.depth < row.depth]
        parent = self.above[-1] if self.above else None
        row.unit = row.unit or (parent.unit if parent else None) or self.unit
        self.above.append(row)
        return row, parent

    def _value(self, row: Row, parent: Row | None, column: Column, read: Figure) -> _Value:
        measure = column.measure or ""
        if measure == "yoy_percent":
            return measure, read.value, None
        year = read.year or column.year
        if year is None and parent and measure == "cumulative":
            # The figure above said that it is a year's.
            year = self.annual.get(parent.indicator)
        if year:
            self.annual[row.indicator] = year
            return "year", read.value, year
        if "余额" in row.indicator or (parent and "余额" in parent.indicator):
            return "balance", read.value, None
        return ("index" if measure == "month" and "指数" in row.indicator else measure), read.value, None


def _date_rates(values: list[_Value]) -> None:
    """The rate of a row that has nothing but an annual value is that value's."""
    years = {year for measure, _, year in values if measure != "yoy_percent"}
    if len(years) == 1:
        year = years.pop()
        values[:] = [(measure, value, year) for measure, value, _ in values]
