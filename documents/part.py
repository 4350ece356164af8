"""One block of a document as its page shows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from documents.models import Block, BlockKind
from documents.places import Inner
from documents.references import References
from documents.spans import Cell, Table, filled_rows, spanning, table
from gazette.templatetags.provenance import data_lines

# So many columns a phone can show, and so many rows a screen.
NARROW = 3
SHORT = 12
# A heading that runs into its paragraph is its first sentence, where that is short and something follows.
_RUN_IN = re.compile(r"(?P<heading>[^。！？；：\n]{2,40})。\s*(?=\S)")


@dataclass(frozen=True)
class ShownCell:
    """A cell of a table with its text as HTML."""

    cell: Cell
    text: SafeString

    @property
    def scope(self) -> str:
        """Of a head: whether it stands over one column or over several."""
        return "colgroup" if self.cell.colspan > 1 else "col"

    @property
    def spanning(self) -> SafeString:
        """What its tag says of the rows and columns that it takes; nothing of an ordinary cell."""
        return spanning(self.cell)


@dataclass(frozen=True)
class Part:
    """One block; `rank` is that of its HTML heading, 0 for what is none; `depth` the rank that one would have here.

    `number` counts the tables, and the figures, of the whole document. `place` names this place (第三条第二款), `quotation` cites it; `inner` are the
    places within it that can be cited too, or None where it is offered itself by the article or heading above.
    """

    block: Block
    references: References
    anchor: str = ""
    rank: int = 0
    depth: int = 0
    caption: str = ""
    number: int = 0
    place: str = ""
    quotation: str = ""
    inner: Inner | None = ()

    @property
    def name(self) -> str:
        """The label and, of a heading, its text: 第一章　总则, 第三条."""
        text = self.block.text if self.block.kind == BlockKind.HEADING else ""
        return f"{self.block.label}{self.gap if text else ''}{text}"

    @property
    def is_offered_above(self) -> bool:
        """Whether the article or heading above offers this place: its own link is for the mouse then."""
        return self.inner is None

    @property
    def run_in(self) -> str:
        """The heading with which a numbered paragraph begins: （一）优化环境; empty where it has none."""
        if self.block.kind != BlockKind.ITEM or self.block.level not in {2, 3}:
            return ""
        found = _RUN_IN.match(self.block.text)
        return f"{self.block.label}{found['heading']}" if found else ""

    @property
    def gap(self) -> str:
        """What print sets between label and text: a blank after 第三条, nothing after （一）."""
        return "\u3000" if self.block.label.startswith("第") else ""

    @property
    def lines(self) -> list[SafeString]:
        return [self.references.linked(line) for line in self.block.text.split("\n") if line.strip()]

    @property
    def is_wide(self) -> bool:
        """Whether a phone shows the table better scrolled than squeezed."""
        return self._width > NARROW

    @property
    def is_tall(self) -> bool:
        """Whether the table is read better in a frame, under a head that stays."""
        return len(self.block.rows) > SHORT

    @property
    def is_merged(self) -> bool:
        """Whether cells are merged: then the first cell of a row need not stand in the first column."""
        return bool(self.block.spans)

    @property
    def head(self) -> Iterator[list[ShownCell]]:
        """The rows of the table's head, without the cells that others cover."""
        return self._shown(self._table.head)

    @property
    def body(self) -> Iterator[list[ShownCell]]:
        return self._shown(self._table.body)

    @property
    def filled_rows(self) -> list[list[str]]:
        """All rows with as many cells as the widest."""
        return filled_rows(self.block.rows)

    @property
    def data_lines(self) -> SafeString:
        return data_lines(self.block)

    @cached_property
    def _table(self) -> Table:
        return table(self.block.rows, self.block.spans)

    def _shown(self, rows: list[list[Cell]]) -> Iterator[list[ShownCell]]:
        return ([ShownCell(cell, self.references.linked(cell.text)) for cell in row] for row in rows)

    @property
    def _width(self) -> int:
        return max((len(row) for row in self.block.rows), default=0)
