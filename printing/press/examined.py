"""A PDF as the checks see it: each page's text with its places, and what it is printed of."""

import re
from dataclasses import dataclass
from itertools import groupby

import pikepdf

from printing.manuscript import Manuscript
from printing.pdfium import pages_of
from printing.press.files import trim
from printing.press.lines import Stretch, stretches
from printing.press.looking import Seen, look

FOLIO = re.compile(r"[—–-](\d+)[—–-]")
# In points: boxes that differ by less are the same.
SAME = 0.5


@dataclass(frozen=True)
class PrintedPage:
    """`number` counts from 1; `box` is the cut page."""

    number: int
    box: tuple[float, float, float, float]
    text: list[Stretch]
    seen: Seen

    @property
    def plain(self) -> str:
        return "".join(each.plain for each in self.text)

    @property
    def folio(self) -> int | None:
        found = (FOLIO.fullmatch(each.plain) for each in self.text)
        return next((int(match[1]) for match in found if match), None)

    @property
    def is_blank(self) -> bool:
        return not self.plain and not self.seen.pictures

    @property
    def rows(self) -> list[str]:
        """The lines from above, each read from the left."""
        placed = sorted(self.text, key=lambda each: (-round(each.baseline), each.left))
        grouped = groupby(placed, key=lambda each: round(each.baseline))
        return ["".join(each.plain for each in row) for _, row in grouped]


@dataclass(frozen=True)
class Examined:
    file: pikepdf.Pdf
    pages: list[PrintedPage]
    text: Manuscript
    size: int

    @property
    def is_for_press(self) -> bool:
        """Whether pages go on beyond their cut, as no edition for readers does."""
        page = self.file.pages[0]
        return float(page.bleedbox[2]) - float(page.trimbox[2]) > SAME

    @property
    def body(self) -> list[PrintedPage]:
        """The pages with folios, and all between them."""
        numbered = [at for at, page in enumerate(self.pages) if page.folio is not None]
        return self.pages[numbered[0] : numbered[-1] + 1] if numbered else []

    @property
    def front(self) -> list[PrintedPage]:
        """Cover and contents; all pages where none has a folio."""
        return self.pages[: self.body[0].number - 1] if self.body else self.pages


def examined(pdf: bytes, file: pikepdf.Pdf, text: Manuscript) -> Examined:
    read = zip(file.pages, _texts(pdf), strict=True)
    pages = [PrintedPage(at, trim(page), lines, look(page)) for at, (page, lines) in enumerate(read, start=1)]
    return Examined(file, pages, text, len(pdf))


def _texts(pdf: bytes) -> list[list[Stretch]]:
    made = []
    with pages_of(pdf) as document:
        for page in document:
            made.append(stretches(page))
            page.close()
    return made
