"""Merged cells (合并单元格) of tables, and the table that they make.

`spans` are lists of [row, column, rowspan, colspan]: the first two count from 0 and name the upper left cell, which
holds the text; the last two say how many rows and columns it takes. The other cells under a span are empty, or repeat
the text of the first: a text that differs would vanish, so it is refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

Rows = Sequence[Sequence[object]]
Spans = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Cell:
    """A cell as it is set; `row` and `column` count from 0."""

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True)
class Table:
    """The cells by rows, without those that another covers; the head is as deep as what its first row merges."""

    head: list[list[Cell]]
    body: list[list[Cell]]


def table(rows: Rows, spans: Spans = ()) -> Table:
    """A table as it is set; spans that do not fit (the rows were changed since) are left out, never a text."""
    filled = filled_rows(rows)
    held = _held(filled, spans)
    covered = {place for span in held.values() for place in _covered(span)}
    cells = [
        [
            Cell(row, column, text, *held.get((row, column), (row, column, 1, 1))[2:])
            for column, text in enumerate(texts)
            if (row, column) not in covered
        ]
        for row, texts in enumerate(filled)
    ]
    head = head_rows(len(filled), list(held.values()))
    return Table(cells[:head], cells[head:])


def spanning(cell: Cell) -> SafeString:
    """The attributes of the cell's tag in HTML, with a blank before each; empty for an ordinary cell."""
    taken = (("rowspan", cell.rowspan), ("colspan", cell.colspan))
    return SafeString("".join(f' {name}="{count}"' for name, count in taken if count > 1))


def head_rows(rows: int, spans: Spans) -> int:
    """How many rows the head has: the first one, and those into which it is merged; 0 where nothing is left."""
    head = 1
    for row, _column, rowspan, _colspan in sorted(map(list, spans)):
        if row < head:
            head = max(head, row + rowspan)
    return head if head < rows else 0


def filled_rows(rows: Rows) -> list[list[str]]:
    """The rows as texts, each with as many cells as the widest."""
    width = max((len(row) for row in rows), default=0)
    even = ([*row, *[""] * (width - len(row))] for row in rows)
    return [["" if cell is None else str(cell) for cell in row] for row in even]


def check(rows: Rows, spans: object) -> None:
    """Raise ValidationError, which names the place, for spans that leave the table, overlap or cover a text."""
    filled = filled_rows(rows)
    taken: set[tuple[int, int]] = set()
    for span in _lists(spans):
        _refuse_outside(filled, span)
        places = {(span[0], span[1]), *_covered(span)}
        if taken & places:
            raise ValidationError(_("%(span)s：和另一处合并重叠。") % {"span": said(span)})
        taken |= places
        _refuse_hidden(filled, span)


def said(span: Sequence[int]) -> str:
    """A span as editors read and write it: 第1行第2列起，2行×3列."""
    row, column, rowspan, colspan = span
    return _("第%(row)s行第%(column)s列起，%(rowspan)s行×%(colspan)s列") % {
        "row": row + 1,
        "column": column + 1,
        "rowspan": rowspan,
        "colspan": colspan,
    }


def _lists(spans: object) -> list[list[int]]:
    found: list[Any] = list(spans) if isinstance(spans, (list, tuple)) else [None]
    if not all(isinstance(span, (list, tuple)) and len(span) == 4 for span in found):
        raise ValidationError(_("合并单元格要写明起始的行、列，和占几行、几列。"))
    if not all(type(number) is int for span in found for number in span):
        raise ValidationError(_("合并单元格的行列要用整数。"))
    return found


def _refuse_outside(rows: list[list[str]], span: Sequence[int]) -> None:
    row, column, rowspan, colspan = span
    width = len(rows[0]) if rows else 0
    if min(row, column) < 0 or min(rowspan, colspan) < 1 or rowspan * colspan < 2:
        raise ValidationError(_("%(span)s：合并至少要占两格。") % {"span": said(span)})
    if row + rowspan > len(rows) or column + colspan > width:
        size = {"span": said(span), "rows": len(rows), "columns": width}
        raise ValidationError(_("%(span)s：超出了表格，表格只有%(rows)s行%(columns)s列。") % size)


def _refuse_hidden(rows: list[list[str]], span: Sequence[int]) -> None:
    shown = rows[span[0]][span[1]].strip()
    for row, column in _covered(span):
        if rows[row][column].strip() not in {"", shown}:
            hidden = {
                "span": said(span),
                "row": row + 1,
                "column": column + 1,
                "text": rows[row][column][:20],
            }
            raise ValidationError(
                _("%(span)s：盖住了第%(row)s行第%(column)s列的“%(text)s”。请先把文字移到合并后的格子里。")
                % hidden
            )


def _covered(span: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places under a span, but for its first cell."""
    row, column, rowspan, colspan = span
    for down in range(rowspan):
        for across in range(colspan):
            if down or across:
                yield row + down, column + across


def _held(rows: list[list[str]], spans: Spans) -> dict[tuple[int, int], tuple[int, int, int, int]]:
    """The spans by their first cells; none at all where they do not fit together."""
    try:
        check(rows, spans)
    except ValidationError:
        return {}
    return {(row, column): (row, column, down, across) for row, column, down, across in spans}
