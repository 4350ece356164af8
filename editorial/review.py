"""What was read from a source besides documents, as its review shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count

from appointments.models import Appointment, AppointmentNotice
from chronicle.models import Event, Meeting
from documents.models import RegisterEntry
from editorial.models import ChronicleEntry, RegisterListing
from gazette.models import Source
from gazette_statistics.models import IndicatorTable


@dataclass
class Group:
    """Some rows that belong together: how many, and the line of the source where they begin."""

    key: Any
    count: int
    line: int | None


def rooms_read_from(source: Source) -> dict[str, Any]:
    """The records by kind, for the template's context."""
    events = Event.objects.filter(source=source).order_by("entry__position", "position", "pk")
    rows = RegisterEntry.objects.filter(source=source).order_by("entry__position", "position", "pk")
    appointments = Appointment.objects.filter(source=source).select_related("official", "post")
    tables = IndicatorTable.objects.filter(source=source).annotate(figures=Count("observations"))
    return {
        "notices": AppointmentNotice.objects.filter(source=source).order_by("entry__position"),
        "appointments": appointments.order_by("notice__entry__position", "position", "pk"),
        "chronicles": ChronicleEntry.objects.filter(events__in=events).distinct().order_by("position"),
        "days": _groups(events, lambda event: event.happened_on),
        "event_count": len(events),
        "registers": RegisterListing.objects.filter(register_entries__in=rows)
        .distinct()
        .order_by("position"),
        "directions": _groups(rows, lambda row: row.get_direction_display()),
        "register_count": len(rows),
        "meetings": Meeting.objects.filter(source=source).order_by("entry__position"),
        "tables": tables.order_by("entry__position"),
    }


def _groups(records: Iterable[Any], key: Any) -> list[Group]:
    """Neighbours with one key, in order."""
    found = []
    for value, members in groupby(records, key):
        held = list(members)
        found.append(Group(value, len(held), _first_line(held[0])))
    return found


def _first_line(record: Any) -> int | None:
    return record.source_lines[0][0] if record.source_lines else None
