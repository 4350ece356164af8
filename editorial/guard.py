"""The one rule of what may still be edited."""

from django.db.models import Model

from appointments.models import Appointment
from chronicle.models import EventOfficial
from documents.models import Attachment, Block, Citation, Document, Figure, Translation
from gazette.models import Entry, EntryRecord, Issue
from portal.models import Erratum


def issue_of(record: Model | None) -> Issue | None:
    """The issue that holds the record; None for a document that stands by itself, and for lists."""
    match record:
        case Issue():
            return record
        case Entry():
            return record.issue
        case Document(entry=Entry() as entry):
            return entry.issue
    owner = _owner(record)
    return issue_of(owner) if owner else None


def may_edit(record: Model | None) -> bool:
    """Whether the record is open to editors.

    What is published is closed until it is withdrawn. Issues that were printed before this portal
    (依原刊收录) stay open: the paper is the authority, and a misreading of it is put right at once.
    """
    match record:
        case Issue():
            return record.as_printed or not record.is_published
        case Document(entry=None):
            return bool(record.source and record.source.as_printed) or not record.is_published
        case Attachment() | Block() | Citation() | Figure():
            return may_edit(record.document)
        case Translation() | Erratum():
            return not record.is_published
    issue = issue_of(record)
    return issue is None or may_edit(issue)


def _owner(record: Model | None) -> Model | None:
    match record:
        case Attachment() | Block() | Citation() | Figure():
            return record.document
        case EntryRecord():
            return record.entry  # type: ignore[attr-defined]
        case Appointment():
            return record.notice
        case EventOfficial():
            return record.event
    return None
