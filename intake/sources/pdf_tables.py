"""Ruled tables of a PDF page: their place, and their rows of cells."""

import dataclasses
from typing import Any

from intake.sources.pdf_glyphs import Glyph, Run, joined, rows_of
from intake.text import glue

# More lines than this in a page's drawing are a picture.
_MOST_EDGES = 8_000
# A cell with so many lines is a column of text between rules.
_LONGEST_CELL = 30
# Nothing is printed so near the edge of the paper, in points.
_EDGE = 2


@dataclasses.dataclass
class PdfTable:
    """A table with its place on the page; the text of a merged cell stands in its first cell.

    `runs` are, for each row, the pieces that it was made of, where it has no rules.
    """

    x0: float
    x1: float
    top: float
    bottom: float
    rows: list[list[str]]
    page: int
    runs: list[list[Run]] = dataclasses.field(default_factory=list)


def take_tables(page: Any, glyphs: list[Glyph]) -> tuple[list[PdfTable], list[Glyph]]:
    """The page's tables, and the characters that stand in none of their cells."""
    if not 4 <= len(page.edges) <= _MOST_EDGES:
        return [], glyphs
    tables = []
    for found in page.find_tables():
        if _is_edge_of_page(found):
            continue
        table, rest = _table(found, glyphs, page.page_number)
        if table:
            tables.append(table)
            glyphs = rest
    return tables, glyphs


def _is_edge_of_page(found: Any) -> bool:
    """Whether it is but the boxes of a running head: programs draw the rule under it as two boxes from the page's edge."""
    _x0, top, _x1, bottom = found.bbox
    return len(found.rows) == 1 and (top < _EDGE or bottom > found.page.height - _EDGE)


def _table(found: Any, glyphs: list[Glyph], number: int) -> tuple[PdfTable | None, list[Glyph]]:
    x0, top, x1, bottom = found.bbox
    inside = [g for g in glyphs if x0 <= (g.x0 + g.x1) / 2 <= x1 and top <= g.middle <= bottom]
    cells: dict[tuple[int, int], list[Glyph]] = {}
    boxes = [
        (row_index, column, box)
        for row_index, row in enumerate(found.rows)
        for column, box in enumerate(row.cells)
        if box
    ]
    held: set[int] = set()
    for row_index, column, (left, upper, right, lower) in boxes:
        held_here = [
            g
            for g in inside
            if id(g) not in held and left <= (g.x0 + g.x1) / 2 <= right and upper <= g.middle <= lower
        ]
        held |= {id(g) for g in held_here}
        cells[row_index, column] = held_here
    width = max(len(row.cells) for row in found.rows)
    if width < 2 or not _is_table(list(cells.values()), len(found.rows)):
        return None, glyphs
    rows = [
        [cell_text(cells.get((row_index, column), [])) for column in range(width)]
        for row_index in range(len(found.rows))
    ]
    table = PdfTable(x0, x1, top, bottom, _without_empty_columns(rows), number)
    return table, [g for g in glyphs if id(g) not in held]


def _is_table(cells: list[list[Glyph]], rows: int) -> bool:
    """Whether the cells are those of a table, and not columns of text between rules, or an empty frame."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        return False
    return rows > 1 or max(len(rows_of(cell)) for cell in filled) <= _LONGEST_CELL


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    """Double rules make columns without width; what is empty in every row is none."""
    filled = [n for n in range(len(rows[0])) if any(row[n] for row in rows)]
    kept = [[row[n] for n in filled] for row in rows]
    return [row for row in kept if any(row)] or kept[:1]


def cell_text(glyphs: list[Glyph]) -> str:
    """The text of a cell, its lines as one."""
    text = ""
    for row in rows_of(glyphs):
        text = glue(text, joined(row))
    return text


def row_line(row: list[str]) -> str:
    """A row as a line of the source: cells parted by tabs."""
    cells = [cell.replace("\t", " ") for cell in row]
    # Tabs alone cannot say that only one of two cells is filled.
    if len(cells) == 2 and not all(cells):
        return "| " + " | ".join(cells) + " |"
    return "\t".join(cells)
