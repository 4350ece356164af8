"""The one way in which a reading is changed: locked, compared, numbered, recorded."""

import copy
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from editorial.audit import records_about
from intake.editing.apply import perform
from intake.editing.changes import Change
from intake.editing.errors import EditError
from intake.models import Submission
from intake.reading import Reading

State = Submission.State
Same = Callable[[Reading], bool]


class Stale(EditError):  # noqa: N818 -- it is an answer to a person, not a fault of the program
    """The reading, or what stood at the place, is no longer what the editor saw."""


@dataclass
class Applied:
    """A reading before and after an operation, and what that changed."""

    submission: Submission
    before: Reading
    after: Reading
    changes: list[Change]


def held(pk: int) -> Submission:
    return get_object_or_404(Submission.objects.light(), pk=pk)


def apply(
    submission: int, operation: str, by: User, version: int, same: Same | None = None, **given: Any
) -> Applied:
    """Perform one operation (intake.editing.apply) on the reading of a submission.

    `version` is the one that the editor saw, `same` tells whether a reading has what she saw where she saw
    it. Raises Stale where it is no longer so, EditError where the operation cannot be done; then nothing
    has changed.
    """
    with transaction.atomic():
        locked = get_object_or_404(Submission.objects.light().select_for_update(of=["self"]), pk=submission)
        if locked.state != State.READ:
            raise EditError(_("这份来稿现在不能修改：%(state)s。") % {"state": locked.get_state_display()})
        if locked.version != version:
            raise Stale(said_stale(locked))
        if same is not None and not same(Reading.from_json(locked.reading or {})):
            raise Stale(_("这一处已经是别的内容，您的改动没有保存。请重新打开。"))
        before, after = (Reading.from_json(copy.deepcopy(locked.reading or {})) for _side in range(2))
        changes = perform(after, locked.lines(), operation, **given)
        if changes:
            locked.reading, locked.version = after.to_json(), locked.version + 1
            # Not save(): the log holds what was changed, not the whole reading before and after.
            Submission.objects.filter(pk=locked.pk).update(reading=locked.reading, version=locked.version)
            _record(locked, operation, by, changes)
    return Applied(locked, before, after, changes)


def _record(submission: Submission, operation: str, by: User, changes: list[Change]) -> None:
    LogEntry.objects.log_create(
        submission,
        force_log=True,
        action=LogEntry.Action.UPDATE,
        actor=by,
        changes={name: [old, new] for name, old, new in (change.said() for change in changes)},
        additional_data={"flow": "review_submission", "operation": operation, "version": submission.version},
    )


def said_stale(submission: Submission) -> str:
    """Who has changed the submission last, and what."""
    last = records_about(submission).first()
    if last is None:
        return _("别人刚改过这份来稿，您的改动没有保存。")
    places = "；".join(name for name, _old, _new in last.change_rows()) or last.step_label
    return _("%(who)s在%(when)s刚改过这份来稿（%(what)s），您的改动没有保存。") % {
        "who": last.actor_label,
        "when": _clock(last.timestamp),
        "what": places,
    }


def _clock(moment: datetime.datetime) -> str:
    return f"{localtime(moment):%H:%M}"
