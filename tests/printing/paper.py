"""Reading a printed PDF back, as a reader or an archive would."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path

from django.db.models import QuerySet
from pypdf import PdfReader

from appointments.models import AppointmentNotice
from documents.models import Block, Document
from gazette.models import Issue

CHINESE = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]")
PAGE = r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>'
WORD = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
FOLIO = re.compile(r"^— (\d+) —$", re.MULTILINE)


class Paper:
    """A printed issue: its pages' texts, without the spaces that setting brings in."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(BytesIO(pdf))
        self.pages = [page.extract_text() for page in self.reader.pages]

    def page_of(self, text: str, start: int = 0) -> int:
        """The index of the first page from `start` on that holds a text."""
        return next(n for n, page in enumerate(self.pages) if n >= start and solid(text) in solid(page))

    @property
    def folios(self) -> list[int | None]:
        found = [FOLIO.search(page) for page in self.pages]
        return [int(match[1]) if match else None for match in found]

    @property
    def bookmarks(self) -> list[tuple[int, str]]:
        """Depth and title of each bookmark."""
        return list(_flat(self.reader.outline))

    def place_of(self, index: int, text: str) -> float:
        """How far from the left edge of a page a text begins, in points."""
        places: list[float] = []

        def visit(part: str, cm: list[float], tm: list[float], *_: object) -> None:
            if solid(text) in solid(part):
                places.append(tm[4] * cm[0] + cm[4])

        self.reader.pages[index].extract_text(visitor_text=visit)
        return places[0]


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def chinese(text: str) -> str:
    return "".join(CHINESE.findall(text))


def raw_text(pdf: bytes, folder: Path) -> str:
    """What `pdftotext -raw` reads."""
    file = folder / "issue.pdf"
    file.write_bytes(pdf)
    answer = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return answer.stdout.decode()


@dataclass(frozen=True)
class Word:
    """A piece of text as it stands on its page; all lengths in points, from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Leaf:
    width: float
    height: float
    words: list[Word]


def leaves(pdf: bytes, folder: Path) -> list[Leaf]:
    """The pages with the places of their words, as `pdftotext -bbox` finds them."""
    file = folder / "issue.pdf"
    file.write_bytes(pdf)
    answer = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True)
    pages = re.findall(PAGE, answer.stdout.decode(), re.DOTALL)
    return [Leaf(float(width), float(height), _words(inner)) for width, height, inner in pages]


def _words(page: str) -> list[Word]:
    return [Word(unescape(text), *map(float, edges)) for *edges, text in re.findall(WORD, page)]


def right_edge(pdf: bytes, folder: Path, word: str) -> float:
    """How far from the left edge of its page a word ends, in points."""
    file = folder / "issue.pdf"
    file.write_bytes(pdf)
    answer = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True)
    found = re.search(rf'xMax="([\d.]+)"[^>]*>{re.escape(word)}</word>', answer.stdout.decode())
    assert found, f"{word} is not printed"
    return float(found[1])


def records_text(issue: Issue) -> str:
    """The wording of all that an issue holds in reading order, straight from the records."""
    return "".join(_wording(issue))


def kept_in_order(expected: str, read: str, reach: int = 400, sure: int = 6) -> float:
    """The share of the Chinese characters of `expected` that `read` holds in the same order.

    Where the two part, the next few expected characters are looked for within reach (a running head
    stands between); a character that is not found counts as lost.
    """
    wanted, got = chinese(expected), chinese(read)
    kept = here = 0
    for place, char in enumerate(wanted):
        if got[here : here + 1] != char:
            found = got.find(wanted[place : place + sure], here, here + reach)
            if found < 0:
                continue
            here = found
        kept, here = kept + 1, here + 1
    return kept / len(wanted)


def _wording(issue: Issue) -> Iterator[str]:
    for entry in issue.entries.order_by("position"):
        if hasattr(entry, "document"):
            yield from _document(entry.document)
        if hasattr(entry, "appointment_notice"):
            yield from _notice(entry.appointment_notice)
        if entry.events.exists() or entry.register_entries.exists():
            yield entry.title
            yield from entry.events.values_list("text", flat=True)
            yield from (f"{line.doc_number}{line.title}" for line in entry.register_entries.all())
        if hasattr(entry, "meeting"):
            yield from (entry.meeting.title, entry.meeting.text)
        if hasattr(entry, "indicator_table"):
            yield entry.indicator_table.title
            yield from (cell for row in entry.indicator_table.rows for cell in row)


def _document(document: Document) -> Iterator[str]:
    yield from (document.title, document.doc_number, document.addressee)
    yield from _blocks(document.blocks.filter(attachment=None))
    for attachment in document.attachments.filter(blocks__isnull=False).distinct():
        yield from (attachment.label, attachment.title)
        yield from _blocks(attachment.blocks.all())


def _notice(notice: AppointmentNotice) -> Iterator[str]:
    yield from (notice.title, notice.doc_number)
    for each in notice.appointments.filter(action="appoint"):
        yield f"{each.official.name}同志任{each.post}{each.note}"
    for each in notice.appointments.filter(action="remove"):
        yield f"免去{each.official.name}同志{each.post}职务{each.note}"


def _blocks(blocks: QuerySet[Block]) -> Iterator[str]:
    for block in blocks:
        yield f"{block.label}{block.text}"
        yield from (cell for row in block.rows for cell in row)


def _flat(outline: list, depth: int = 1) -> Iterator[tuple[int, str]]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item, depth + 1)
        else:
            yield depth, item.title
