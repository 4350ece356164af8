"""One block of a document as its page shows it."""

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString

from documents.models import Block, BlockKind
from documents.places import Inner
from documents.references import References
from gazette.templatetags.provenance import data_lines

# So many columns a phone can show, and so many rows a screen.
NARROW = 3
SHORT = 12
# A heading that runs into its paragraph is its first sentence, where that is short and something follows.
_RUN_IN = re.compile(r"(?P<heading>[^。！？；：\n]{2,40})。\s*(?=\S)")


@dataclass(frozen=True)
class Part:
    """One block; `rank` is that of its HTML heading, 0 for what is none; `depth` the rank that one would have here.

    `number` counts the tables of the whole document. `place` names this place (第三条第二款), `quotation` cites it; `inner` are the
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
    def table(self) -> list[list[SafeString]]:
        """All rows as HTML, the first one being the head."""
        return [[self.references.linked(cell) for cell in row] for row in self.filled_rows]

    @property
    def filled_rows(self) -> list[list[str]]:
        """All rows with as many cells as the widest."""
        return [[*(str(cell) for cell in row), *[""] * (self._width - len(row))] for row in self.block.rows]

    @property
    def data_lines(self) -> SafeString:
        return data_lines(self.block)

    @property
    def _width(self) -> int:
        return max((len(row) for row in self.block.rows), default=0)
