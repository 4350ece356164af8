"""Reading a submission in the background: queued in the database, read by one worker at a time, once.

A worker that dies leaves the submission in READING, and the queue hands the job out again after
`Q_CLUSTER["retry"]` seconds. Whoever reads holds a mark (`started_at`); all writing is on condition of it.
"""

import datetime
import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django_q.exceptions import TimeoutException
from django_q.tasks import async_task

from intake.broker import DatabaseQueue
from intake.errors import SourceError
from intake.flows.read_submission import Progress, Result, read_again_or_first
from intake.models import Submission

logger = logging.getLogger(__name__)
TASK = "intake.jobs.read_submission"
State = Submission.State
MOST_ATTEMPTS = 3
"""How many workers may die over one file before it is given up."""
_BUFFER = 5
"""Seconds that the queue gives a worker beyond its time, before it is ended."""


def enqueue_reading(submission: Submission, *, ocr: bool = False) -> None:
    """Have the submission read, or read again: what an editor set in its reading is kept.

    The queue is in the same database: in a transaction both are written or neither. `ocr` has a scan
    read by a program that guesses its characters.
    """
    with transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(
            state=State.QUEUED, progress=0, message="", fault_line=None, attempts=0, started_at=None
        )
        async_task(TASK, submission.pk, ocr=ocr, **_options(submission.pk, ocr=ocr))
    submission.refresh_from_db()


def read_submission(pk: int, *, ocr: bool = False) -> str:
    """The job: read the submission unless somebody has, or does. Its state says how it went.

    Raises what a fault of the program raised, after the submission has been marked, so that the queue
    keeps it for those who look after the system.
    """
    mark = _claim(pk, ocr=ocr)
    if mark is None:
        _come_back_if_read_by_another(pk, ocr=ocr)
        return "nothing to do"
    return _read(pk, mark, ocr=ocr)


def read_in_request(pk: int) -> str:
    """The same for somebody who waits for it: where another one reads, that one's job is enough."""
    mark = _claim(pk, ocr=False)
    return _read(pk, mark, ocr=False) if mark else "nothing to do"


def may_be_read_now(submission: Submission) -> bool:
    """Whether it waits, or the worker that read it must be dead, even if it was recognising a scan."""
    if submission.state == State.READING and submission.started_at:
        return submission.started_at < _last_start_of_the_dead(timezone.now(), ocr=True)
    return submission.state == State.QUEUED


def _read(pk: int, mark: datetime.datetime, *, ocr: bool) -> str:
    try:
        result = _result(pk, mark, ocr=ocr)
        # What was read may be nothing that the database takes: then the fault must still be written.
        with transaction.atomic():
            return result["state"] if _end(pk, mark, result) else "overtaken"
    except TimeoutException:
        minutes = max(1, _seconds(ocr=ocr) // 60)
        _end(pk, mark, _refused(_("读入超过 %(minutes)d 分钟，已经停止。") % {"minutes": minutes}))
        raise
    except Exception:
        logger.exception("submission %s cannot be read", pk)
        message = _("读入程序出了故障，这份来稿没有读成。故障已经记录，请系统管理员查看；也可以重新读入。")
        _end(pk, mark, _refused(message))
        raise


def _result(pk: int, mark: datetime.datetime, *, ocr: bool) -> Result:
    submission = Submission.objects.select_related("publication").get(pk=pk)
    try:
        return read_again_or_first(submission, _progress_of(pk, mark), ocr=ocr)
    except SourceError as fault:
        # A scan that recognition makes nothing of is still a scan, and can be kept as one.
        return _refused(str(fault), fault.line) | ({"state": State.SCAN} if ocr else {})


def _seconds(*, ocr: bool) -> int:
    """How long the job may take; to recognise a scan takes longer than to read a text."""
    seconds: int = settings.Q_CLUSTER["timeout"]
    return seconds + (settings.SOURCE_OCR_SECONDS if ocr else 0)


def _options(pk: int, *, ocr: bool) -> dict[str, Any]:
    """A name of its own tells an administrator which text a failed job was about; a scan has its own time."""
    return {"task_name": f"submission-{pk}", **({"timeout": _seconds(ocr=ocr)} if ocr else {})}


def _claim(pk: int, *, ocr: bool) -> datetime.datetime | None:
    """Take the submission for this worker; None where there is nothing to read, or another one reads it."""
    now = timezone.now()
    dead = Q(state=State.READING, started_at__lt=_last_start_of_the_dead(now, ocr=ocr))
    free = Q(state=State.QUEUED) | dead
    waiting = Submission.objects.filter(free, pk=pk)
    message = _("读入时处理程序中断了 %(count)d 次，没有读成。文件可能太大或者已经损坏。") % {
        "count": MOST_ATTEMPTS
    }
    if _write(waiting.filter(attempts__gte=MOST_ATTEMPTS), _refused(message)):
        return None
    taken = waiting.update(
        state=State.READING, started_at=now, attempts=F("attempts") + 1, progress=5, message=_("打开文件")
    )
    return now if taken else None


def _last_start_of_the_dead(now: datetime.datetime, *, ocr: bool) -> datetime.datetime:
    """Who began before this, and has not ended, will not end."""
    return now - datetime.timedelta(seconds=_seconds(ocr=ocr) + _BUFFER)


def _come_back_if_read_by_another(pk: int, *, ocr: bool) -> None:
    """Should the other worker die, its job is the only one left: look again when it must have ended."""
    if not Submission.objects.filter(pk=pk, state=State.READING).exists():
        return
    later = DatabaseQueue(delay=_seconds(ocr=ocr) + 2 * _BUFFER)
    async_task(TASK, pk, ocr=ocr, broker=later, **_options(pk, ocr=ocr))


def _progress_of(pk: int, mark: datetime.datetime) -> Progress:
    def say(percent: int, stage: str) -> None:
        Submission.objects.filter(pk=pk, state=State.READING, started_at=mark).update(
            progress=percent, message=stage
        )

    return say


def _refused(message: str, line: int | None = None) -> Result:
    return {"state": State.REFUSED, "message": message, "fault_line": line, "progress": 0}


def _end(pk: int, mark: datetime.datetime, result: Result) -> bool:
    """Write how it went, unless the submission has been taken from this worker."""
    return _write(Submission.objects.filter(pk=pk, state=State.READING, started_at=mark), result)


def _write(held: QuerySet[Submission], result: Result) -> bool:
    """Write a result; one that failed does not shut away an earlier reading, on which an editor has worked."""
    if result["state"] != State.READ:
        message = _("重新读入没有成功，保留原来的读入结果。%(reason)s") % {"reason": result["message"]}
        kept = {**result, "state": State.READ, "message": message, "progress": 100}
        if held.filter(reading__isnull=False).update(**kept):
            return True
    return bool(held.update(**result, version=F("version") + 1))
