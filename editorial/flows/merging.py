"""Two records of one person made into one."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from appointments.models import Appointment, Official
from chronicle.models import EventOfficial, Meeting
from editorial import audit
from editorial.errors import NotAllowed
from editorial.guard import may_edit


@transaction.atomic
def merge_officials(kept: Official, others: Iterable[Official], by: User) -> None:
    """Let everything that names `others` name `kept`, and delete them.

    The name is what readers see, so one spelt otherwise is merged only where nothing public names it.
    """
    for other in others:
        _refuse_to_rename(kept, other)
        _move_appointments(kept, other)
        _move_names(kept, other)
        for meeting in Meeting.objects.filter(chair=other):
            meeting.chair = kept
            meeting.save()
        audit.record("merge_officials", kept, by, merged=str(other), merged_id=other.pk)
        other.delete()


def is_closed(official: Official) -> bool:
    """Whether something that is no longer open to editors names the official."""
    held: list[Appointment | EventOfficial | Meeting] = [
        *official.appointments.select_related("notice__entry__issue"),
        *official.named.select_related("event__entry__issue"),
        *official.chaired.select_related("entry__issue"),
    ]
    return any(not may_edit(each) for each in held)


def _refuse_to_rename(kept: Official, other: Official) -> None:
    if kept.name != other.name and is_closed(other):
        raise NotAllowed(
            _("“%(other)s”见于已经发布的公报，与“%(kept)s”写法不同，不能合并；请先撤回那一期。")
            % {"other": other, "kept": kept}
        )


def _move_appointments(kept: Official, other: Official) -> None:
    for appointment in other.appointments.select_related("notice__entry"):
        said = {"notice": appointment.notice, "post": appointment.post_id, "action": appointment.action}
        if kept.appointments.filter(**said).exists():
            raise NotAllowed(
                _("“%(notice)s”里两个人的任免完全一样，请先删去一行，再合并。")
                % {"notice": appointment.notice}
            )
        appointment.official = kept
        appointment.save()


def _move_names(kept: Official, other: Official) -> None:
    """An event that names both names one person."""
    for named in other.named.select_related("event__entry"):
        if kept.named.filter(event=named.event).exists():
            named.delete()
        else:
            named.official = kept
            named.save()
