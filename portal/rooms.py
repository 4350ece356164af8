"""Which kinds of content the public issues of each publication hold, and where they are listed."""

from typing import Any

from django.db.models import Exists, Model, OuterRef
from django.urls import reverse

from appointments.models import AppointmentNotice
from chronicle.models import Event, Meeting
from documents.models import RegisterEntry
from gazette.models import Publication, SectionKind
from gazette_statistics.models import IndicatorTable

# A kind's list has the address of that name.
RECORDS: dict[SectionKind, type[Model]] = {
    SectionKind.APPOINTMENTS: AppointmentNotice,
    SectionKind.CHRONICLE: Event,
    SectionKind.MEETINGS: Meeting,
    SectionKind.REGISTER: RegisterEntry,
    SectionKind.STATISTICS: IndicatorTable,
}

Room = tuple[str, str]


def rooms() -> dict[Publication, list[Room]]:
    """Name and address of each list that is not empty, by publication."""
    held = {f"has_{kind.value}": Exists(_public(record)) for kind, record in RECORDS.items()}
    asked = Publication.objects.annotate(**held)
    found = {publication: _rooms_of(publication) for publication in asked}
    return {publication: lists for publication, lists in found.items() if lists}


def _rooms_of(publication: Publication) -> list[Room]:
    held = [kind for kind in RECORDS if getattr(publication, f"has_{kind.value}")]
    return [(str(kind.label), reverse(kind.value, args=[publication.code])) for kind in held]


def _public(record: Any) -> Any:
    return record.objects.published().filter(entry__issue__publication=OuterRef("pk"))
