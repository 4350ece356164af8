"""Tables as lines: cells that reach over several places, and a row as one line of text."""

import dataclasses
from collections.abc import Iterable

# No printed table is wider or longer; a file may claim what it likes.
_MOST_COLUMNS = 200
_MOST_ROWS = 20_000


@dataclasses.dataclass(frozen=True)
class Cell:
    """A cell with what stands in it, and over how many columns and rows it reaches."""

    text: str
    columns: int = 1
    rows: int = 1


def grid(rows: Iterable[list[Cell]]) -> list[list[str]]:
    """Rows of equal width. A merged cell has its text in its first place; its other places are empty."""
    placed: list[list[str]] = []
    # Columns that a cell from above still takes, and for how many more rows.
    hanging: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            _fill(line, hanging)
            columns = max(1, min(cell.columns, _MOST_COLUMNS - len(line)))
            for place in range(len(line), len(line) + columns):
                if cell.rows > 1:
                    below[place] = min(cell.rows, _MOST_ROWS) - 1
            line += [cell.text, *[""] * (columns - 1)]
        _fill(line, hanging)
        hanging = {place: left - 1 for place, left in hanging.items() if left > 1} | below
        placed.append(line)
    width = max((len(row) for row in placed), default=0)
    return [row + [""] * (width - len(row)) for row in placed]


def _fill(line: list[str], hanging: dict[int, int]) -> None:
    while len(line) in hanging and len(line) < _MOST_COLUMNS:
        line.append("")


def row_line(row: list[str]) -> str:
    """A row as a line of text, its cells parted by tabs; "" where no cell has text."""
    cells = [" ".join(cell.split()) for cell in row]
    if not any(cells):
        return ""
    if len(cells) == 1:
        return cells[0]
    line = "\t".join(cells)
    # One tab at the edge of a line is no sign of a row.
    if "\t" not in line.strip() and "\t\t" not in line.rstrip(" "):
        return "| " + " | ".join(cells) + " |"
    return line
