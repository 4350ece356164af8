"""What stands under an entry, by the kind of its section, and where an editor works on it."""

from dataclasses import dataclass

from django.db.models import Count, Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from appointments.models import AppointmentNotice
from chronicle.models import Meeting
from documents.models import Document
from gazette.models import Entry, Issue, SectionKind
from gazette_statistics.models import IndicatorTable


@dataclass(frozen=True)
class Room:
    """A kind of record of which an entry holds one. `accessor` leads to it from the entry."""

    kind: str
    model: type[Model]
    accessor: str

    @property
    def address(self) -> str:
        return f"admin:{self.model._meta.app_label}_{self.model._meta.model_name}"

    @property
    def add_permission(self) -> str:
        return f"{self.model._meta.app_label}.add_{self.model._meta.model_name}"


ROOMS = [
    Room(SectionKind.DOCUMENTS, Document, "document"),
    Room(SectionKind.APPOINTMENTS, AppointmentNotice, "appointment_notice"),
    Room(SectionKind.MEETINGS, Meeting, "meeting"),
    Room(SectionKind.STATISTICS, IndicatorTable, "indicator_table"),
]
# Kinds of which an entry holds many: the entry itself is their page.
LISTINGS = {
    SectionKind.CHRONICLE: ("event_total", "admin:editorial_chronicleentry_change"),
    SectionKind.REGISTER: ("register_total", "admin:editorial_registerlisting_change"),
}


def room_of(model: type[Model]) -> Room:
    return next(room for room in ROOMS if room.model is model)


def waiting(room: Room) -> QuerySet[Entry]:
    """The entries of unpublished issues that lack their record of this kind, the newest issue first."""
    public = Issue.objects.published().values("pk")
    free = Entry.objects.filter(section__kind=room.kind, **{f"{room.accessor}__isnull": True})
    ordered = free.exclude(issue__in=public).order_by("-issue__year", "-issue__number", "position", "pk")
    return ordered.select_related("issue__publication", "section")


def with_records(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """The entries with what `way_from` asks of them."""
    held = entries.select_related("section", "issue__publication", *(room.accessor for room in ROOMS))
    return held.annotate(
        event_total=Count("events", distinct=True),
        register_total=Count("register_entries", distinct=True),
    )


def holds_more_than_a_document(entry: Entry) -> bool:
    """Whether something stands under the entry that would be deleted with it."""
    single = any(hasattr(entry, room.accessor) for room in ROOMS if room.model is not Document)
    return single or entry.events.exists() or entry.register_entries.exists()


@dataclass(frozen=True)
class Way:
    """Where an editor goes from an entry: to what it holds or, given `permission`, to making it."""

    address: str
    wording: str
    permission: str = ""


def way_from(entry: Entry) -> Way | None:
    """The way from an entry of `with_records`."""
    return _to_record(entry) or _to_listing(entry) or _to_new_record(entry)


def _to_record(entry: Entry) -> Way | None:
    for room in ROOMS:
        record = getattr(entry, room.accessor, None)
        if record:
            return Way(reverse(f"{room.address}_change", args=[record.pk]), _("打开"))
    return None


def _to_listing(entry: Entry) -> Way | None:
    for kind, (total, address) in LISTINGS.items():
        count = getattr(entry, total)
        if count or _kind(entry) == kind:
            wording = _("%(count)s条") % {"count": count} if count else _("录入")
            return Way(reverse(address, args=[entry.pk]), wording)
    return None


def _to_new_record(entry: Entry) -> Way | None:
    for room in ROOMS:
        if _kind(entry) == room.kind:
            return Way(f"{reverse(f'{room.address}_add')}?entry={entry.pk}", _("录入"), room.add_permission)
    return None


def _kind(entry: Entry) -> str:
    return entry.section.kind if entry.section else ""
