"""A document as its page shows it: blocks with anchors and heading ranks, attachments, an outline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from documents.anchors import Anchors
from documents.models import Attachment, Block, BlockKind, Document
from documents.references import References
from gazette.templatetags.provenance import data_lines

# From so many headings on, a reader needs a table of contents.
LONG = 5
# So many columns a phone can show.
NARROW = 3
_ANCHORED = {BlockKind.HEADING, BlockKind.ARTICLE}


@dataclass(frozen=True)
class Part:
    """One block; `rank` is that of its HTML heading, 0 for what is none."""

    block: Block
    references: References
    anchor: str = ""
    rank: int = 0
    caption: str = ""

    @property
    def name(self) -> str:
        """The label and, of a heading, its text: 第一章　总则, 第三条."""
        text = self.block.text if self.block.kind == BlockKind.HEADING else ""
        return f"{self.block.label}{self.gap if text else ''}{text}"

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
        return max((len(row) for row in self.block.rows), default=0) > NARROW

    @property
    def table(self) -> list[list[SafeString]]:
        """All rows with as many cells as the widest, the first one being the head."""
        width = max((len(row) for row in self.block.rows), default=0)
        filled = ([*row, *[""] * (width - len(row))] for row in self.block.rows)
        return [[self.references.linked(str(cell)) for cell in row] for row in filled]

    @property
    def data_lines(self) -> SafeString:
        return data_lines(self.block)


@dataclass(frozen=True)
class Annex:
    """An attachment with its text; one that is only announced has none."""

    attachment: Attachment
    anchor: str
    parts: list[Part]

    @property
    def data_lines(self) -> SafeString:
        return data_lines(self.attachment)


@dataclass(frozen=True)
class Step:
    """A line of the table of contents; `rank` as of HTML headings."""

    name: str
    anchor: str
    rank: int


@dataclass(frozen=True)
class Outline:
    """The whole text, and the headings by which it is entered."""

    parts: list[Part]
    annexes: list[Annex]

    @property
    def steps(self) -> list[Step]:
        """The headings and attachments by which the text is entered."""
        made = _steps(self.parts)
        for annex in self.annexes:
            name = f"{annex.attachment.label or _('附件')}\u3000{annex.attachment.title}"
            made += [Step(name, annex.anchor, 2), *_steps(annex.parts)]
        return made

    @property
    def is_long(self) -> bool:
        return len(self.steps) >= LONG


def outline(
    document: Document, blocks: list[Block], annexes: Iterable[Attachment], references: References
) -> Outline:
    """Arrange the blocks of a document, which come in reading order."""
    anchors = Anchors()
    main = list(
        _parts([b for b in blocks if b.attachment_id is None], references, anchors, "", 2, document.title)
    )
    added: list[Annex] = []
    for annex in annexes:
        anchor = anchors.attachment(annex)
        own = [block for block in blocks if block.attachment_id == annex.pk]
        added.append(Annex(annex, anchor, list(_parts(own, references, anchors, anchor, 3, annex.title))))
    return Outline(main, added)


def _steps(parts: Iterable[Part]) -> list[Step]:
    return [Step(part.name, part.anchor, part.rank) for part in parts if part.rank]


def _parts(
    blocks: list[Block], references: References, anchors: Anchors, scope: str, top: int, caption: str
) -> Iterator[Part]:
    """`top` is the rank of the outermost headings; `caption` names a table that no heading announces."""
    open_headings: list[tuple[int, str]] = []
    for block in blocks:
        is_heading = block.kind == BlockKind.HEADING
        # A heading closes those of its own level and below, so ranks never skip one.
        while is_heading and open_headings and open_headings[-1][0] >= block.level:
            open_headings.pop()
        above = open_headings[-1][1] if open_headings else ""
        # An issued text's title opens a new text; what stands under it is counted as if it were alone.
        parent = "" if "biaoti" in above else above
        anchor = anchors.block(block, scope, parent) if block.kind in _ANCHORED else ""
        rank = min(top + len(open_headings), 6) if is_heading else 0
        if is_heading:
            open_headings.append((block.level, anchor))
            caption = block.text or caption
        yield Part(block, references, anchor, rank, caption or _("表格"))
