"""Publishing and withdrawing what stands by itself: an erratum, a page of the openness column, a translation.

As with the gazette, by someone who has not worked on it.
"""

from typing import TypeVar

from auditlog.context import disable_auditlog
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.models import Document, Translation
from editorial import audit
from editorial.errors import NotAllowed
from editorial.flows.publishing import PUBLISH, STAMPS
from portal.models import ColumnPage, Erratum

Standing = TypeVar("Standing", Erratum, ColumnPage, Translation)


@transaction.atomic
def publish_erratum(erratum: Erratum, by: User) -> None:
    held = _held(erratum, by)
    _refuse(held.is_published, _("这条更正已经发布。"))
    _refuse_own_work(held, by)
    _publish(held, by, "publish_erratum", STAMPS)


@transaction.atomic
def publish_column_page(page: ColumnPage, by: User) -> None:
    """Show readers the page as the editors' copy now is; until then they see what was approved before."""
    held = _held(page, by)
    _refuse(held.is_published and not held.is_changed, _("这个网页已经发布，之后没有改过。"))
    _refuse_own_work(held, by)
    held.public_title, held.public_text = held.title, held.text
    _publish(held, by, "publish_column_page", [*STAMPS, "public_title", "public_text"])


@transaction.atomic
def publish_translation(translation: Translation, by: User) -> None:
    """Make a translation public. Its document must be: nobody could compare it otherwise."""
    held = _held(translation, by)
    _refuse(held.is_published, _("这份译文已经发布。"))
    document_is_public = Document.objects.published().filter(pk=held.document_id).exists()
    _refuse(not document_is_public, _("中文文本还没有发布，译文不能先发布。"))
    _refuse_own_work(held, by)
    _publish(held, by, "publish_translation", STAMPS)


@transaction.atomic
def withdraw_erratum(erratum: Erratum, by: User) -> None:
    held = _held(erratum, by)
    _refuse(not held.is_published, _("没有发布，不用撤回。"))
    _withdraw(held, by, "withdraw_erratum")


@transaction.atomic
def withdraw_column_page(page: ColumnPage, by: User) -> None:
    held = _held(page, by)
    _refuse(not held.is_published, _("没有发布，不用撤回。"))
    _withdraw(held, by, "withdraw_column_page")


@transaction.atomic
def withdraw_translation(translation: Translation, by: User) -> None:
    """Take a translation back from the public; the Chinese text stays where it is."""
    held = _held(translation, by)
    _refuse(not held.is_published, _("这份译文没有发布，不用撤回。"))
    _withdraw(held, by, "withdraw_translation")


def _held(record: Standing, by: User) -> Standing:
    """The record as it now is, until the transaction ends, for someone who may publish."""
    _refuse(not by.has_perm(PUBLISH), _("您没有签发权限。"))
    return type(record)._default_manager.select_for_update().get(pk=record.pk)


def _refuse_own_work(held: Erratum | ColumnPage | Translation, by: User) -> None:
    own = by.pk in audit.editors_of_record(held)
    _refuse(own, _("这里有您录入或者改过的内容，须由另一人签发。"))


def _publish(held: Erratum | ColumnPage | Translation, by: User, flow: str, fields: list[str]) -> None:
    held.published_at, held.published_by, held.withdrawn_at = timezone.now(), by, None
    _stamp(held, by, flow, fields)


def _withdraw(held: Erratum | ColumnPage | Translation, by: User, flow: str) -> None:
    held.withdrawn_at = timezone.now()
    _stamp(held, by, flow, STAMPS)


def _stamp(held: Erratum | ColumnPage | Translation, by: User, flow: str, fields: list[str]) -> None:
    # As in editorial.flows.publishing: the step is recorded as what it is, not as an edit.
    with disable_auditlog():
        held.save(update_fields=fields)
    audit.record(flow, held, by)


def _refuse(condition: bool, message: str) -> None:
    if condition:
        raise NotAllowed(message)
