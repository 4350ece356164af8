"""Tables that a text sets with blanks alone: columns under each other, without tabs or pipes."""

import re
import unicodedata
from collections.abc import Iterator

# Cells are parted by two blanks or more, or by one as wide as a character.
_CELL = re.compile(r"[^ \xa0\u3000]+(?:[ \xa0][^ \xa0\u3000]+)*")
_FIGURE = re.compile(r"^[（(]?[-－−+]?[\d０-９][\d０-９,，.．]*%?[）)]?$|^[-—–…]+$")
_NAME_AND_FIGURE = re.compile(r"^(?P<name>.*[^\d\s.,]) (?P<figure>[-－−]?\d[\d,.]*|[-—–]+)$")
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
# So many rows are looked at together; what a longer table has besides is found as another one.
_MOST_ROWS = 200
# So many columns of the screen a cell may stand beside its head.
_TOLERANCE = 6

# Where a cell begins and ends on the line, in half-width columns, and its text.
_Placed = tuple[int, int, str]


def aligned_tables(raw_lines: list[str], texts: list[str]) -> Iterator[tuple[int, list[list[str]]]]:
    """The tables among the lines: the index of the first line of each, and its rows of cells.

    At least three lines one after another, half of them with figures, their cells under those of the fullest
    row, which has at least three. A place where nothing stands is an empty cell. Lines whose `texts` are
    empty belong to no table.
    """
    lines = [_cells(raw) if text else [] for raw, text in zip(raw_lines, texts, strict=True)]
    first = 0
    while first < len(lines):
        rows = _run(lines, first)
        figures = _with_figures(rows)
        if len(rows) >= _FEWEST_ROWS and figures * 2 >= len(rows):
            yield first, rows
            first += len(rows)
        else:
            # Where no row has a figure, none of them begins a table.
            first += 1 if figures else max(1, len(rows))


def _run(lines: list[list[_Placed]], first: int) -> list[list[str]]:
    """The rows from `first` on that stand in the same columns."""
    placed: list[list[_Placed]] = []
    for cells in lines[first : first + _MOST_ROWS]:
        if len(cells) < _FEWEST_COLUMNS:
            break
        placed.append(cells)
    if len(placed) < _FEWEST_ROWS:
        return []
    widest = max(placed, key=len)
    rows = []
    for cells in placed:
        row = [text for _, _, text in cells] if len(cells) == len(widest) else _under(cells, widest)
        if row is None:
            break
        rows.append(row)
    return rows


def _under(cells: list[_Placed], heads: list[_Placed]) -> list[str] | None:
    """The cells under the heads that they stand under; None where one stands under none, or two under one."""
    row = [""] * len(heads)
    for begin, end, text in cells:
        column = min(range(len(heads)), key=lambda n: _distance(begin, end, heads[n]))
        if row[column] or _distance(begin, end, heads[column]) > _TOLERANCE:
            return None
        row[column] = text
    return row


def _distance(begin: int, end: int, head: _Placed) -> int:
    """How far a cell stands from a head: by their left edges, their right edges, or their middles."""
    return min(abs(begin - head[0]), abs(end - head[1]), abs(begin + end - head[0] - head[1]) // 2)


def _cells(raw: str) -> list[_Placed]:
    found = []
    for match in _CELL.finditer(raw.rstrip()):
        begin = _width(raw[: match.start()])
        # A long name leaves one blank before its figure.
        close = _NAME_AND_FIGURE.match(match[0])
        pieces = [(0, close["name"]), (close.start("figure"), close["figure"])] if close else [(0, match[0])]
        for offset, text in pieces:
            left = begin + _width(match[0][:offset])
            found.append((left, left + _width(text), text))
    return found


def _width(text: str) -> int:
    """In half-width columns: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _with_figures(rows: list[list[str]]) -> int:
    return sum(any(_FIGURE.match(cell) for cell in row) for row in rows)
