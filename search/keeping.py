"""The index follows the records: what changes is noted, and brought up to date once the change is committed.

Every writer is covered in one place, whichever form, command or job it is. The few bulk writes of the flows go
together with an ordinary one of the same issue or document (tests/search/test_keeping.py holds each flow to that).
"""

import threading
from typing import Any

from django.apps import apps
from django.db import connections, transaction
from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_migrate, post_save

from appointments.models import Appointment, AppointmentNotice, Official, Post
from chronicle.models import Event, Meeting
from documents.models import Attachment, Block, Document, RegisterEntry, Translation
from gazette.models import Body, Entry, Issue, Publication, Section
from gazette_statistics.models import Indicator, IndicatorTable
from portal.models import ColumnPage, Erratum
from search import indexing
from search.models import Item, ItemKind
from search.writing import refill

# What a changed record has a part in: the name of a set of ids, and the id.
_SENDERS: dict[type[Model], tuple[str, str]] = {
    Document: ("documents", "pk"),
    Block: ("documents", "document_id"),
    Attachment: ("documents", "document_id"),
    Translation: (ItemKind.TRANSLATION, "pk"),
    Erratum: (ItemKind.ERRATUM, "pk"),
    ColumnPage: (ItemKind.PAGE, "pk"),
    Issue: ("issues", "pk"),
    Entry: ("issues", "issue_id"),
    **dict.fromkeys(
        [AppointmentNotice, Event, Meeting, RegisterEntry, IndicatorTable], ("entries", "entry_id")
    ),
    Appointment: ("notices", "notice_id"),
    Official: (ItemKind.OFFICIAL, "pk"),
    Post: ("posts", "pk"),
    Body: (ItemKind.BODY, "pk"),
    Indicator: ("indicators", "pk"),
    Publication: ("publications", "pk"),
    Section: ("sections", "pk"),
}


class _Noted(threading.local):
    """What this thread's transaction has changed so far."""

    def __init__(self) -> None:
        self.ids: dict[str, set[int]] = {}


_noted = _Noted()


def connect() -> None:
    """Called once, when the apps are ready."""
    for sender in _SENDERS:
        post_save.connect(_note, sender=sender, dispatch_uid=f"search-{sender.__name__}-saved")
        post_delete.connect(_note, sender=sender, dispatch_uid=f"search-{sender.__name__}-deleted")
    post_migrate.connect(_start_empty, sender=apps.get_app_config("search"))


def _note(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    name, path = _SENDERS[sender]
    _noted.ids.setdefault(name, set()).add(getattr(instance, path))
    # The first of a transaction does it for all. A fault in the index is logged and undoes nobody's work.
    transaction.on_commit(bring_up_to_date, robust=True)


def bring_up_to_date() -> None:
    """Refresh what the noted changes have a part in."""
    if not _noted.ids:
        return
    noted, _noted.ids = _noted.ids, {}
    for name, ids in noted.items():
        if name == "documents":
            indexing.refresh_documents(ids)
        elif name in ItemKind.values:
            indexing.refresh(ItemKind(name), ids)
        elif name in _COVERS:
            indexing.refresh_covers(Issue.objects.filter(**{f"{_COVERS[name]}__in": ids}))
    for pk in _issues(noted):
        indexing.refresh_issue(pk)


_COVERS = {"publications": "publication", "sections": "entries__section"}
# How what may be named in many issues leads to them.
_PATHS = {
    "entries": ["entries"],
    "notices": ["entries__appointment_notice"],
    "posts": ["entries__appointment_notice__appointments__post"],
    ItemKind.OFFICIAL: ["entries__appointment_notice__appointments__official", "entries__meeting__chair"],
    "indicators": ["entries__indicator_table__observations__indicator"],
}


def _issues(noted: dict[str, set[int]]) -> set[int]:
    """The issues that hold what was changed, but for those that never were public: these have nothing to keep."""
    issues = set(noted.get("issues", ()))
    for name, paths in _PATHS.items():
        for path in paths if noted.get(name) else ():
            found = _once_public().filter(**{f"{path}__in": noted[name]}).order_by()
            issues.update(found.values_list("pk", flat=True).distinct())
    return issues


def _once_public() -> QuerySet[Issue]:
    return Issue.objects.filter(published_at__isnull=False)


def _start_empty(using: str, **kwargs: Any) -> None:
    """After `flush` ids may be given again, so nothing may be left of those that were."""
    # Migrated back, the app has no tables.
    if Item._meta.db_table in connections[using].introspection.table_names() and not Item.objects.exists():
        refill()
