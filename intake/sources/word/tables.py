"""A Word table's rows and cells, as they are merged."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from intake.sources.rows import Cell
from intake.sources.word.names import child, number, w

_WRAPPERS = {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}
# So many paragraphs in a cell of a table of one row: a page in columns, not a row of values.
_LAYOUT_PARAGRAPHS = 3


@dataclasses.dataclass(frozen=True)
class TableCell:
    """A cell of the file; `element` is None for a place that a row leaves out at its edge."""

    element: Any | None
    columns: int = 1

    def merged(self, text: str) -> Cell:
        return Cell(text, self.columns)


def rows_of(table: Any) -> Iterator[list[TableCell]]:
    """The rows of a table, without those deleted while changes were tracked.

    Cells merged downwards are in the file in every row, all but the first of them empty.
    """
    for row in _within(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            continue
        cells = [_cell(cell) for cell in _within(row, "tc")]
        before, after = number(properties, "gridBefore") or 0, number(properties, "gridAfter") or 0
        edge = [TableCell(None, before)] if before > 0 else []
        yield edge + cells + ([TableCell(None, after)] if after > 0 else [])


def _cell(element: Any) -> TableCell:
    return TableCell(element, max(1, number(child(element, "tcPr"), "gridSpan") or 1))


def _within(element: Any, name: str) -> Iterator[Any]:
    for part in element:
        if part.tag == w(name):
            yield part
        elif part.tag in _WRAPPERS:
            yield from _within(part, name)


def is_layout(rows: list[list[TableCell]]) -> bool:
    """Whether a table only serves the layout: a frame round a text, or columns side by side."""
    if all(len(row) <= 1 for row in rows):
        return True
    return len(rows) == 1 and any(_is_text(cell.element) for cell in rows[0])


def _is_text(cell: Any | None) -> bool:
    if cell is None:
        return False
    paragraphs = [p for p in cell.iter(w("p")) if next(p.iter(w("t")), None) is not None]
    return len(paragraphs) >= _LAYOUT_PARAGRAPHS or next(cell.iter(w("tbl")), None) is not None
