"""A reviewed submission becomes drafts, or is given up."""

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from gazette.models import Issue, Source
from intake.errors import SourceError
from intake.flows.fitting import refuse_misfit
from intake.flows.make_drafts import ImportResult, all_or_nothing, make_drafts
from intake.models import Submission
from intake.reading import Reading
from intake.sources.text import SourceText

State = Submission.State


class StaleError(SourceError):
    """The submission has been changed since the page was opened on which this step was asked for."""


def accept(submission: Submission, by: User | None, version: int | None = None) -> ImportResult:
    """Make the source and all drafts of the reading as it was corrected, in one transaction.

    `version` is the one that was on the page; None asks for none. Raises SourceError, with its line and
    with nothing made, where the reading does not fit or holds what no record can.
    """
    with all_or_nothing():
        held = hold(submission, version)
        _refuse(held.revises_id is not None, _("这是更正稿，请逐项选择要更正的内容。"))
        text, reading = text_of(held), reading_of(held)
        refuse_misfit(reading, held.publication)
        result = make_drafts(text, reading, held.publication, by, as_printed=held.as_printed)
        close(held, result.source, result.issue)
    submission.refresh_from_db()
    return result


def discard(submission: Submission, version: int | None = None) -> None:
    """Give a submission up; it stays in the list, and its file may be brought in anew."""
    with all_or_nothing():
        held = Submission.objects.select_for_update().get(pk=submission.pk)
        _refuse_stale(held, version)
        _refuse(held.is_closed, _("这份来稿已经收录或者放弃。"))
        held.state = State.DISCARDED
        held.save(update_fields=["state"])
    submission.refresh_from_db()


def hold(submission: Submission, version: int | None) -> Submission:
    """The submission as it now is, ready to be taken in and held until the transaction ends."""
    held = Submission.objects.select_for_update().get(pk=submission.pk)
    _refuse_stale(held, version)
    _refuse(held.is_closed, _("这份来稿已经收录或者放弃。"))
    _refuse(held.state != State.READ, _("这份来稿还没有读好，不能收录。"))
    earlier = Source.objects.filter(publication=held.publication, sha256=held.sha256).exists()
    _refuse(earlier, _("同一文件以前已经收录，没有再次收录。"))
    return held


def close(held: Submission, source: Source | None, issue: Issue | None) -> None:
    """Note that it has been taken in. The issue is noted because its records may get other sources later."""
    held.source, held.issue, held.state = source, issue, State.ACCEPTED
    held.save(update_fields=["source", "issue", "state"])


def text_of(submission: Submission) -> SourceText:
    """The file and its text, as they were read."""
    data = bytes(submission.original)
    pages = tuple(submission.pages)
    return SourceText(
        submission.name, data, submission.text, submission.sha256, submission.format, pages=pages
    )


def reading_of(submission: Submission) -> Reading:
    """The reading with what editors set in it. The submission has been read."""
    return Reading.from_json(submission.reading or {})


def _refuse_stale(held: Submission, version: int | None) -> None:
    if version is not None and version != held.version:
        raise StaleError(_("您打开本页以后，这份来稿又有改动，所以什么也没有做。请重新核对。"))


def _refuse(condition: bool, message: str) -> None:
    if condition:
        raise SourceError(message)
