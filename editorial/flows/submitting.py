"""What editors do with a text on its way in; every step stands in the audit trail."""

import hashlib

from auditlog.context import disable_auditlog
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from editorial import audit
from editorial.errors import NotAllowed
from gazette.models import Issue, Publication
from intake.flows.accept import accept, discard
from intake.flows.apply_revision import apply_revision
from intake.flows.compare_revision import Row
from intake.flows.import_source import short_name
from intake.flows.make_drafts import ImportResult
from intake.jobs import enqueue_reading
from intake.models import Submission

IMPORT = "gazette.import_source"


def submit(
    name: str,
    data: bytes,
    publication: Publication,
    by: User,
    *,
    as_printed: bool = False,
    revises: Issue | None = None,
) -> Submission:
    """Keep a file and have it read. Raises NotAllowed where someone else brings in the same file just now."""
    try:
        with transaction.atomic():
            submission = Submission.objects.create(
                publication=publication,
                name=short_name(name),
                sha256=hashlib.sha256(data).hexdigest(),
                original=data,
                as_printed=as_printed,
                revises=revises,
                submitted_by=by,
            )
            enqueue_reading(submission)
    except IntegrityError as fault:
        raise NotAllowed(_("别人刚刚送读了同一份文件。")) from fault
    return submission


@transaction.atomic
def read_again(submission: Submission, by: User, *, ocr: bool = False) -> None:
    """Have it read once more, after a failure or with readers that have learned; edits are kept."""
    held = Submission.objects.select_for_update(of=["self"]).get(pk=submission.pk)
    if held.is_closed:
        raise NotAllowed(_("这份来稿已经收录或者放弃，不能重新读入。"))
    enqueue_reading(held, ocr=ocr)
    audit.record("read_again", held, by)


def accept_submission(submission: Submission, by: User, version: int | None) -> ImportResult:
    """Raises SourceError, with nothing made."""
    with transaction.atomic():
        result = accept(submission, by, version)
        audit.record("accept_submission", submission, by, documents=len(result.documents))
    return result


def discard_submission(submission: Submission, by: User, version: int | None) -> None:
    """Raises SourceError where there is nothing to give up."""
    with transaction.atomic():
        discard(submission, version)
        audit.record("discard_submission", submission, by)


def revise(submission: Submission, chosen: set[str], by: User, version: int | None) -> list[Row]:
    """Correct what was chosen of a corrected file. Raises SourceError, with nothing changed.

    The step has one record with the issue, and whoever brought the file in or took this step counts as
    having worked on it; a record for every row that was replaced would look like as many edits.
    """
    with transaction.atomic():
        with disable_auditlog():
            taken = apply_revision(submission, chosen, by, version)
        if submission.revises is None:
            return taken
        titles = "；".join(row.title for row in taken)
        audit.record("apply_revision", submission.revises, by, items=titles)
        audit.record("apply_revision", submission, by, items=titles)
    return taken
