"""What stands under the lines of an issue's contents, of whatever kind."""

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, prefetch_related_objects

from appointments.models import AppointmentNotice
from chronicle.models import Event, Meeting
from documents.models import Document, RegisterEntry
from gazette.contents import ContentsSection, contents_of
from gazette.models import Entry, Issue
from gazette_statistics.models import IndicatorTable

KINDS: dict[type[Model], str] = {
    Document: "document",
    AppointmentNotice: "notice",
    Event: "event",
    RegisterEntry: "register-entry",
    Meeting: "meeting",
    IndicatorTable: "table",
}
_ONE = ("document", "appointment_notice", "meeting", "indicator_table")
_MANY = ("events", "register_entries")


def contents_with_records(issue: Issue) -> list[ContentsSection]:
    """The contents of a published issue, all that `records_under` needs at hand."""
    contents = contents_of(issue)
    entries = [entry for section in contents for entry in section.entries]
    prefetch_related_objects(entries, *_MANY)
    return contents


def records_under(entry: Entry) -> list[Model]:
    """The records of an entry in the order of the print."""
    found: list[Model] = []
    for name in _ONE:
        try:
            found.append(getattr(entry, name))
        except ObjectDoesNotExist:
            continue
    return [*found, *(record for name in _MANY for record in getattr(entry, name).all())]
