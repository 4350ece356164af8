"""How blocks of text are set: which stand in columns, which take the width of the page, in what manner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from documents import spans
from documents.models import Block, BlockKind
from printing.members import Members, members
from printing.scripts import direction, language
from printing.signatures import SignatureLine, signature
from printing.tables import PAGE_CELLS, Sheet, sheets
from printing.widths import ems

__all__ = ["PAGE_CELLS", "PrintedBlock", "Run", "runs", "width"]

CHAPTER = re.compile(r"第.+[编章节]")
BRACKETED = re.compile(r"[（(][一二三四五六七八九十百]+[）)]")
# A run-in heading: a short first sentence that more text follows.
RUN_IN = re.compile(r"[^。：；\n]{2,36}。(?=.)")
# Text that columns would tear into scraps: about five lines of the page's width, ten of a column.
SCRAP = 190
# The note on the attachments under a text, with the number of the first.
NOTE = re.compile(r"(?P<word>附\s*件?\s*[：:])\s*(?P<first>1\s*[.．、]\s*)?(?P<rest>.+)", re.DOTALL)
NUMBERED = re.compile(r"\d+\s*[.．、]\s*")

FIGURE = "figure"


# A note stands two characters in; its numbers have a character and a half.
NOTE_INDENT, ORDINAL = 2.0, 1.5


@dataclass(frozen=True)
class Noted:
    """A line of the note on attachments: its word or number, and the attachment's title.

    `word` is the width of the note's word, in characters, under which the numbers of its other lines stand.
    """

    begins: str
    number: str
    title: str
    word: float

    @property
    def hang(self) -> float:
        """How far the first line begins left of the others."""
        return (self.word if self.begins else 0.0) + (ORDINAL if self.number else 0.0)

    @property
    def margin(self) -> float:
        return NOTE_INDENT + self.word + (ORDINAL if self.number else 0.0)


@dataclass(frozen=True)
class PrintedBlock:
    """A block with what its setting depends on."""

    block: Block
    # In rules with articles （一） numbers an item, in other texts it numbers a part.
    in_rules: bool = False
    # The width of the word of the note on attachments that it may go on with; 0 for other blocks.
    in_note: float = 0.0

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
    def language(self) -> str:
        return language(self.block.text)

    @property
    def direction(self) -> str:
        return direction(self.block.text)

    @property
    def members(self) -> Members:
        return members(self.lines)

    @property
    def signature(self) -> list[SignatureLine]:
        return signature(self.lines)

    @property
    def note(self) -> Noted | None:
        """A line of the note on attachments, taken apart; None for any other block."""
        return noted(self.block, self.in_note)

    @property
    def width(self) -> int:
        return width(self.block.rows)

    @property
    def rows(self) -> list[list[str]]:
        return spans.filled_rows(self.block.rows)

    @cached_property
    def sheets(self) -> list[Sheet]:
        return sheets(self.block.rows, self.block.spans or ())

    @property
    def area(self) -> str:
        if self.block.kind == BlockKind.HEADING and self.block.level == 1:
            return "wide"
        if self.block.kind == FIGURE:
            return self._figure_area
        if self.block.kind == BlockKind.LIST:
            return "wide" if self.members.is_wide else "columns"
        return self.sheets[0].area if self.block.kind == BlockKind.TABLE and self.sheets else "columns"

    @property
    def _figure_area(self) -> str:
        """A picture about as tall as wide stays in its column, a broader one takes the page."""
        figure = self.block.figure
        return "wide" if figure and figure.width > 1.2 * figure.height else "columns"


@dataclass(frozen=True)
class Run:
    """Neighbouring blocks that share an area: the columns, the page's width, a page on its side."""

    area: str
    blocks: list[PrintedBlock] = field(default_factory=list)

    @property
    def is_scrap(self) -> bool:
        """Whether it is too little to be divided into two columns."""
        return self.area == "columns" and sum(len(each.plain) for each in self.blocks) < SCRAP


def width(rows: spans.Rows) -> int:
    return max((len(row) for row in rows), default=0)


def noted(block: Block, word: float = 0.0) -> Noted | None:
    """A block as a line of the note on attachments: 附件：1.…, and the numbered lines after it."""
    text = f"{block.label}{block.text}"
    if word:
        number = NUMBERED.match(text)
        return Noted("", number[0].strip(), text[number.end() :], word) if number else None
    found = NOTE.fullmatch(text) if block.kind == BlockKind.PARAGRAPH else None
    return (
        Noted(found["word"], (found["first"] or "").strip(), found["rest"], ems(found["word"]))
        if found
        else None
    )


def runs(blocks: Sequence[Block]) -> list[Run]:
    """The blocks by areas; a heading goes with the table that it announces."""
    made: list[Run] = []
    for printed in _printed(blocks):
        if made and made[-1].area == printed.area:
            made[-1].blocks.append(printed)
        else:
            announced = _closing_headings(made[-1]) if made and printed.block.rows else []
            made.append(Run(printed.area, [*announced, printed]))
    return _without_scraps([run for run in made if run.blocks])


def _printed(blocks: Sequence[Block]) -> list[PrintedBlock]:
    in_rules = any(block.kind == BlockKind.ARTICLE for block in blocks)
    made: list[PrintedBlock] = []
    for block in blocks:
        # Numbered lines belong to the note only if its first line is numbered too.
        before = made[-1].note if made else None
        made.append(PrintedBlock(block, in_rules, before.word if before and before.number else 0.0))
    return made


def _without_scraps(divided: Sequence[Run]) -> list[Run]:
    """The runs, with little texts (a covering notice, a line under a list) in the width of the page."""
    made: list[Run] = []
    for run in divided:
        area = "wide" if run.is_scrap else run.area
        if made and made[-1].area == area:
            made[-1].blocks.extend(run.blocks)
        else:
            made.append(Run(area, run.blocks))
    return made


def _closing_headings(run: Run) -> list[PrintedBlock]:
    """Take the headings from the end of a run."""
    taken: list[PrintedBlock] = []
    while run.blocks and run.blocks[-1].block.kind == BlockKind.HEADING:
        taken.insert(0, run.blocks.pop())
    return taken
