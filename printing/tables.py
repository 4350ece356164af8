"""Tables of documents as they are set: where they stand, in which size, and in how many pieces.

Widths are counted in characters of the table's own size. The capacities are those of 16开, whose lines hold a
little less than those of A4, so that one text serves both papers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from documents import spans
from printing.widths import ems

# A table that a column of 18 characters cannot hold.
COLUMN_CELLS = 3
COLUMN_CHARACTERS = 24
# A table that an upright page cannot hold.
PAGE_CELLS = 10

# Room on a line for each step of size (printing/style/a4.css and k16.css, `.size-1` …).
COLUMN_ROOM = {1: 21.0}
PAGE_ROOM = {1: 44.0, 2: 49.0, 3: 57.0}
LANDSCAPE_ROOM = {1: 68.0, 2: 76.0, 3: 87.0, 4: 102.0}
ROOM = {"columns": COLUMN_ROOM, "wide": PAGE_ROOM, "landscape": LANDSCAPE_ROOM}
# Pieces of a table that no page holds are set in this one: still easy to read.
PIECE_SIZE = 3

# What a cell has beside its text: padding and rule.
EDGE = 0.9
# A cell of a word or two is not broken.
SHORT = 4
# Longer text stands in lines of at least this many characters, in some eight lines.
NARROWEST, ENOUGH, LINES = 4.0, 12.0, 8
# What cannot be broken, but for a string as long as this, which is broken anywhere.
SOLID = re.compile(r"[!-~]+")
ENDLESS = 24
# A row with more than this many characters in a cell may be torn over two pages.
TORN = 400
# From here on, columns get their widths here: to find them by all the cells would take minutes.
MANY_CELLS = 1000

FIGURE = re.compile(r"[-−－+＋]?[\d,，.．]+\s*[%％‰]?|[-—–－…/]+")
ORDINAL = re.compile(r"[\d.]+")


@dataclass(frozen=True)
class Cell:
    """A cell with its element's name, its scope where it heads something, and the manner of its setting."""

    text: str
    tag: str = "td"
    scope: str = ""
    manner: str = ""
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True)
class Row:
    cells: list[Cell]

    @property
    def is_torn(self) -> bool:
        return any(len(cell.text) > TORN for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """A table, or a piece of one that is too wide for any page: some of its columns, with the first repeated.

    `size` is the step of type size. `shares` are the columns' parts of the width in percent; empty where the
    columns find their widths by themselves.
    """

    area: str
    size: int
    head: list[Row]
    body: list[Row]
    shares: list[float]


def sheets(rows: spans.Rows, merged: spans.Spans = ()) -> list[Sheet]:
    """A table ready to be set, in one piece if a page holds it."""
    even = spans.filled_rows(rows)
    if not even or not even[0]:
        return []
    needs = [_need(column) for column in zip(*even, strict=True)]
    area, size = _place(even, needs)
    if size:
        return [_sheet(even, merged, needs, area, size)]
    return [_piece(even, merged, needs, columns) for columns in _groups(needs)]


def _place(rows: Sequence[Sequence[str]], needs: Sequence[float]) -> tuple[str, int]:
    """The area and the step of size; step 0 for a table that has to be divided."""
    width = len(needs)
    longest = max(sum(len(cell) for cell in row) for row in rows)
    if width <= COLUMN_CELLS and longest <= COLUMN_CHARACTERS and sum(needs) <= COLUMN_ROOM[1]:
        return "columns", 1
    if width <= PAGE_CELLS and (size := _step(PAGE_ROOM, needs)):
        return "wide", size
    return "landscape", _step(LANDSCAPE_ROOM, needs)


def _step(room: dict[int, float], needs: Sequence[float]) -> int:
    return next((size for size, held in room.items() if sum(needs) <= held), 0)


def _need(column: Sequence[str]) -> float:
    """The narrowest in which a column reads well, in characters."""
    longest = max((ems(line) for cell in column for line in cell.split("\n")), default=0.0)
    solid = max(
        (ems(word) for cell in column for word in SOLID.findall(cell) if len(word) < ENDLESS), default=0.0
    )
    wanted = longest if longest <= SHORT else min(max(NARROWEST, longest / LINES), ENOUGH)
    return max(wanted, solid, 1.0) + EDGE


def _groups(needs: Sequence[float]) -> Iterator[list[int]]:
    """The columns of each piece; the first one, which names the rows, begins them all."""
    room = LANDSCAPE_ROOM[PIECE_SIZE] - needs[0]
    group: list[int] = []
    for column, need in enumerate(needs[1:], 1):
        if group and sum(needs[each] for each in group) + need > room:
            yield [0, *group]
            group = []
        group.append(column)
    yield [0, *group]


def _piece(
    rows: Sequence[Sequence[str]], merged: spans.Spans, needs: Sequence[float], columns: Sequence[int]
) -> Sheet:
    some = [[row[column] for column in columns] for row in rows]
    return _sheet(
        some, list(_clipped(merged, columns)), [needs[column] for column in columns], "landscape", PIECE_SIZE
    )


def _clipped(merged: spans.Spans, columns: Sequence[int]) -> Iterator[list[int]]:
    """The merged cells as far as they lie in some columns.

    One that began in an earlier piece is taken up again; its text is not, for it stands in the earlier one.
    """
    for row, column, down, across in merged:
        within = [place for place, each in enumerate(columns) if column <= each < column + across]
        if within and down * len(within) > 1:
            yield [row, within[0], down, len(within)]


def _sheet(
    rows: Sequence[Sequence[str]], merged: spans.Spans, needs: Sequence[float], area: str, size: int
) -> Sheet:
    table = spans.table(rows, merged)
    columns = zip(*rows[len(table.head) :], strict=True)
    figures = {place for place, column in enumerate(columns) if _is_figures(column)}
    named = _names_rows(rows, len(table.head))
    head = [Row([_head(cell) for cell in row]) for row in table.head]
    body = [Row([_cell(cell, figures, named=named) for cell in row]) for row in table.body]
    heavy = len(rows) * len(needs) > MANY_CELLS or any(row.is_torn for row in body)
    return Sheet(area, size, head, body, _shares(rows, needs, ROOM[area][size]) if heavy else [])


def _shares(rows: Sequence[Sequence[str]], needs: Sequence[float], room: float) -> list[float]:
    """The columns' parts of the width in percent: what each needs; of the rest, more for more text."""
    longest = [sqrt(max(map(len, column))) or 1.0 for column in zip(*rows, strict=True)]
    rest = max(room - sum(needs), 0.0)
    widths = [need + rest * length / sum(longest) for need, length in zip(needs, longest, strict=True)]
    return [round(100 * width / sum(widths), 2) for width in widths]


def _head(cell: spans.Cell) -> Cell:
    scope = "colgroup" if cell.colspan > 1 else "col"
    return Cell(cell.text, "th", scope, _length(cell.text), cell.rowspan, cell.colspan)


def _cell(cell: spans.Cell, figures: set[int], *, named: bool) -> Cell:
    is_name = named and cell.column == 0
    scope = ("rowgroup" if cell.rowspan > 1 else "row") if is_name else ""
    manner = "figure" if cell.column in figures and cell.colspan == 1 else _length(cell.text)
    return Cell(cell.text, "th" if is_name else "td", scope, manner, cell.rowspan, cell.colspan)


def _length(text: str) -> str:
    if any(len(word) >= ENDLESS for word in SOLID.findall(text)):
        return "endless"
    return "short" if len(text) <= SHORT else ""


def _is_figures(column: Iterable[str]) -> bool:
    """Whether a column holds amounts: figures only, and not merely the numbers of the rows."""
    said = [cell.strip() for cell in column if cell.strip()]
    counted = all(cell == str(number) for number, cell in enumerate(said, 1))
    return bool(said) and not counted and all(FIGURE.fullmatch(cell) for cell in said)


def _names_rows(rows: Sequence[Sequence[str]], head: int) -> bool:
    """Whether the first column says what its rows are; numbers do not."""
    first = [row[0].strip() for row in rows[head:]]
    return len(rows[0]) > 1 and any(first) and not any(ORDINAL.fullmatch(cell) for cell in first)
