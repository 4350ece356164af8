"""How blocks of text are set: which stand in columns, which take the width of the page, in what manner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.models import Block, BlockKind

# A table that a column of 18 characters cannot hold.
COLUMN_CELLS = 3
COLUMN_CHARACTERS = 24
# A table that an upright page cannot hold.
PAGE_CELLS = 10

CHAPTER = re.compile(r"第.+[编章节]")
BRACKETED = re.compile(r"[（(][一二三四五六七八九十百]+[）)]")
# A run-in heading: a short first sentence that more text follows.
RUN_IN = re.compile(r"[^。：；\n]{2,36}。(?=.)")


@dataclass(frozen=True)
class PrintedBlock:
    """A block with what its setting depends on."""

    block: Block
    # In rules with articles （一） numbers an item, in other texts it numbers a part.
    in_rules: bool = False

    @property
    def plain(self) -> str:
        cells = "".join(str(cell) for row in self.block.rows for cell in row)
        return f"{self.block.label}{self.block.text}{cells}"

    @property
    def lines(self) -> list[str]:
        return [line for line in self.block.text.split("\n") if line.strip()]

    @property
    def rank(self) -> int:
        """The HTML heading for its level: h1 is the section, h2 the document."""
        return min(max(self.block.level, 1) + 2, 6)

    @property
    def is_chapter(self) -> bool:
        return bool(CHAPTER.fullmatch(self.block.label))

    @property
    def lead(self) -> str:
        """The run-in heading after a label such as （一）, which is set in 楷体 together with it."""
        is_part = self.block.kind == BlockKind.ITEM and BRACKETED.fullmatch(self.block.label)
        found = RUN_IN.match(self.block.text) if is_part and not self.in_rules else None
        return found[0] if found else ""

    @property
    def rest(self) -> str:
        return self.block.text[len(self.lead) :]

    @property
    def width(self) -> int:
        return width(self.block.rows)

    @property
    def rows(self) -> list[list[str]]:
        return filled(self.block.rows)

    @property
    def area(self) -> str:
        if self.block.kind == BlockKind.HEADING and self.block.level == 1:
            return "wide"
        if self.block.kind != BlockKind.TABLE:
            return "columns"
        if self.width > PAGE_CELLS:
            return "landscape"
        longest = max((sum(len(str(cell)) for cell in row) for row in self.block.rows), default=0)
        return "wide" if self.width > COLUMN_CELLS or longest > COLUMN_CHARACTERS else "columns"


@dataclass(frozen=True)
class Run:
    """Neighbouring blocks that share an area: the columns, the page's width, a page on its side."""

    area: str
    blocks: list[PrintedBlock] = field(default_factory=list)


def width(rows: Sequence[Sequence[object]]) -> int:
    return max((len(row) for row in rows), default=0)


def filled(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """The rows of a table as texts, short ones filled up."""
    longest = width(rows)
    even = ([*row, *[""] * (longest - len(row))] for row in rows)
    return [["" if cell is None else str(cell) for cell in row] for row in even]


def runs(blocks: Sequence[Block]) -> list[Run]:
    """The blocks by areas; a heading goes with the table that it announces."""
    in_rules = any(block.kind == BlockKind.ARTICLE for block in blocks)
    made: list[Run] = []
    for block in (PrintedBlock(each, in_rules) for each in blocks):
        if made and made[-1].area == block.area:
            made[-1].blocks.append(block)
        else:
            announced = _closing_headings(made[-1]) if made and block.rows else []
            made.append(Run(block.area, [*announced, block]))
    return [run for run in made if run.blocks]


def _closing_headings(run: Run) -> list[PrintedBlock]:
    """Take the headings from the end of a run."""
    taken: list[PrintedBlock] = []
    while run.blocks and run.blocks[-1].block.kind == BlockKind.HEADING:
        taken.insert(0, run.blocks.pop())
    return taken
