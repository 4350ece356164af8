"""A document as its page shows it: blocks with anchors, heading ranks and citations, attachments, an outline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from documents.anchors import Anchors
from documents.models import Attachment, Block, BlockKind, Document
from documents.part import Part
from documents.places import Inner, Places, Spot, inner_places
from documents.quoting import Place, quotation
from documents.references import References
from documents.steps import LONG, Step, steps
from gazette.templatetags.provenance import data_lines

_ANCHORED = {BlockKind.HEADING, BlockKind.ARTICLE}
_NUMBERED = (BlockKind.TABLE, BlockKind.FIGURE)


@dataclass(frozen=True)
class Annex:
    """An attachment with its text; one that is only announced has none."""

    attachment: Attachment
    anchor: str
    parts: list[Part]
    quotation: str = ""

    @property
    def label(self) -> str:
        return label_of(self.attachment)

    @property
    def data_lines(self) -> SafeString:
        return data_lines(self.attachment)


@dataclass(frozen=True)
class Outline:
    """The whole text, and the headings by which it is entered."""

    parts: list[Part]
    annexes: list[Annex]

    @cached_property
    def steps(self) -> list[Step]:
        """The headings and attachments by which the text is entered."""
        texts: list[tuple[Step | None, list[Part]]] = [(None, self.parts)]
        for annex in self.annexes:
            name = f"{annex.label}\u3000{annex.attachment.title}"
            texts.append((Step(name, annex.anchor, 2) if annex.parts else None, annex.parts))
        return steps(texts)

    @property
    def is_long(self) -> bool:
        return len(self.steps) >= LONG

    @property
    def all_parts(self) -> list[Part]:
        """The parts of the text and of its attachments, in reading order."""
        return [*self.parts, *(part for annex in self.annexes for part in annex.parts)]

    @property
    def tables(self) -> list[Part]:
        """The tables in reading order; their numbers are their addresses."""
        return [part for part in self.all_parts if part.block.kind == BlockKind.TABLE]


def outline(
    document: Document, blocks: list[Block], annexes: Iterable[Attachment], references: References
) -> Outline:
    """Arrange the blocks of a document, which come in reading order."""
    arranged = _Arranged(document, blocks, references)
    main = arranged.text(None, "", 2, document.title)
    return Outline(main, [arranged.annex(annex) for annex in annexes])


def label_of(annex: Attachment) -> str:
    """附件2 as printed; what is printed without a label is named in the language of the document."""
    return annex.label or "附件"


class _Arranged:
    """Arranges the texts of one document, whose anchors, tables and figures are counted together."""

    def __init__(self, document: Document, blocks: list[Block], references: References) -> None:
        self._document, self._blocks, self._references = document, blocks, references
        self._anchors = Anchors()
        self._numbers: dict[str, int] = dict.fromkeys(_NUMBERED, 0)

    def annex(self, annex: Attachment) -> Annex:
        anchor = self._anchors.attachment(annex)
        parts = self.text(annex, anchor, 3, annex.title)
        return Annex(annex, anchor, parts, self._quoted(Place(annex=label_of(annex))))

    def text(self, annex: Attachment | None, scope: str, top: int, caption: str) -> list[Part]:
        own = [block for block in self._blocks if block.attachment_id == (annex.pk if annex else None)]
        parts = list(_parts(own, self._references, self._anchors, scope, top, caption))
        # What has a heading's anchor has had it from the beginning: items and paragraphs take what is left.
        places = Places(own, self._anchors, scope, label_of(annex) if annex else "")
        spots = [places.find(part.block, part.anchor) for part in parts]
        inner = inner_places([part.block for part in parts], spots)
        return [self._finished(*each) for each in zip(parts, spots, inner, strict=True)]

    def _finished(self, part: Part, spot: Spot | None, inner: Inner | None) -> Part:
        if part.block.kind in self._numbers:
            self._numbers[part.block.kind] += 1
            return replace(part, number=self._numbers[part.block.kind])
        if spot is None:
            return part
        return replace(
            part,
            anchor=spot.anchor,
            place=spot.place.annex + spot.place.name,
            quotation=self._quoted(spot.place),
            inner=inner,
        )

    def _quoted(self, place: Place) -> str:
        return quotation(self._document.title, self._document.doc_number, place)


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
        depth = min(top + sum(level < block.level for level, _anchor in open_headings), 6)
        if is_heading:
            open_headings.append((block.level, anchor))
            caption = block.text or caption
        yield Part(block, references, anchor, depth if is_heading else 0, depth, caption or _("表格"))
