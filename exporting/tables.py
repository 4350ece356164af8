"""Tables: those of a text, of a register, and of a month's indicators."""

from collections.abc import Sequence

from exporting.wordml import Element, paragraph, table
from printing.parts.indicators import Row

# A cell of a word or two stands in the middle of its column.
SHORT = 4


def text_table(rows: Sequence[Sequence[str]]) -> Element:
    """A table of a document: its first row is the head where others follow."""
    headed = len(rows) > 1
    return table(
        [
            [paragraph(_cell_style(cell, head=headed and index == 0), cell) for cell in row]
            for index, row in enumerate(rows)
        ],
        headed=headed,
    )


def register_table(lines: Sequence[tuple[str, str]]) -> Element:
    """Numbers and titles, a rule under each."""
    return table(
        [[paragraph("Cell", number), paragraph("Cell", title)] for number, title in lines],
        headed=False,
        lines=("bottom", "insideH"),
    )


def figures_table(head: Sequence[str], rows: Sequence[Row]) -> Element:
    """A month's indicators: names on the left, figures on the right of their columns."""
    made = [[paragraph("CellHead", cell) for cell in head]]
    for row in rows:
        figures = [paragraph("CellFigure", figure) for figure in row.figures]
        made.append([paragraph("Cell", row.name), *figures])
    return table(made, headed=True)


def _cell_style(text: str, *, head: bool) -> str:
    if head:
        return "CellHead"
    return "CellShort" if len(text) <= SHORT else "Cell"
