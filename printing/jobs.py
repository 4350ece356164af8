"""Exports in the background: queued in the database, made by one worker at a time, once; as intake.jobs reads.

A worker that dies leaves the export in AT_WORK, and the queue hands the job out again after
`Q_CLUSTER["retry"]` seconds. Whoever makes it holds a mark (`started_at`); all writing is on condition of it.
"""

import datetime
import logging
from contextlib import suppress

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_q.exceptions import TimeoutException
from django_q.tasks import async_task

from gazette.models import Issue
from intake.broker import DatabaseQueue
from printing import editions
from printing.errors import CancelledError, PrintingError
from printing.filing import file_made
from printing.models import Export, Form, State
from printing.telling import Teller

logger = logging.getLogger(__name__)
TASK = "printing.jobs.make_export"
MOST_ATTEMPTS = 3
"""How many workers may die over one export before it is given up."""
SETTLING_SECONDS = 5
"""How long a published issue that is being corrected is left alone, before its files are made anew."""
_BUFFER = 5
"""Seconds that the queue gives a worker beyond its time, before it is ended."""
_LOOK_AGAIN = 10
"""Seconds after which an edition that waits for another one of its issue is looked at again."""


def enqueue(issue: Issue, form: str, by: User | None) -> Export:
    """Have the issue made in this form for the desk; the same order where one waits that nobody has begun."""
    with transaction.atomic():
        # One that is at work may have begun with what the issue was before the last edit.
        asked = Export.objects.filter(issue=issue, entry=None, form=form, state=State.QUEUED)
        waiting = asked.filter(cancel=False).first()
        if waiting:
            return waiting
        export = Export.objects.create(issue=issue, form=form, requested_by=by)
        _queue(export)
    return export


def enqueue_edition(issue_pk: int, *, after: int = 0) -> bool:
    """Have all that readers get of the issue made, in `after` seconds; False where that waits already."""
    try:
        with transaction.atomic():
            export = Export.objects.create(issue_id=issue_pk, form=Form.EDITION)
            _queue(export, after)
    except IntegrityError:
        return False
    return True


def make_edition_now(issue: Issue) -> Export:
    """Make it within this call, with the queue in reserve; the order, whose state says how it went.

    Where another one is at it already, it is AT_WORK or QUEUED.
    """
    enqueue_edition(issue.pk, after=settings.Q_CLUSTER["retry"])
    export = Export.objects.filter(issue=issue, form=Form.EDITION).latest("pk")
    # Its fault is written, and the traceback logged.
    with suppress(Exception):
        make_export(export.pk, comes_back=False)
    export.refresh_from_db()
    return export


def cancel(export: Export) -> None:
    """End it: at once where nobody has begun, else as soon as the worker that has it looks up."""
    Export.objects.filter(pk=export.pk).waiting().update(cancel=True)
    _write(Export.objects.filter(pk=export.pk, state=State.QUEUED), State.CANCELLED, _("已取消。"))


def again(export: Export) -> None:
    """Queue what failed, was cancelled, or lost its worker. IntegrityError where another order does the same."""
    with transaction.atomic():
        Export.objects.filter(pk=export.pk).update(
            state=State.QUEUED, progress=0, stage="", message="", cancel=False, attempts=0, started_at=None
        )
        _queue(export)


def may_be_made_now(export: Export) -> bool:
    """Whether it waits, or the worker that had it must be dead."""
    return export.state == State.QUEUED or is_lost(export)


def is_lost(export: Export) -> bool:
    """Whether the worker that has it must be dead."""
    if export.state != State.AT_WORK or export.started_at is None:
        return False
    return export.started_at < _last_start_of_the_dead(timezone.now())


def make_export(pk: int, *, comes_back: bool = True) -> str:
    """The job: make the file unless somebody has, or does. The state of the export says how it went.

    Raises what a fault of the program raised, after the export has been marked. Who waits for it in a request
    need not have the job come back (`comes_back`): the queue still has it.
    """
    mark = _claim(pk)
    if mark is None:
        if comes_back:
            _come_back(pk)
        return "nothing to do"
    held = Export.objects.filter(pk=pk, state=State.AT_WORK, started_at=mark)
    # The messages are for editors, whatever language the worker was started in.
    with translation.override(settings.LANGUAGE_CODE):
        return _make(held)


def _make(held: QuerySet[Export]) -> str:
    export = held.select_related("issue__publication", "entry").first()
    if export is None:
        return "overtaken"
    teller = Teller(held)
    try:
        _do(export, held, teller)
    except CancelledError:
        return _write(held, State.CANCELLED, _("已取消。"))
    except PrintingError as fault:
        # The compositor that is ended in the middle of its work may call that a fault.
        if teller.cancelled_now():
            return _write(held, State.CANCELLED, _("已取消。"))
        return _write(held, State.FAILED, str(fault))
    except TimeoutException:
        minutes = max(1, settings.Q_CLUSTER["timeout"] // 60)
        _write(held, State.FAILED, _("排印超过 %(minutes)d 分钟，已经停止。") % {"minutes": minutes})
        raise
    except Exception:
        logger.exception("export %s cannot be made", export.pk)
        _write(held, State.FAILED, _("排印程序出了故障，没有排成。故障已经记录，请系统管理员查看。"))
        raise
    return _write(held, State.DONE, "")


def _do(export: Export, held: QuerySet[Export], teller: Teller) -> None:
    if export.form == Form.EDITION:
        editions.make(export.issue, teller.say, teller.cancelled, still=held)
    else:
        held.update(**file_made(export, teller.say, teller.cancelled))


def _claim(pk: int) -> datetime.datetime | None:
    """Take the export for this worker; None where there is nothing to do, or another one does it."""
    now = timezone.now()
    dead = Q(state=State.AT_WORK, started_at__lt=_last_start_of_the_dead(now))
    waiting = Export.objects.filter(Q(state=State.QUEUED) | dead, pk=pk)
    given_up = _("排印程序中断了 %(count)d 次，没有排成。内容可能太大。") % {"count": MOST_ATTEMPTS}
    if _write(waiting.filter(attempts__gte=MOST_ATTEMPTS), State.FAILED, given_up):
        return None
    if _write(waiting.filter(cancel=True), State.CANCELLED, _("已取消。")):
        return None
    with transaction.atomic():
        if _another_edition(pk, now):
            return None
        taken = waiting.update(
            state=State.AT_WORK, started_at=now, attempts=F("attempts") + 1, progress=1, stage=_("排稿")
        )
    return now if taken else None


def _another_edition(pk: int, now: datetime.datetime) -> bool:
    """Whether a living worker makes the edition of the same issue: the older one might end last."""
    export = Export.objects.filter(pk=pk, form=Form.EDITION).first()
    if export is None:
        return False
    Issue.objects.select_for_update().get(pk=export.issue_id)
    others = Export.objects.filter(issue=export.issue_id, form=Form.EDITION, state=State.AT_WORK)
    return others.filter(started_at__gte=_last_start_of_the_dead(now)).exclude(pk=pk).exists()


def _last_start_of_the_dead(now: datetime.datetime) -> datetime.datetime:
    """Who began before this, and has not ended, will not end."""
    return now - datetime.timedelta(seconds=settings.Q_CLUSTER["timeout"] + _BUFFER)


def _come_back(pk: int) -> None:
    """Look again when whoever stood in the way must have ended; where nothing is left to do, not at all."""
    export = Export.objects.waiting().filter(pk=pk).first()
    if export:
        wait = settings.Q_CLUSTER["timeout"] + 2 * _BUFFER
        _queue(export, wait if export.state == State.AT_WORK else _LOOK_AGAIN)


def _queue(export: Export, after: int = 0) -> None:
    """The queue is in the same database: in a transaction both are written or neither."""
    broker = DatabaseQueue(delay=after) if after else None
    more = {"broker": broker} if broker else {}
    async_task(TASK, export.pk, task_name=f"export-{export.pk}", **more)


def _write(held: QuerySet[Export], state: str, message: str) -> str:
    """Write how it ended, unless it has been taken from this worker; the state, or nothing."""
    progress = 100 if state == State.DONE else 0
    written = held.update(
        state=state, message=message, stage="", progress=progress, finished_at=timezone.now()
    )
    return state if written else ""
