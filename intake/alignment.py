"""Tables that a text sets with blanks alone: columns under each other, without tabs or pipes."""

import re
from collections.abc import Iterator

# Cells are parted by two blanks or more, or by one as wide as a character.
_GAP = re.compile(r"(?:[ \xa0]{2,}|[ \xa0]*\u3000[ \xa0\u3000]*)")
_FIGURE = re.compile(r"^[（(]?[-－−+]?[\d０-９][\d０-９,，.．]*%?[）)]?$|^[-—–…]+$")
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3


def columns(raw: str) -> list[str]:
    """The cells of a line that is set in columns."""
    return [cell for cell in _GAP.split(raw.strip(" \u3000\xa0")) if cell]


def aligned_rows(raw_lines: list[str], texts: list[str]) -> Iterator[tuple[int, int]]:
    """The spans [first, end) of lines that are rows of such a table, as indices.

    At least three lines one after another, of at least three columns each, half of them with figures. Lines
    whose `texts` are empty belong to no table.
    """
    first = 0
    while first < len(raw_lines):
        end = _run(raw_lines, texts, first)
        if end - first >= _FEWEST_ROWS and _has_figures(raw_lines[first:end]):
            yield first, end
        first = max(end, first + 1)


def _run(raw_lines: list[str], texts: list[str], first: int) -> int:
    end, width = first, 0
    while end < len(raw_lines) and texts[end]:
        found = len(columns(raw_lines[end]))
        if found < _FEWEST_COLUMNS or (width and found != width):
            break
        end, width = end + 1, found
    return end


def _has_figures(rows: list[str]) -> bool:
    with_figures = sum(any(_FIGURE.match(cell) for cell in columns(row)) for row in rows)
    return with_figures * 2 >= len(rows)
