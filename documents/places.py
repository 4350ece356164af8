"""Where each block of a text stands, 条, 款 and 项, and the address of that place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.anchors import Anchors
from documents.models import Block, BlockKind
from documents.paragraphs import (
    announces,
    articles_of_several_paragraphs,
    ends_article,
    is_paragraph,
    lines_of,
    opens_part,
)
from documents.quoting import Place, part_name


@dataclass(frozen=True)
class Spot:
    """A place that can be linked to and cited; `level` is the depth of its block in the outline."""

    place: Place
    anchor: str
    level: int = 0


# The names and anchors of the places within one place.
Inner = tuple[tuple[str, str], ...]


class Places:
    """Walks through one text, block by block; `anchors` are those that headings and articles have already."""

    def __init__(self, blocks: Sequence[Block], anchors: Anchors, scope: str, annex: str) -> None:
        self._of_several = articles_of_several_paragraphs(blocks)
        self._anchors = anchors
        self._root = Spot(Place(annex=annex), scope)
        self._parts: list[Spot] = []
        self._items: list[Spot] = []
        self._article: Spot | None = None
        self._paragraphs = 0
        self._announcing = False
        self._leave_article()

    def find(self, block: Block, anchor: str) -> Spot | None:
        """The spot of the next block, whose own anchor this is, if it has one; None for what is not cited."""
        if block.kind == BlockKind.ARTICLE:
            return self._enter_article(block, anchor)
        if opens_part(block):
            return self._part(block, anchor)
        # 附件：1.甲 is followed by 2.乙: announced, and nothing to cite.
        self._announcing = announces(block) or (self._announcing and block.kind == BlockKind.ITEM)
        if self._announcing:
            self._leave_article()
            return None
        if block.kind in {BlockKind.ITEM, BlockKind.HEADING}:
            return self._item(block, anchor)
        if self._article and is_paragraph(block):
            return self._paragraph(self._article)
        if ends_article(block):
            self._leave_article()
        return None

    def _enter_article(self, block: Block, anchor: str) -> Spot:
        place = replace(self._text().place, article=block.label.strip())
        self._article = Spot(place, anchor)
        self._paragraphs = lines_of(block)
        several = id(block) in self._of_several
        self._base = Spot(replace(place, paragraph=self._paragraphs if several else 0), anchor)
        self._items = []
        return self._article

    def _leave_article(self) -> None:
        self._article = None
        self._base = self._parts[-1] if self._parts else self._root
        self._items = []

    def _paragraph(self, article: Spot) -> Spot:
        self._paragraphs += 1
        place = replace(article.place, paragraph=self._paragraphs)
        self._base = Spot(place, self._anchors.paragraph(article.anchor, self._paragraphs))
        self._items = []
        return self._base

    def _item(self, block: Block, anchor: str) -> Spot | None:
        self._items = [spot for spot in self._items if spot.level < block.level]
        above = self._items[-1] if self._items else self._base
        of_article = bool(self._article and not self._items)
        named = anchor or self._anchors.item(block.label, above.anchor, of_article)
        if not named:
            return None
        self._items.append(Spot(above.place.below(block.label.strip()), named, block.level))
        return self._items[-1]

    def _part(self, block: Block, anchor: str) -> Spot:
        self._parts = [spot for spot in self._parts if spot.level < block.level]
        above = self._parts[-1] if self._parts else self._root
        if block.level == 1:
            place = replace(above.place, text=block.text)
        else:
            name = part_name(block.label.strip(), block.text)
            place = replace(above.place, parts=(*above.place.parts, name))
        named = anchor or self._anchors.item(block.label, above.anchor, False)
        # What stands under a heading without a label is counted as if it stood alone, as headings are.
        self._parts.append(Spot(place, named if block.label else self._root.anchor, block.level))
        self._leave_article()
        return Spot(place, named, block.level)

    def _text(self) -> Spot:
        """The issued text that is being walked through, or the document itself."""
        return next((spot for spot in self._parts if spot.level == 1), self._root)


def inner_places(blocks: Sequence[Block], spots: Sequence[Spot | None]) -> list[Inner | None]:
    """For each article and heading the 款 and 项 that follow it: 第二款第（一）项; None for what follows one.

    One link an article is enough to walk through with the keyboard; those within it are offered there.
    """
    found: list[Inner | None] = []
    hosts: list[tuple[int, str]] = []
    for count, (block, spot) in enumerate(zip(blocks, spots, strict=True)):
        found.append(())
        if spot is None:
            continue
        name = spot.place.name
        while hosts and not (hosts[-1][1] and name.startswith(hosts[-1][1])):
            hosts.pop()
        if block.kind in {BlockKind.ARTICLE, BlockKind.HEADING}:
            hosts.append((count, name))
        elif hosts:
            host, above = hosts[-1]
            found[host] = (*(found[host] or ()), (name.removeprefix(above), spot.anchor))
            found[-1] = None
    return found
