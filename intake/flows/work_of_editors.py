"""What editors have set, added or deleted in an issue: a correction by file leaves it alone."""

from collections.abc import Iterable
from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from appointments.models import Appointment, AppointmentNotice
from chronicle.models import Event, EventOfficial
from documents.models import Attachment, Block, Citation, Document, RegisterEntry
from gazette.models import Entry, Issue, Sourced

_OF_TEXT = [Block, Attachment, Citation]
_ROWS: dict[str, list[type[Model]]] = {
    "appointments": [Appointment],
    "events": [Event, EventOfficial],
    "register_entries": [RegisterEntry],
}
_RECORDS = ["document", "appointment_notice", "meeting", "indicator_table"]


def entries_of(issue: Issue) -> QuerySet[Entry]:
    """The entries in order with all that stands under them, in as many queries for two entries as for fifty."""
    entries = issue.entries.select_related("section", *_RECORDS, "meeting__chair")
    rows = ["appointments__official", "appointments__post"]
    parts = ["blocks__attachment", "attachments", "citations"]
    return entries.prefetch_related(
        "events",
        "register_entries",
        *(f"appointment_notice__{name}" for name in rows),
        *(f"document__{name}" for name in parts),
    ).order_by("position", "pk")


class WorkOfEditors:
    """What was done in one issue; the audit log, which is long, is asked once."""

    def __init__(self, issue: Issue) -> None:
        documents = list(Document.objects.filter(entry__issue=issue).values_list("pk", flat=True))
        here = Q(additional_data__issue=issue.pk) | Q(additional_data__document__in=documents)
        gone = LogEntry.objects.filter(here, action=LogEntry.Action.DELETE, actor__isnull=False)
        self._gone = {
            (owner, data[owner], kind)
            for kind, data in gone.values_list("content_type", "additional_data")
            for owner in ("entry", "document")
            if owner in data
        }

    def touched(self, entry: Entry) -> bool:
        """Whether an editor has set, added or deleted anything of what stands under the entry."""
        document = _held(entry, "document")
        own = [("entry", entry.pk), *([("document", document.pk)] if document else [])]
        return _hers(_records_of(entry)) or any(gone[:2] in own for gone in self._gone)

    def rows_touched(self, entry: Entry, rows: str) -> bool:
        """The same of the rows of one kind: `appointments`, `events` or `register_entries`."""
        return _hers(_rows_of(entry, rows)) or self._deleted("entry", entry.pk, _ROWS[rows])

    def text_touched(self, document: Document) -> bool:
        """The same of the text of a document, its attachments and citations."""
        return _hers(_parts(document)) or self._deleted("document", document.pk, _OF_TEXT)

    def _deleted(self, owner: str, pk: int, models: Iterable[type[Model]]) -> bool:
        kinds = ContentType.objects.get_for_models(*models).values()
        return any((owner, pk, kind.pk) in self._gone for kind in kinds)


def _hers(records: Iterable[Sourced]) -> bool:
    return any(each.edited_fields or each.source_id is None for each in records)


def _records_of(entry: Entry) -> list[Sourced]:
    """The entry, its records and the parts of these."""
    found: list[Sourced] = [entry, *(row for rows in _ROWS for row in _rows_of(entry, rows))]
    found += [record for name in _RECORDS if (record := _held(entry, name)) is not None]
    document = _held(entry, "document")
    return [*found, *_parts(document)] if document else found


def _rows_of(entry: Entry, rows: str) -> list[Sourced]:
    notice: AppointmentNotice | None = _held(entry, "appointment_notice")
    if rows != "appointments":
        return list(getattr(entry, rows).all())
    return list(notice.appointments.all()) if notice else []


def _parts(document: Document) -> list[Sourced]:
    return [*document.blocks.all(), *document.attachments.all(), *document.citations.all()]


def _held(entry: Entry, name: str) -> Any:
    return getattr(entry, name, None)
