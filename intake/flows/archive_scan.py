"""A scan without text becomes an issue of the archive: its file, its masthead, its contents."""

import hashlib

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from gazette.models import Issue, Publication, Source
from intake.errors import SourceError
from intake.flows.accept import close
from intake.flows.fitting import misfits
from intake.flows.make_drafts import all_or_nothing, make_drafts
from intake.models import Submission
from intake.reading import ContentsEntry, Masthead, Reading, SourceInfo
from intake.sources.text import SourceText

State = Submission.State
# The contents of an archive issue may be unknown; that nothing was read is its nature.
_NO_MISFIT = {"nothing-read"}
_SIGNATURE = b"%PDF-"
# Where readers still find the signature.
_HEAD = 1024


def archive_scan(
    name: str,
    data: bytes,
    publication: Publication,
    masthead: Masthead,
    contents: list[ContentsEntry],
    by: User | None,
) -> Issue:
    """Make the draft of an archive issue of a PDF and what an editor typed, in one transaction.

    Its source has no text, its entries no records. Raises SourceError, with nothing made, where the file
    is no PDF or has been taken in before, or the issue is held already.
    """
    if _SIGNATURE not in data[:_HEAD]:
        raise SourceError(_("存档的原刊要用 PDF 文件。"))
    sha256 = hashlib.sha256(data).hexdigest()
    with all_or_nothing():
        if Source.objects.filter(publication=publication, sha256=sha256).exists():
            raise SourceError(_("同一文件以前已经收录，没有再次收录。"))
        reading = Reading(SourceInfo(name, 0, sha256), issue=masthead, contents=contents)
        for problem in misfits(reading, publication):
            if problem.code not in _NO_MISFIT:
                raise SourceError(problem.message)
        text = SourceText(name, data, "", sha256, "pdf")
        result = make_drafts(text, reading, publication, by, as_printed=True)
        if result.issue is None:
            raise SourceError(_("没有填写期号。"))
        Source.objects.filter(pk=result.source.pk).update(line_count=0)
    return result.issue


def archive_submission(
    submission: Submission, masthead: Masthead, contents: list[ContentsEntry], by: User
) -> Issue:
    """Make an archive issue of a submission that was found to be a scan, and close it."""
    with all_or_nothing():
        held = Submission.objects.select_for_update(of=["self"]).get(pk=submission.pk)
        if held.state != State.SCAN:
            raise SourceError(_("这份来稿不是待处理的扫描件，不能作为存档收录。"))
        if held.revises_id is not None:
            raise SourceError(_("这是更正稿，不能作为新的一期存档。"))
        issue = archive_scan(held.name, bytes(held.original), held.publication, masthead, contents, by)
        close(held, issue.source, issue)
    submission.refresh_from_db()
    return issue
