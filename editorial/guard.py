"""The one rule of what may still be edited."""

from django.db.models import Model

from documents.models import Attachment, Block, Citation, Document
from gazette.models import Entry, Issue


def may_edit(record: Model | None) -> bool:
    """Whether the record is open to editors.

    What is published is closed until it is withdrawn. Issues that were printed before this portal
    (依原刊收录) stay open: the paper is the authority, and a misreading of it is put right at once.
    """
    match record:
        case Issue():
            return record.as_printed or not record.is_published
        case Entry():
            return may_edit(record.issue)
        case Document(entry=Entry() as entry):
            return may_edit(entry)
        case Document():
            return bool(record.source and record.source.as_printed) or not record.is_published
        case Attachment() | Block() | Citation():
            return may_edit(record.document)
    return True
