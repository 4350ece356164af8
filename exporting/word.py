"""An issue → a Word file (docx) with the content of its PDF, for editors to work on."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import docx
from django.utils import translation
from django.utils.translation import gettext as _
from docx.document import Document

from documents.models import Document as Record
from exporting import frame
from exporting.contents import contents
from exporting.cover import cover
from exporting.package import bytes_of
from exporting.parts import Piece, pieces
from exporting.pictures import fill
from exporting.styles import dress
from exporting.wordml import Element, bookmarked, paragraph, run
from gazette.models import Issue
from printing.layout import PrintedEntry, PrintedSection, sections
from printing.parts.documents import printed_document

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# A page of the text holds about so many lines of so many characters.
PAGE_LINES, LINE_CHARACTERS = 29, 36


@dataclass(frozen=True)
class _WrittenEntry:
    """The text of an entry: its bookmark, and what stands in the file."""

    key: int
    mark: str
    pieces: list[Piece]

    @property
    def likely_pages(self) -> int:
        """How many pages the text is likely to take; only Word can tell."""
        lines = sum(ceil(len("".join(piece.itertext())) / LINE_CHARACTERS) or 1 for piece, _ in self.pieces)
        return ceil(lines / PAGE_LINES)


def word_file(issue: Issue) -> bytes:
    """The docx of an issue, published or not; the same content gives the same bytes."""
    # The file speaks Chinese, whatever language the editor's screen does.
    with translation.override("zh-hans"):
        printed = sections(issue)
        written = _written(printed)
        document = docx.Document()
        dress(document)
        frame.describe(document, issue)
        frame.begin(document)
        marks = {each.key: each.mark for each in written}
        _put(document, cover(issue))
        _put(document, contents(issue, printed, marks, _likely_pages(written)))
        if written:
            frame.begin_text(document, issue)
            _put_text(document, [piece for each in written for piece in each.pieces])
        fill(document)
        return bytes_of(document)


def document_file(document: Record) -> bytes:
    """The docx of one document, whether or not an issue holds it."""
    with translation.override("zh-hans"):
        made = docx.Document()
        dress(made)
        frame.describe_document(made, document)
        frame.begin_alone(made)
        part = printed_document(document)
        _put(made, [paragraph("Heading2", part.title)])
        _put_text(made, list(pieces(part)))
        _put(made, [paragraph("Unit", line) for line in _taken_from(document)])
        fill(made)
        return bytes_of(made)


def _taken_from(document: Record) -> list[str]:
    """Which issue it was taken from, so that nobody takes the file for the original."""
    if document.entry is None:
        return []
    issue = document.entry.issue
    words = {"gazette": issue.publication.name, "label": issue.label}
    return [_("选自《%(gazette)s》%(label)s。") % words]


def _written(printed: Sequence[PrintedSection]) -> list[_WrittenEntry]:
    made: list[_WrittenEntry] = []
    for section in printed:
        for place, each in enumerate(section.printed):
            number = len(made) + 1
            mark = f"_Gazette{number}"
            made.append(
                _WrittenEntry(each.entry.pk, mark, _entry(each, section.name * (place == 0), mark, number))
            )
    return made


def _entry(each: PrintedEntry, section: str, mark: str, number: int) -> list[Piece]:
    """The parts of an entry, each on a new page; the section's name stands over its first one."""
    made: list[Piece] = []
    for part in each.parts:
        begins = part is each.parts[0]
        if begins and section:
            made.append((paragraph("Heading1", section, on_new_page=True), part.is_landscape))
        title = bookmarked(run(part.title), mark, number) if begins else [run(part.title)]
        made.append((paragraph("Heading2", *title, on_new_page=not (begins and section)), part.is_landscape))
        made += pieces(part)
    return made


def _likely_pages(written: Sequence[_WrittenEntry]) -> dict[int, int]:
    """On which page each entry's text is likely to begin."""
    pages, page = {}, 1
    for each in written:
        pages[each.key] = page
        page += each.likely_pages
    return pages


def _put_text(document: Document, text: Sequence[Piece]) -> None:
    """The text, on pages that are turned where a table needs it."""
    on_side = False
    for piece, landscape in text:
        if landscape != on_side:
            frame.turn(document, landscape=landscape)
            on_side = landscape
        _put(document, [piece])


def _put(document: Document, elements: Sequence[Element]) -> None:
    """Elements at the end of the text, before what describes the last section."""
    end = document.element.body[-1]
    for each in elements:
        end.addprevious(each)
