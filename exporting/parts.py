"""What stands under a line of the contents, part by part; the parts are those that the PDF prints."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils import dateformat
from django.utils.translation import gettext as _

from exporting.tables import figures_table, register_table
from exporting.text import runs_of
from exporting.wordml import Element, paragraph, run
from printing.parts import Part
from printing.parts.chronicle import Month, PrintedChronicle
from printing.parts.documents import PrintedDocument
from printing.parts.indicators import PrintedTable
from printing.parts.meetings import PrintedMeeting
from printing.parts.notices import PrintedNotice
from printing.parts.registers import PrintedRegister

# An element, and whether it stands on a page that is turned.
Piece = tuple[Element, bool]


def pieces(part: Part) -> Iterator[Piece]:
    """All that is printed of a part under its title."""
    return _WRITERS[type(part)](part)


def _document(part: PrintedDocument) -> Iterator[Piece]:
    document = part.document
    yield from _optional("DocNumber", document.doc_number)
    yield from _optional("Addressee", document.addressee)
    yield from runs_of(part.runs)
    for attachment in part.attachments:
        yield from _optional("Annex", attachment.label)
        # One without a title of its own goes by its label.
        if attachment.title != attachment.label:
            yield paragraph("Heading3", attachment.title), False
        yield from runs_of(attachment.runs)


def _notice(part: PrintedNotice) -> Iterator[Piece]:
    notice = part.notice
    yield from _optional("DocNumber", notice.doc_number)
    if notice.issuer:
        yield paragraph("BodyText", _("%(issuer)s决定：") % {"issuer": notice.issuer}), False
    for group in part.groups:
        yield paragraph("Group", group.heading), False
        for sentence in group.sentences:
            yield paragraph("BodyText", sentence), False
    if notice.issued_on:
        yield paragraph("Signature", dateformat.format(notice.issued_on, "Y年n月j日")), False


def _chronicle(part: PrintedChronicle) -> Iterator[Piece]:
    yield from _optional("Period", part.period)
    for month in part.months:
        if month.first:
            form = "Y年n月" if part.names_years else "n月"
            yield paragraph("Group", dateformat.format(month.first, form)), False
        yield from _events(month)


def _events(month: Month) -> Iterator[Piece]:
    for event in month.events:
        day = [run(event.day, style="Strong")] if event.day else []
        yield paragraph("BodyText", *day, event.rest), False


def _register(part: PrintedRegister) -> Iterator[Piece]:
    for direction in part.directions:
        if not part.says_direction:
            yield paragraph("Group", direction.label), False
        yield register_table([(line.doc_number, line.title) for line in direction.lines]), False


def _meeting(part: PrintedMeeting) -> Iterator[Piece]:
    for text in part.paragraphs:
        yield paragraph("BodyText", text), False


def _indicators(part: PrintedTable) -> Iterator[Piece]:
    if part.table.unit:
        yield paragraph("Unit", _("单位：%(unit)s") % {"unit": part.table.unit}), part.is_landscape
    if part.head:
        yield figures_table(part.head, part.rows), part.is_landscape


def _optional(style: str, text: str) -> Iterator[Piece]:
    if text:
        yield paragraph(style, text), False


_WRITERS: dict[type[Part], Callable[[Any], Iterator[Piece]]] = {
    PrintedDocument: _document,
    PrintedNotice: _notice,
    PrintedChronicle: _chronicle,
    PrintedRegister: _register,
    PrintedMeeting: _meeting,
    PrintedTable: _indicators,
}
