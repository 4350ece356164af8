"""Monthly indicators (国民经济主要指标): a table's cells as observations."""

import dataclasses
import re

from intake.lines import Line, is_rule
from intake.readers.segments import Segment
from intake.reading import IndicatorTable, Observation
from intake.text import squeeze

_PERIOD = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月|((?:19|20)\d\d)年(?:\d{1,2})[-—–~至](\d{1,2})月")
_VALUE = re.compile(
    r"^(?:[（(]?(?P<year>(?:19|20)\d\d)年[）)]?\s*)?(?P<value>[-－−+]?\d[\d,，]{0,15}(?:\.\d{1,6})?)\s*%?$"
)
_UNIT = re.compile(
    r"元|吨|人|户|家|个|件|台|辆|只|头|亩|公顷|立方|平方|公里|千瓦|度|‰|%|次|套|升|箱|斤|辆次|人次"
)
_ORDINAL = re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]\s*|^[一二三四五六七八九十]{1,3}、\s*")
_ITEM = re.compile(r"^\d{1,2}\s*[、.．]\s*")
_OF_WHICH = re.compile(r"^(?:[#＃]|其中[:：]?)\s*")
_LAST_BRACKET = re.compile(r"[（(](?P<inner>[^（）()]*)[）)]$")


_NOTHING = {"", "-", "—", "…"}
# Measure, printed digits, and the year of an annual value.
_Figure = tuple[str, str, int | None]


@dataclasses.dataclass
class _Row:
    """What a row's first cell says: the indicator, its unit, and how it hangs under the rows above."""

    indicator: str
    unit: str | None
    depth: int


def period_of(title: str) -> str | None:
    """The month of a table: 2018年1-2月 is February's."""
    match = _PERIOD.search(squeeze(title))
    if match is None:
        return None
    year, month = (match[1], match[2]) if match[1] else (match[3], match[4])
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else None


def read_table(lines: list[Line], segment: Segment) -> tuple[IndicatorTable, list[Observation], list[Line]]:
    """The table of a segment as printed, its figures, and the lines whose figures cannot be read."""
    printed = [line for line in lines[segment.first : segment.end] if not line.blank]
    rows = [line for line in printed if line.cells and not is_rule(line)]
    period = period_of(segment.title)
    notes = [line.text for line in printed if not line.cells]
    table = IndicatorTable(
        title=segment.title,
        period=period,
        rows=[list(line.cells or ()) for line in rows],
        row_lines=[line.number for line in rows],
        lines=[[printed[0].number, printed[-1].number]],
        unit=_common_unit(notes),
    )
    if period is None:
        return table, [], rows
    observations, unread = read_rows(table.rows, period, table.row_lines, table.unit)
    return table, observations, [rows[n] for n in unread]


def read_rows(
    rows: list[list[str]], period: str, row_lines: list[int] | None = None, unit: str | None = None
) -> tuple[list[Observation], list[int]]:
    """The figures of a table's rows, the head first, and the indices of the rows that cannot be read.

    `period` is the month, 2018-02; `unit` is printed over the table for all rows that have none.
    """
    if not rows:
        return [], []
    heads = rows[0][1:]
    reader = _Reader(period, unit)
    unread = []
    for index, row in enumerate(rows[1:], 1):
        line = row_lines[index] if row_lines else index
        if not reader.row(row, heads, line):
            unread.append(index)
    return reader.observations, unread


def _common_unit(notes: list[str]) -> str | None:
    """单位：亿元, printed over the table."""
    match = next((m for note in notes if (m := re.search(r"单位[:：]\s*(\S+)", note))), None)
    return match[1].rstrip("）)") if match else None


def measure_of(head: str) -> str | None:
    """What a column holds, by its head."""
    plain = squeeze(head)
    if re.search(r"同比|比上?年同期|比去年同期", plain) and not re.search(r"额|值|量$", plain):
        return "yoy_percent"
    if re.search(r"比|增减|增长|±|环比", plain):
        return None
    if re.search(r"累计|\d{1,2}[-—–~至]\d{1,2}月", plain):
        return "cumulative"
    if re.fullmatch(r"(?:19|20)\d\d年", plain):
        return "year"
    return "month" if re.search(r"\d{1,2}月|本月|当月", plain) else None


class _Reader:
    """Rows to observations; a row's place among the rows above gives its parent and its unit."""

    def __init__(self, period: str, unit: str | None) -> None:
        self.period = period
        self.unit = unit
        self.observations: list[Observation] = []
        self.above: list[_Row] = []
        self.annual: dict[str, int] = {}

    def row(self, cells: list[str], heads: list[str], line: int) -> bool:
        """Take one row; False, and nothing of it, where a figure in it cannot be read."""
        row = _row(cells[0], self.unit)
        self.above = [r for r in self.above if r.depth < row.depth]
        parent = self.above[-1] if self.above else None
        row.unit = row.unit or (parent.unit if parent else self.unit)
        self.above.append(row)
        figures = []
        for cell, head in zip(cells[1:], heads, strict=False):
            if cell.strip() in _NOTHING:
                continue
            match, measure = _VALUE.match(cell.strip()), measure_of(head)
            if match is None or measure is None or not row.indicator:
                return False
            figures.append(self._figure(row, parent, measure, match, head))
        _date_rates(figures)
        for measure, value, year in figures:
            name = parent.indicator if parent else None
            self.observations.append(
                Observation(
                    self.period, row.indicator, name, row.unit, measure, value, [[line, line]], year=year
                )
            )
        return True

    def _figure(
        self, row: _Row, parent: _Row | None, measure: str, match: re.Match[str], head: str
    ) -> _Figure:
        value = re.sub(r"[,，]", "", match["value"]).replace("－", "-").replace("−", "-")
        if measure == "yoy_percent":
            return measure, value, None
        year = self._year(parent, measure, match, head)
        if year:
            self.annual[row.indicator] = year
            return "year", value, year
        if "余额" in row.indicator or (parent and "余额" in parent.indicator):
            return "balance", value, None
        return ("index" if measure == "month" and "指数" in row.indicator else measure), value, None

    def _year(self, parent: _Row | None, measure: str, match: re.Match[str], head: str) -> int | None:
        """The year of an annual figure: it says so, its column does, or the figure above it did."""
        if match["year"]:
            return int(match["year"])
        if measure == "year":
            return int(squeeze(head)[:4])
        return self.annual.get(parent.indicator) if parent and measure == "cumulative" else None


def _date_rates(figures: list[_Figure]) -> None:
    """The rate of a row that has nothing but an annual value is that value's."""
    years = {year for measure, _, year in figures if measure != "yoy_percent"}
    if len(years) == 1:
        year = years.pop()
        figures[:] = [(measure, value, year) for measure, value, _ in figures]


def _row(cell: str, unit: str | None) -> _Row:
    """(一) 工业增加值(规上,万元) as name, unit and depth: what has a unit of its own stands at the top."""
    text = cell.strip()
    top = bool(_ORDINAL.match(text))
    of_which = bool(_OF_WHICH.match(text))
    text = _OF_WHICH.sub("", _ITEM.sub("", _ORDINAL.sub("", text)))
    name, own = _split_unit(text)
    depth = 0 if top or (own and not of_which) else 2 if of_which else 1
    return _Row(squeeze(name), own or (unit if depth == 0 else None), depth)


def _split_unit(text: str) -> tuple[str, str | None]:
    match = _LAST_BRACKET.search(text)
    if match is None:
        return text, None
    *qualifiers, unit = re.split(r"[,，、]", match["inner"])
    if not _UNIT.search(unit):
        return text, None
    name = text[: match.start()]
    return (f"{name}（{'，'.join(qualifiers)}）" if qualifiers else name), unit.strip()
