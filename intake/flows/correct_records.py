"""What stands under an entry is corrected by what a corrected file has there, kind by kind."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from gazette.models import Entry, SectionKind, Source, Sourced
from intake import reading as r
from intake.errors import SourceError
from intake.flows.create_checked import check
from intake.flows.make_documents import document_fields, make_document, make_text
from intake.flows.make_rooms import (
    make_appointments,
    make_events,
    make_meeting,
    make_notice,
    make_register,
    meeting_fields,
    notice_fields,
    parts_of,
)
from intake.flows.make_tables import derive_observations, make_table, table_fields
from intake.flows.work_of_editors import WorkOfEditors

# Fields that say one thing together: where an editor has set one of them, none is corrected.
TOGETHER = [
    {"issuer", "issuing_body"},
    {"dated_on", "dated_precision"},
    {"serial", "serial_end"},
    {"rows", "row_lines"},
]
_ONE = {
    SectionKind.DOCUMENTS: "document",
    SectionKind.APPOINTMENTS: "appointment_notice",
    SectionKind.MEETINGS: "meeting",
    SectionKind.STATISTICS: "indicator_table",
}
_MANY = {SectionKind.CHRONICLE: "events", SectionKind.REGISTER: "register_entries"}


def correct_records(entry: Entry, reading: r.Reading, items: list[int], work: WorkOfEditors) -> None:
    """Correct the records of `entry` by these items (by index), and make those that it lacks.

    The entry has its new source. Raises SourceError, naming the entry, where the items are not of the kinds
    that it holds, or are several where it holds one; the caller has a transaction.
    """
    read = _Read(reading, items)
    _refuse_other_kinds(entry, read)
    _refuse_several(entry, read)
    _documents(entry, read.documents, work)
    _notice(entry, reading, read, work)
    if read.events and not work.rows_touched(entry, "events"):
        entry.events.all().delete()
        make_events(read.events, entry)
    if read.register and not work.rows_touched(entry, "register_entries"):
        entry.register_entries.all().delete()
        make_register(read.register, entry)
    _meetings(entry, read.meetings)
    _tables(entry, read.tables)


def set_unless_edited(record: Sourced, fields: dict[str, Any], source: Source | None) -> None:
    """Give a record the values of the corrected file, except those that an editor set."""
    kept = set(record.edited_fields)
    for together in TOGETHER:
        kept |= together if together & kept else set()
    held: Model = record
    for name, value in fields.items():
        if name not in kept:
            setattr(held, name, value)
    record.source = source
    check(held, record.source_lines[0][0] if record.source_lines else None)
    held.save()


class _Read:
    """The parts of all items that stand under one line of the contents."""

    def __init__(self, reading: r.Reading, items: list[int]) -> None:
        def of(records: Any) -> list[Any]:
            return [part for index in items for part in parts_of(index, records)]

        self.documents: list[r.DocumentReading] = of(reading.documents)
        self.notices = [n for n in items if reading.items[n].kind == SectionKind.APPOINTMENTS]
        self.events: list[r.Event] = of(reading.events)
        self.register: list[r.RegisterEntry] = of(reading.register)
        self.meetings: list[r.Meeting] = of(reading.meetings)
        # One whose month is not known makes no record.
        self.tables = [table for table in of(reading.tables) if table.period]

    def by_kind(self) -> dict[SectionKind, list[Any]]:
        return {
            SectionKind.DOCUMENTS: self.documents,
            SectionKind.APPOINTMENTS: self.notices,
            SectionKind.CHRONICLE: self.events,
            SectionKind.REGISTER: self.register,
            SectionKind.MEETINGS: self.meetings,
            SectionKind.STATISTICS: self.tables,
        }


def _refuse_other_kinds(entry: Entry, read: _Read) -> None:
    """What is held and not in the file any more is never deleted in passing, nor left beside its successor."""
    found = {kind for kind, parts in read.by_kind().items() if parts}
    held = {kind for kind, name in _ONE.items() if hasattr(entry, name)}
    held |= {kind for kind, name in _MANY.items() if getattr(entry, name).exists()}
    if held <= found:
        return
    message = _(
        "“%(title)s”现在是“%(held)s”，更正稿里读成“%(read)s”，不能这样更正。"
        "请先在更正稿的核对页改好类别，或者不勾选这一项。"
    )
    words = {"title": entry.title[:60], "held": _said(held), "read": _said(found) or _("没有读出内容")}
    raise SourceError(message % words)


def _refuse_several(entry: Entry, read: _Read) -> None:
    """Of some kinds an entry holds one record."""
    for kind, parts in read.by_kind().items():
        if kind in _ONE and len(parts) > 1:
            message = _(
                "更正稿里“%(title)s”之下有%(count)s项“%(kind)s”，目录的一条只能有一项。请先在核对页分开。"
            )
            raise SourceError(
                message % {"title": entry.title[:60], "count": len(parts), "kind": SectionKind(kind).label}
            )


def _said(kinds: set[SectionKind]) -> str:
    return "、".join(str(kind.label) for kind in SectionKind if kind in kinds)


def _documents(entry: Entry, documents: list[r.DocumentReading], work: WorkOfEditors) -> None:
    for read in documents:
        document = getattr(entry, "document", None)
        if document is None:
            if entry.source:
                make_document(read, entry.source, entry)
            continue
        replace = not work.text_touched(document)
        set_unless_edited(document, document_fields(read), entry.source)
        if replace:
            for parts in (document.blocks, document.attachments, document.citations):
                parts.all().delete()
            make_text(document, read)


def _notice(entry: Entry, reading: r.Reading, read: _Read, work: WorkOfEditors) -> None:
    for index in read.notices:
        appointments = parts_of(index, reading.appointments)
        notice = getattr(entry, "appointment_notice", None)
        if notice is None:
            make_notice(reading.items[index], appointments, entry)
            continue
        set_unless_edited(notice, notice_fields(reading.items[index]), entry.source)
        if not work.rows_touched(entry, "appointments"):
            notice.appointments.all().delete()
            make_appointments(notice, appointments)


def _meetings(entry: Entry, meetings: list[r.Meeting]) -> None:
    for meeting in meetings:
        if hasattr(entry, "meeting"):
            set_unless_edited(entry.meeting, meeting_fields(meeting), entry.source)
        else:
            make_meeting(meeting, entry)


def _tables(entry: Entry, tables: list[r.IndicatorTable]) -> None:
    for read in tables:
        table = getattr(entry, "indicator_table", None)
        if table is None:
            make_table(read, entry)
            continue
        set_unless_edited(table, table_fields(read), entry.source)
        derive_observations(table)
