"""What an issue holds as plain values, whether its records or a reading say it, so that both can be compared."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from appointments.models import Appointment
from chronicle.models import Event, EventOfficial, Meeting
from documents.models import Block, Document, RegisterEntry
from gazette.models import Issue
from gazette.models.issue import DatePrecision
from gazette_statistics.models import Observation
from intake import reading as r

Values = list[tuple[Any, ...]]
Holdings = dict[str, Values]


def of_issue(issue: Issue) -> Holdings:
    """By the records, in the order of the contents."""
    held = {"entry__issue": issue}
    order = ("entry__position", "pk")
    documents = list(Document.objects.filter(**held).order_by(*order))
    return {
        "issue": [_issue(issue)],
        "contents": [
            (entry.section.name if entry.section else "", entry.title, entry.doc_number)
            for entry in issue.entries.select_related("section").order_by("position")
        ],
        "documents": [_document(each) for each in documents],
        "attachments": [
            (document.doc_number, part.label, part.title)
            for document in documents
            for part in document.attachments.all()
        ],
        "blocks": [block for document in documents for block in _blocks(document)],
        "appointments": by_action(
            (each.notice.doc_number, each.official.name, each.action, each.post.name, each.note)
            for each in Appointment.objects.filter(notice__entry__issue=issue).order_by(
                "notice__entry__position", "position"
            )
        ),
        "notices": [
            (notice.title, notice.doc_number, notice.issuer, _iso(notice.issued_on))
            for entry in issue.entries.filter(appointment_notice__isnull=False)
            for notice in [entry.appointment_notice]
        ],
        "events": [
            (_iso(each.happened_on), each.text, *((o.official.name, o.office) for o in _officials(each)))
            for each in Event.objects.filter(**held).order_by("entry__position", "position")
        ],
        "register": [
            (each.direction, each.doc_number, each.title)
            for each in RegisterEntry.objects.filter(**held).order_by("entry__position", "position")
        ],
        "meetings": [
            (each.title, each.number, _iso(each.held_on), each.chair.name if each.chair else "", each.text)
            for each in Meeting.objects.filter(**held).select_related("chair").order_by(*order)
        ],
        "observations": [
            _observation(each)
            for each in Observation.objects.filter(table__entry__issue=issue)
            .select_related("indicator__parent")
            .order_by("table__entry__position", "pk")
        ],
    }


def of_reading(reading: r.Reading) -> Holdings:
    """By what was read of a file."""
    return {
        "issue": [_read_issue(reading.issue)] if reading.issue else [],
        "contents": [(line.section, line.title, line.doc_number or "") for line in reading.contents],
        "documents": [
            (
                each.doc_number or "",
                each.title,
                each.issuer or "",
                each.addressee or "",
                each.issued_on,
                each.effective_on,
                each.valid_until,
                each.trial,
            )
            for each in reading.documents
        ],
        "attachments": [
            (document.doc_number or "", part.label, part.title or part.label)
            for document in reading.documents
            for part in document.attachments
        ],
        "blocks": [block for document in reading.documents for block in _read_blocks(document)],
        "appointments": by_action(
            (a.notice or "", a.person, a.action, a.post, a.note) for a in reading.appointments
        ),
        "notices": [
            (item.title, item.doc_number or "", item.issuer or "", item.issued_on)
            for item in reading.items
            if item.kind == "appointments"
        ],
        "events": [(e.date, e.text, *((o.name, o.title) for o in e.officials)) for e in reading.events],
        "register": [(line.direction, line.doc_number, line.title) for line in reading.register],
        "meetings": [(m.title, m.number, m.held_on, m.chair or "", m.text) for m in reading.meetings],
        "observations": [
            (o.period, o.parent or "", o.indicator, o.unit or "", o.measure, o.year, o.value)
            for o in reading.observations
        ],
    }


def _issue(issue: Issue) -> tuple[Any, ...]:
    dated = _iso(issue.dated_on)
    return (
        issue.publication.name,
        (issue.year, issue.number, issue.number_end),
        (issue.serial, issue.serial_end or issue.serial),
        dated[:7] if dated and issue.dated_precision == DatePrecision.MONTH else dated,
        issue.frequency,
        issue.chief_editor,
        tuple(issue.deputy_editors),
    )


def _read_issue(read: r.Masthead) -> tuple[Any, ...]:
    return (
        read.publication,
        (read.year, read.number, read.number_end),
        (read.serial, read.serial_end),
        read.published,
        read.frequency or "",
        read.chief_editor or "",
        tuple(read.deputy_editors),
    )


def _document(each: Document) -> tuple[Any, ...]:
    return (
        each.doc_number,
        each.title,
        each.issuer,
        each.addressee,
        _iso(each.issued_on),
        _iso(each.effective_on),
        _iso(each.valid_until),
        each.trial,
    )


def _blocks(document: Document) -> Iterator[tuple[Any, ...]]:
    """The document's own blocks, then those of each attachment behind its label, as they are printed."""
    blocks = list(document.blocks.order_by("position"))
    for part in [None, *document.attachments.order_by("position")]:
        within = [block for block in blocks if block.attachment_id == (part.pk if part else None)]
        for block in within:
            yield (document.doc_number, part.label if part else "", *_block(block))


def _block(block: Block | r.Block) -> tuple[Any, ...]:
    kind = block.kind if isinstance(block, Block) else block.type
    return (str(kind), block.level, block.label, block.text, tuple(tuple(row) for row in block.rows))


def _read_blocks(document: r.DocumentReading) -> Iterator[tuple[Any, ...]]:
    label = ""
    for block in document.body:
        if block.type == "attachment":
            label = block.label
        else:
            yield (document.doc_number or "", label, *_block(block))


def _officials(event: Event) -> QuerySet[EventOfficial]:
    return event.named.select_related("official").order_by("pk")


def by_action(appointments: Iterable[tuple[Any, ...]]) -> Values:
    """A notice prints the appointed before the removed, in whatever order they stood."""
    return sorted(appointments, key=lambda each: (each[0], each[2]))


def _observation(each: Observation) -> tuple[Any, ...]:
    parent = each.indicator.parent
    return (
        f"{each.month:%Y-%m}",
        parent.name if parent else "",
        each.indicator.name,
        each.unit,
        each.measure,
        each.year,
        each.printed,
    )


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
