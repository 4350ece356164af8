"""A document's blocks as the leaves of an official document: the text, what it issues, each attachment."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from documents.models import Attachment, Block, BlockKind
from printing.blocks import PAGE_CELLS, PrintedBlock, width

NOTE = re.compile(r"附件\s*[：:]\s*(?=\S)")
NUMBERED = re.compile(r"(?P<label>\d+)\s*[.．、]\s*")
DATE = re.compile(r"\s*(?:\d{4}|[〇○零一二三四五六七八九×]{4})年.{1,3}月.{1,3}日\s*")
COPIES = re.compile(r"抄\s*送\s*[：:]")


@dataclass(frozen=True)
class SetBlock:
    """A block under headings of `depth` levels: the HTML ranks of headings leave none out."""

    printed: PrintedBlock
    depth: int

    @property
    def kind(self) -> str:
        return self.printed.block.kind

    @property
    def rank(self) -> int:
        return min(max(self.printed.block.level, 2) - 1 + self.depth, 6)

    @property
    def is_wide(self) -> bool:
        """Whether it is a table that an upright page cannot hold."""
        return width(self.printed.block.rows) > PAGE_CELLS


@dataclass(frozen=True)
class Note:
    """What the text says of its attachments (附件说明): a line each, numbered where there are several."""

    kind = "note"
    is_wide = False
    lines: list[tuple[str, str]]

    @property
    def is_numbered(self) -> bool:
        return bool(self.lines[0][0])

    def goes_on_with(self, block: Block) -> bool:
        """Whether a block is the next line of the note: 2. after 1."""
        return bool(self.lines[-1][0]) and block.label == f"{len(self.lines) + 1}."


@dataclass(frozen=True)
class Signature:
    """Who signed, and the day (成文日期) where the last line is one."""

    kind = "signed"
    is_wide = False
    names: list[str]
    dated: str


Item = SetBlock | Note | Signature


@dataclass(frozen=True)
class Run:
    """Neighbours that stand on upright pages or, if `wide`, on turned ones."""

    wide: bool
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Leaf:
    """What begins on a page of its own. The first one, without a title of its own, is the document's text."""

    title: str = ""
    label: str = ""
    items: list[Item] = field(default_factory=list)

    @property
    def runs(self) -> list[Run]:
        """The items by pages; a heading goes with the table that it announces."""
        made = [Run(wide=False)]
        for item in self.items:
            if item.is_wide != made[-1].wide:
                made.append(Run(item.is_wide, _closing_headings(made[-1]) if item.is_wide else []))
            made[-1].items.append(item)
        # The first one is kept where it holds nothing: title and addressee stand in it.
        return [run for run in made if run.items or run is made[0]]


@dataclass(frozen=True)
class Leaves:
    """The leaves in their order, and to whom copies go (抄送) where the text ends with it."""

    leaves: list[Leaf]
    copies: str = ""


def leaves_of(blocks: Sequence[Block], attachments: Sequence[Attachment]) -> Leaves:
    """The leaves of the blocks, which stand in their order."""
    copies = blocks[-1].text if blocks and COPIES.match(blocks[-1].text) else ""
    kept = blocks[:-1] if copies else blocks
    made = _texts(block for block in kept if block.attachment_id is None)
    for each in attachments:
        within = [block for block in kept if block.attachment_id == each.pk]
        # One that is announced but was not printed is named by its announcement in the text.
        if within:
            made.append(Leaf(each.title, each.label or "附件", set_blocks(within, depth=2)))
    return Leaves(made, copies)


def set_blocks(blocks: Sequence[Block], depth: int) -> list[Item]:
    """The blocks of one leaf; notes of attachments and signatures are forms of their own."""
    in_rules = any(block.kind == BlockKind.ARTICLE for block in blocks)
    made: list[Item] = []
    for block in blocks:
        last = made[-1] if made else None
        if isinstance(last, Note) and last.goes_on_with(block):
            last.lines.append((block.label, block.text))
        elif block.kind == BlockKind.SIGNATURE:
            made.append(_signature(block))
        elif block.kind == BlockKind.PARAGRAPH and NOTE.match(block.text):
            made.append(_note(block))
        else:
            made.append(SetBlock(PrintedBlock(block, in_rules), depth))
    return made


def _texts(blocks: Iterable[Block]) -> list[Leaf]:
    """The document's text and the texts that it issues, each of which has a title of the first level."""
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if block.kind == BlockKind.HEADING and block.level == 1:
            parts.append((f"{block.label}{block.text}", []))
        else:
            parts[-1][1].append(block)
    return [Leaf(title, items=set_blocks(each, depth=2 if title else 1)) for title, each in parts]


def _note(block: Block) -> Note:
    first, *more = NOTE.sub("", block.text).split("\n")
    return Note([_numbered(line) for line in (first, *more) if line.strip()])


def _numbered(line: str) -> tuple[str, str]:
    """1.名单 → ("1.", "名单")."""
    match = NUMBERED.match(line.strip())
    return (f"{match['label']}.", line.strip()[match.end() :]) if match else ("", line.strip())


def _signature(block: Block) -> Signature:
    lines = [line.strip() for line in block.text.split("\n") if line.strip()]
    dated = lines.pop() if lines and DATE.fullmatch(lines[-1]) else ""
    return Signature(lines, dated)


def _closing_headings(run: Run) -> list[Item]:
    """Take the headings from the end of a run."""
    taken: list[Item] = []
    while run.items and run.items[-1].kind == BlockKind.HEADING:
        taken.insert(0, run.items.pop())
    return taken
