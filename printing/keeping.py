"""The files that readers get follow the records: what changes in a published issue has its edition made anew.

Every writer is covered in one place, whichever form, command or job it is; so is publishing itself. Whoever
corrects a paper saves many times: the order waits a little, and one order is enough for all.
"""

import logging
import threading
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save

from appointments.models import Appointment, AppointmentNotice, Official, Post
from chronicle.models import Event, Meeting
from documents.models import Attachment, Block, Document, Figure, RegisterEntry
from gazette.models import Entry, Issue, Publication, Section
from gazette_statistics.models import IndicatorTable

logger = logging.getLogger(__name__)

# What a changed record names, and the way to it from an issue. What is part of a record names that record:
# once deleted, only it can still be found.
_SENDERS: dict[type[Model], tuple[str, str]] = {
    Issue: ("pk", "pk"),
    Publication: ("pk", "publication"),
    Section: ("pk", "entries__section"),
    Entry: ("issue_id", "pk"),
    Document: ("entry_id", "entries"),
    **dict.fromkeys([Block, Attachment, Figure], ("document_id", "entries__document")),
    **dict.fromkeys(
        [AppointmentNotice, Event, Meeting, RegisterEntry, IndicatorTable], ("entry_id", "entries")
    ),
    Appointment: ("notice_id", "entries__appointment_notice"),
    Official: ("pk", "entries__appointment_notice__appointments__official"),
    Post: ("pk", "entries__appointment_notice__appointments__post"),
}


# A layout is chosen for what is printed from then on: nobody asked to have the papers of years printed anew.
_LAYOUT = {"paper", "document_form", "notice_form"}


class _Noted(threading.local):
    """What this thread's transaction has changed so far: by the way from an issue, the ids at its end."""

    def __init__(self) -> None:
        self.ids: dict[str, set[int]] = {}


_noted = _Noted()


def connect() -> None:
    """Called once, when the apps are ready."""
    pre_save.connect(_compare, sender=Publication, dispatch_uid="printing-Publication-compared")
    for sender in _SENDERS:
        post_save.connect(_note, sender=sender, dispatch_uid=f"printing-{sender.__name__}-saved")
        post_delete.connect(_note, sender=sender, dispatch_uid=f"printing-{sender.__name__}-deleted")


def _compare(sender: type[Publication], instance: Publication, **kwargs: Any) -> None:
    """Whether a publication is about to be called otherwise, for `_note`: afterwards nobody knows."""
    names = [each.attname for each in Publication._meta.concrete_fields if each.name not in _LAYOUT]
    former = Publication.objects.filter(pk=instance.pk).values(*names).first()
    instance._is_as_printed = former == {name: getattr(instance, name) for name in names}  # type: ignore[attr-defined]


def _note(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    if instance.__dict__.pop("_is_as_printed", False):
        return
    name, path = _SENDERS[sender]
    pk = getattr(instance, name)
    if pk is not None and not raw:
        _noted.ids.setdefault(path, set()).add(pk)
        # A fault here is logged and undoes nobody's work.
        transaction.on_commit(order_editions, robust=True)


def order_editions() -> None:
    """Have the editions made anew of the published issues in which something was noted."""
    if not _noted.ids:
        return
    noted, _noted.ids = _noted.ids, {}
    from printing import jobs

    for pk in sorted(_published(noted)):
        after = jobs.SETTLING_SECONDS if _has_edition(pk) else 0
        jobs.enqueue_edition(pk, after=after)


def order_missing(issue: Issue) -> None:
    """Have a published issue's edition made, for a reader who came in vain; not again what failed.

    Fails quietly: the public site may have no leave to write.
    """
    from printing import jobs
    from printing.models import Export, Form

    try:
        tried = Export.objects.filter(issue=issue, form=Form.EDITION, requested_at__gte=issue.published_at)
        if not tried.exclude(state="done").exists():
            jobs.enqueue_edition(issue.pk)
    except DatabaseError:
        logger.warning("no leave to order the edition of %s", issue)


def _published(noted: dict[str, set[int]]) -> set[int]:
    found: set[int] = set()
    for path, ids in noted.items():
        issues = Issue.objects.published().filter(**{f"{path}__in": ids}).order_by()
        found.update(issues.values_list("pk", flat=True).distinct())
    return found


def _has_edition(pk: int) -> bool:
    from printing import editions

    return editions.of_issue(Issue(pk=pk)).exists()
