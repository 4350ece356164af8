"""Publishing and withdrawing: an issue as a whole, or the documents that no issue holds."""

from collections.abc import Iterable

from auditlog.context import disable_auditlog
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.models import Document
from editorial import audit
from editorial.errors import NotAllowed
from gazette.models import Issue, Source
from sealing import signing
from sealing.errors import SealError

PUBLISH = "gazette.publish_issue"
STAMPS = ["published_at", "published_by", "withdrawn_at"]


@transaction.atomic
def publish_issue(issue: Issue, by: User | None) -> None:
    """Make an issue public, with everything in it. `by` None is the system: only as printed."""
    held = Issue.objects.select_for_update().get(pk=issue.pk)
    _refuse_outsider(by, as_printed=held.as_printed)
    _refuse(held.is_published, _("这一期已经发布。"))
    _refuse(not held.entries.exists(), _("这一期还没有目录条目，不能签发。"))
    _refuse_own_work(by, audit.editors_of(held))
    _refuse_unsealable()
    # Saving it has its edition ordered: printing.keeping.
    _publish(held, by)
    audit.record("publish_issue", held, by)
    issue.refresh_from_db(fields=STAMPS)


@transaction.atomic
def publish_collection(source: Source, by: User | None) -> None:
    """Make public the documents that were read from `source` and that no issue holds."""
    found = Document.objects.filter(source=source, entry__isnull=True)
    held = list(found.select_for_update().order_by("pk"))
    _refuse_outsider(by, as_printed=source.as_printed)
    waiting = [document for document in held if not document.is_published]
    _refuse(not held, _("这份来稿没有可以单独发布的文件。"))
    _refuse(not waiting, _("这份来稿的文件都已经发布。"))
    _refuse_own_work(by, audit.editors_of_documents(found))
    for document in waiting:
        _publish(document, by)
    audit.record("publish_collection", source, by, documents=len(waiting))


@transaction.atomic
def withdraw_issue(issue: Issue, by: User | None) -> None:
    """Take an issue back from the public, with everything in it; its records stay."""
    held = Issue.objects.select_for_update().get(pk=issue.pk)
    _refuse_outsider(by, as_printed=held.as_printed)
    _refuse(not held.is_published, _("这一期没有发布，不用撤回。"))
    _withdraw(held)
    audit.record("withdraw_issue", held, by)
    issue.refresh_from_db(fields=STAMPS)


@transaction.atomic
def withdraw_document(document: Document, by: User | None) -> None:
    """Take back a document that no issue holds."""
    held = Document.objects.select_for_update().get(pk=document.pk)
    _refuse_outsider(by, as_printed=bool(held.source and held.source.as_printed))
    _refuse(held.entry_id is not None, _("这份文件随公报发布，请撤回刊登它的那一期。"))
    _refuse(not held.is_published, _("这份文件没有发布，不用撤回。"))
    _withdraw(held)
    audit.record("withdraw_document", held, by)
    document.refresh_from_db(fields=STAMPS)


def _refuse(condition: bool, message: str) -> None:
    if condition:
        raise NotAllowed(message)


def _refuse_outsider(by: User | None, *, as_printed: bool) -> None:
    if by is None:
        _refuse(not as_printed, _("只有依原刊收录的公报可以由系统发布和撤回。"))
    else:
        _refuse(not by.has_perm(PUBLISH), _("您没有签发权限。"))


def _refuse_own_work(by: User | None, editors: Iterable[int]) -> None:
    own = by is not None and by.pk in editors
    _refuse(own, _("这里有您读入或者改过的内容，须由另一人签发。"))


def _refuse_unsealable() -> None:
    """What is published is signed where the office has a certificate: one that cannot be used is told before."""
    try:
        signing.check()
    except SealError as fault:
        raise NotAllowed(str(fault)) from fault


def _publish(record: Issue | Document, by: User | None) -> None:
    record.published_at, record.published_by, record.withdrawn_at = timezone.now(), by, None
    _stamp(record)


def _withdraw(record: Issue | Document) -> None:
    record.withdrawn_at = timezone.now()
    _stamp(record)


def _stamp(record: Issue | Document) -> None:
    # The step has an audit record of its own; a second one, as of an edit, would make the signer an editor.
    with disable_auditlog():
        record.save(update_fields=STAMPS)
