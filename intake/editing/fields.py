"""Setting the fields of what was read; what an editor set is named in `edited`."""

from typing import Any

from django.utils.translation import gettext as _

from gazette.models import SectionKind
from intake.editing import names
from intake.editing.attachments import announce, headings
from intake.editing.changes import Change
from intake.editing.claims import document_of
from intake.editing.errors import EditError
from intake.reading import DocumentReading, Item, Reading

# Of each of these kinds a line of the contents names one item.
ALONE = {
    SectionKind.DOCUMENTS,
    SectionKind.APPOINTMENTS,
    SectionKind.MEETINGS,
    SectionKind.STATISTICS,
}


def set_fields(record: Any, values: dict[str, Any], place: str) -> list[Change]:
    """Set these fields of a record; those that differ become `edited`, and only those."""
    changes = []
    for field, value in values.items():
        before = getattr(record, field)
        if before == value:
            continue
        setattr(record, field, value)
        mark(record, field)
        changes.append(Change(place, str(names.FIELDS[field]), before, value))
    return changes


def mark(record: Any, *fields: str) -> None:
    """Note that an editor has set these fields."""
    record.edited = sorted({*record.edited, *fields})


def set_item(reading: Reading, number: int, values: dict[str, Any]) -> list[Change]:
    """Set the fields of an item and of its document; title and number are the same in both.

    `attachments` are titles: first of those printed here, in order, then of those only announced.
    """
    item = reading.items[number]
    document = document_of(reading, number)
    place = names.of_item(item)
    values = dict(values)
    changes = []
    if "contents_entry" in values:
        changes += _name_in_contents(reading, number, values.pop("contents_entry"), place)
    if document is None:
        own = {name: value for name, value in values.items() if hasattr(item, name)}
        changes += set_fields(item, own, place)
        _say_number(reading, number, item)
        return changes
    if "attachments" in values:
        changes += _title_attachments(document, values.pop("attachments"), place)
    changes += set_fields(document, values, place)
    for shared in {"title", "doc_number"} & values.keys():
        setattr(item, shared, values[shared])
        if shared in document.edited:
            mark(item, shared)
    return changes


def _say_number(reading: Reading, number: int, item: Item) -> None:
    """The appointments of a notice carry its number."""
    for each in reading.appointments:
        if each.item == number:
            each.notice = item.doc_number


def _name_in_contents(reading: Reading, number: int, entry: int | None, place: str) -> list[Change]:
    """Say which line of the contents names an item."""
    item, document = reading.items[number], document_of(reading, number)
    if item.contents_entry == entry:
        return []
    if entry is not None and not 0 <= entry < len(reading.contents):
        raise EditError(_("目录里没有这一条。"))
    refuse_taken(reading, number, entry, item.kind)
    before = _entry_title(reading, item.contents_entry)
    item.contents_entry = entry
    mark(item, "contents_entry")
    if document:
        document.contents_entry = entry
        document.section = reading.contents[entry].section if entry is not None else document.section
        mark(document, "contents_entry")
    return [Change(place, str(names.FIELDS["contents_entry"]), before, _entry_title(reading, entry))]


def refuse_taken(reading: Reading, number: int, entry: int | None, kind: str) -> None:
    """Raise EditError where another item than `number` is the one of this kind that a line may name."""
    if entry is None or kind not in ALONE:
        return
    for place, other in enumerate(reading.items):
        if place != number and (other.contents_entry, other.kind) == (entry, kind):
            raise EditError(_("目录的这一条已经对应%(item)s。") % {"item": names.of_item(other)})


def _entry_title(reading: Reading, entry: int | None) -> str:
    return reading.contents[entry].title if entry is not None else ""


def _title_attachments(document: DocumentReading, titles: list[str], place: str) -> list[Change]:
    before = [each.title for each in document.attachments]
    if titles == before:
        return []
    printed = headings(document)
    if len(titles) < len(printed):
        raise EditError(_("正文里印有%(count)s个附件，附件标题不能少于这个数。") % {"count": len(printed)})
    for block, attachment, title in zip(printed, document.attachments, titles, strict=False):
        block.text = attachment.title = title
    announce(document, titles[len(printed) :])
    mark(document, "attachments")
    return [Change(place, str(names.FIELDS["attachments"]), before, titles)]
