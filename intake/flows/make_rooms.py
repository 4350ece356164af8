"""Items other than documents to their records: notices, events, registers, meetings, tables."""

import datetime
from collections.abc import Iterable
from typing import TypeVar

from appointments.flows import find_official, find_post
from appointments.models import Appointment, AppointmentNotice, Official, Post
from chronicle.models import Event, EventOfficial, Meeting
from documents.models import RegisterEntry
from gazette.models import Entry, SectionKind
from intake import reading as r
from intake.flows.create_checked import create_checked, said_with_place
from intake.flows.make_tables import make_table

Item = TypeVar("Item", r.Appointment, r.Event, r.RegisterEntry, r.Meeting, r.IndicatorTable)


def make_room(index: int, reading: r.Reading, entry: Entry) -> None:
    """Make the records of one item that is no document, under its entry; the caller has a transaction."""
    item = reading.items[index]
    if item.kind == SectionKind.APPOINTMENTS:
        _make_notice(item, _of(index, reading.appointments), entry)
    elif item.kind == SectionKind.CHRONICLE:
        _make_events(_of(index, reading.events), entry)
    elif item.kind == SectionKind.REGISTER:
        _make_register(_of(index, reading.register), entry)
    elif item.kind == SectionKind.MEETINGS:
        for meeting in _of(index, reading.meetings):
            _make_meeting(meeting, entry)
    elif item.kind == SectionKind.STATISTICS:
        for table in _of(index, reading.tables):
            make_table(table, entry)


def _of(index: int, records: Iterable[Item]) -> list[Item]:
    return [record for record in records if record.item == index]


def _official(name: str, lines: r.Ranges) -> Official:
    with said_with_place(Official, lines[0][0]):
        return find_official(name)


def _post(name: str, lines: r.Ranges) -> Post:
    with said_with_place(Post, lines[0][0]):
        return find_post(name)


def _make_notice(item: r.Item, appointments: list[r.Appointment], entry: Entry) -> None:
    notice = create_checked(
        AppointmentNotice(
            entry=entry,
            title=item.title,
            doc_number=item.doc_number or "",
            issuer=item.issuer or "",
            issued_on=datetime.date.fromisoformat(item.issued_on) if item.issued_on else None,
            source=entry.source,
            source_lines=item.lines,
        )
    )
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
                source=entry.source,
                source_lines=read.lines,
            )
        )


def _make_events(events: list[r.Event], entry: Entry) -> None:
    for position, read in enumerate(events, 1):
        event = create_checked(
            Event(
                entry=entry,
                position=position,
                happened_on=datetime.date.fromisoformat(read.date) if read.date else None,
                text=read.text,
                source=entry.source,
                source_lines=read.lines,
            )
        )
        EventOfficial.objects.bulk_create(
            EventOfficial(event=event, official=_official(named.name, read.lines), office=named.title[:100])
            for named in read.officials
        )


def _make_register(entries: list[r.RegisterEntry], entry: Entry) -> None:
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
            )
        )


def _make_meeting(read: r.Meeting, entry: Entry) -> None:
    create_checked(
        Meeting(
            entry=entry,
            title=read.title,
            number=read.number,
            held_on=datetime.date.fromisoformat(read.held_on) if read.held_on else None,
            chair=_official(read.chair, read.lines) if read.chair else None,
            text=read.text or read.title,
            source=entry.source,
            source_lines=read.lines,
        )
    )
