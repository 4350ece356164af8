"""Items other than documents to their records: notices, events, registers, meetings, tables."""

from collections.abc import Iterable
from typing import Any, TypeVar

from appointments.flows import find_official, find_post
from appointments.models import Appointment, AppointmentNotice, Official, Post
from chronicle.models import Event, EventOfficial, Meeting
from documents.models import RegisterEntry
from gazette.models import Entry, SectionKind
from intake import reading as r
from intake.flows.create_checked import create_checked, day_of, said_with_place, set_by_editor
from intake.flows.make_tables import make_table

Item = TypeVar(
    "Item", r.DocumentReading, r.Appointment, r.Event, r.RegisterEntry, r.Meeting, r.IndicatorTable
)


def make_room(index: int, reading: r.Reading, entry: Entry) -> None:
    """Make the records of one item that is no document, under its entry; the caller has a transaction."""
    item = reading.items[index]
    if item.kind == SectionKind.APPOINTMENTS:
        make_notice(item, parts_of(index, reading.appointments), entry)
    elif item.kind == SectionKind.CHRONICLE:
        make_events(parts_of(index, reading.events), entry)
    elif item.kind == SectionKind.REGISTER:
        make_register(parts_of(index, reading.register), entry)
    elif item.kind == SectionKind.MEETINGS:
        for meeting in parts_of(index, reading.meetings):
            make_meeting(meeting, entry)
    elif item.kind == SectionKind.STATISTICS:
        for table in parts_of(index, reading.tables):
            make_table(table, entry)


def parts_of(index: int, records: Iterable[Item]) -> list[Item]:
    """The records of the item `index`."""
    return [record for record in records if record.item == index]


def _official(name: str, lines: r.Ranges) -> Official:
    with said_with_place(Official, lines[0][0] if lines else None):
        return find_official(name)


def _post(name: str, lines: r.Ranges) -> Post:
    with said_with_place(Post, lines[0][0] if lines else None):
        return find_post(name)


def make_notice(item: r.Item, appointments: list[r.Appointment], entry: Entry) -> None:
    """Make the notice of an entry that has none, with its rows."""
    edited = set_by_editor(item.edited)
    notice = AppointmentNotice(entry=entry, source=entry.source, edited_fields=edited, **notice_fields(item))
    make_appointments(create_checked(notice), appointments)


def notice_fields(item: r.Item) -> dict[str, Any]:
    return {
        "title": item.title,
        "doc_number": item.doc_number or "",
        "issuer": item.issuer or "",
        "issued_on": day_of(item.issued_on),
        "source_lines": item.lines,
    }


def make_appointments(notice: AppointmentNotice, appointments: list[r.Appointment]) -> None:
    """Make the rows of a notice that has none; the same person, post and action is one row."""
    seen = set()
    for position, read in enumerate(appointments, 1):
        official, post = _official(read.person, read.lines), _post(read.post, read.lines)
        if (official, post, read.action) in seen:
            continue
        seen.add((official, post, read.action))
        create_checked(
            Appointment(
                notice=notice,
                position=position,
                action=read.action,
                official=official,
                post=post,
                note=read.note,
                source=notice.source,
                source_lines=read.lines,
                edited_fields=set_by_editor(read.edited, {"person": "official"}),
            )
        )


def make_events(events: list[r.Event], entry: Entry) -> None:
    """Make the chronicle of an entry that has none."""
    for position, read in enumerate(events, 1):
        event = create_checked(
            Event(
                entry=entry,
                position=position,
                happened_on=day_of(read.date),
                text=read.text,
                source=entry.source,
                source_lines=read.lines,
                edited_fields=set_by_editor(read.edited, {"date": "happened_on"}),
            )
        )
        EventOfficial.objects.bulk_create(
            EventOfficial(event=event, official=_official(named.name, read.lines), office=named.title[:100])
            for named in read.officials
        )


def make_register(entries: list[r.RegisterEntry], entry: Entry) -> None:
    """Make the register of an entry that has none."""
    for position, read in enumerate(entries, 1):
        create_checked(
            RegisterEntry(
                entry=entry,
                position=position,
                direction=read.direction,
                doc_number=read.doc_number,
                title=read.title,
                source=entry.source,
                source_lines=read.lines,
                edited_fields=set_by_editor(read.edited),
            )
        )


def make_meeting(read: r.Meeting, entry: Entry) -> None:
    """Make the report of an entry that has none."""
    edited = set_by_editor(read.edited)
    create_checked(Meeting(entry=entry, source=entry.source, edited_fields=edited, **meeting_fields(read)))


def meeting_fields(read: r.Meeting) -> dict[str, Any]:
    return {
        "title": read.title,
        "number": read.number,
        "held_on": day_of(read.held_on),
        "chair": _official(read.chair, read.lines) if read.chair else None,
        "text": read.text or read.title,
        "source_lines": read.lines,
    }
