"""What a record, or the reading of an item, holds, as lines of text that can be compared and shown.

Records are put in their order here: a query's order would ask for each entry what was fetched for all.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from documents.models import Document
from gazette.models import Entry, SectionKind
from intake.reading import Item, Reading


def lines_of_item(reading: Reading, index: int, item: Item) -> list[str]:
    """One item of a reading; the order is that of `lines_of_record`."""
    return list(_lines_of_item(reading, index, item))


def _lines_of_item(reading: Reading, index: int, item: Item) -> Iterator[str]:
    def of(kind: str) -> Iterator[Any]:
        return (part for part in getattr(reading, kind) if part.item == index)

    for each in of("documents"):
        yield from _head(each.title, each.doc_number, each.issuer, each.issued_on)
        yield from _facts(each.addressee, each.effective_on, each.valid_until)
        yield from (block.label + block.text for block in each.body if block.label + block.text)
        yield from ("｜".join(row) for block in each.body for row in block.rows)
    if item.kind == SectionKind.APPOINTMENTS:
        yield from _head(item.title, item.doc_number, item.issuer, item.issued_on)
        yield from (
            _appointment(each.action, each.person, each.post, each.note) for each in of("appointments")
        )
    yield from (f"{each.date or ''} {each.text}" for each in of("events"))
    yield from (f"{each.direction} {each.doc_number} {each.title}" for each in of("register"))
    for each in of("meetings"):
        yield from _head(each.title, None, each.chair, each.held_on)
        yield from (each.text or each.title).split("\n")
    for each in of("tables"):
        if each.period:
            yield from _head(each.title, None, each.unit, each.period)
            yield from ("｜".join(row) for row in each.rows)


def lines_of_record(entry: Entry) -> list[str]:
    """What stands under an entry now, headed by the line of the contents."""
    return list(_lines_of_record(entry))


def _lines_of_record(entry: Entry) -> Iterator[str]:
    yield f"{entry.title}{f'（{entry.doc_number}）' if entry.doc_number else ''}"
    document: Document | None = getattr(entry, "document", None)
    if document:
        yield from _head(document.title, document.doc_number, document.issuer, document.issued_on)
        yield from _facts(document.addressee, document.effective_on, document.valid_until)
        yield from _text(document)
    notice = getattr(entry, "appointment_notice", None)
    if notice:
        yield from _head(notice.title, notice.doc_number, notice.issuer, notice.issued_on)
        for each in in_order(notice.appointments.all()):
            yield _appointment(each.action, each.official.name, each.post.name, each.note)
    yield from (f"{each.happened_on or ''} {each.text}" for each in in_order(entry.events.all()))
    for each in in_order(entry.register_entries.all()):
        yield f"{each.direction} {each.doc_number} {each.title}"
    meeting = getattr(entry, "meeting", None)
    if meeting:
        chair = meeting.chair.name if meeting.chair else ""
        yield from _head(meeting.title, None, chair, meeting.held_on)
        yield from meeting.text.split("\n")
    table = getattr(entry, "indicator_table", None)
    if table:
        yield from _head(table.title, None, table.unit, f"{table.month:%Y-%m}")
        yield from ("｜".join(row) for row in table.rows)


def _text(document: Document) -> Iterator[str]:
    """The pieces of a document in the order of its reading: an attachment's label before its text."""
    blocks = in_order(document.blocks.all())
    current = None
    for block in blocks:
        if block.attachment_id != current and block.attachment:
            current = block.attachment_id
            yield block.attachment.label
        if block.label + block.text:
            yield block.label + block.text
    yield from ("｜".join(row) for block in blocks for row in block.rows)


def in_order(records: Iterable[Any]) -> list[Any]:
    return sorted(records, key=lambda record: (record.position, record.pk))


def _head(title: str, number: Any, issuer: Any, day: Any) -> Iterator[str]:
    yield title
    yield " ".join(str(each) for each in (number, issuer, day) if each)


def _facts(*facts: Any) -> Iterator[str]:
    yield " ".join(str(each) for each in facts if each)


def _appointment(action: str, person: str, post: str, note: str) -> str:
    return f"{action} {person} {post} {note}".strip()
