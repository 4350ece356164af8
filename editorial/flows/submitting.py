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
from intake.flows.read_submission import refuse_to_undo
from intake.jobs import enqueue_reading, may_be_read_now
from intake.models import Submission

IMPORT = "gazette.import_source"
State = Submission.State


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
    """Have it read once more, after a failure or with readers that have learned; edits are kept.

    Raises NotAllowed where it is closed, or has text and should be read by OCR; SourceError where an editor
    has changed the structure of the reading, which would not survive: see read_afresh.
    """
    held = _open_one(submission)
    if ocr and held.state != State.SCAN:
        raise NotAllowed(_("只有没有文字的扫描件可以用 OCR 读入。"))
    refuse_to_undo(held)
    enqueue_reading(held, ocr=ocr)
    audit.record("read_again", held, by)


@transaction.atomic
def read_afresh(submission: Submission, by: User, version: int | None) -> None:
    """Give up all that editors changed in the reading, and have the file read once more.

    The reading as it was first made stays in its place until then, and where the file cannot be read again.
    Raises NotAllowed where somebody has changed the reading since the page was opened.
    """
    held = _open_one(submission)
    if held.version != version:
        raise NotAllowed(_("您打开本页以后，这份来稿又有改动，所以什么也没有放弃。请重新核对。"))
    given_up = held.reading is not None and held.reading != held.as_read
    Submission.objects.filter(pk=held.pk).update(reading=held.as_read, version=held.version + 1)
    enqueue_reading(held)
    audit.record("read_afresh", held, by, given_up=int(given_up))


@transaction.atomic
def begin_reading_now(submission: Submission, by: User) -> None:
    """Note that an editor reads it within her request. Raises NotAllowed unless it waits for being read."""
    held = _open_one(submission)
    if not may_be_read_now(held):
        raise NotAllowed(_("这份来稿没有在等待读入，或者正在读入，不能立即读入。"))
    audit.record("read_now", held, by)


def _open_one(submission: Submission) -> Submission:
    held = Submission.objects.select_for_update(of=["self"]).get(pk=submission.pk)
    if held.is_closed:
        raise NotAllowed(_("这份来稿已经收录或者放弃，不能重新读入。"))
    return held


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
