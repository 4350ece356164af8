"""Tables: those of a text, of a register, and of a month's indicators."""

from collections.abc import Sequence

from documents import spans
from exporting.wordml import Element, paragraph, table
from printing.parts.indicators import Row

# A cell of a word or two stands in the middle of its column.
SHORT = 4


def text_table(rows: Sequence[Sequence[str]], merged: spans.Spans = ()) -> Element:
    """A table of a document: its first row is the head where others follow, and what that row merges with it."""
    set_ = spans.table(rows, merged)
    heads = len(set_.head)
    made = [[paragraph("Cell")] * len(row) for row in rows]
    for cell in (cell for row in [*set_.head, *set_.body] for cell in row):
        style = _cell_style(cell.text, head=cell.row < heads)
        made[cell.row][cell.column] = paragraph(style, cell.text)
    held = {(cell.row, cell.column): cell for row in [*set_.head, *set_.body] for cell in row}
    return table(made, headed=heads, merged=held)


def register_table(lines: Sequence[tuple[str, str]]) -> Element:
    """Numbers and titles, a rule under each."""
    return table(
        [[paragraph("Cell", number), paragraph("Cell", title)] for number, title in lines],
        headed=0,
        lines=("bottom", "insideH"),
    )


def figures_table(head: Sequence[str], rows: Sequence[Row]) -> Element:
    """A month's indicators: names on the left, figures on the right of their columns."""
    made = [[paragraph("CellHead", cell) for cell in head]]
    for row in rows:
        figures = [paragraph("CellFigure", figure) for figure in row.figures]
        made.append([paragraph("Cell", row.name), *figures])
    return table(made, headed=1)


def _cell_style(text: str, *, head: bool) -> str:
    if head:
        return "CellHead"
    return "CellShort" if len(text) <= SHORT else "Cell"
