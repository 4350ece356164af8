"""Publishing a translation, and taking it back: as with the gazette, by someone who has not worked on it."""

from auditlog.context import disable_auditlog
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.models import Document, Translation
from editorial import audit
from editorial.errors import NotAllowed
from editorial.flows.publishing import PUBLISH, STAMPS


@transaction.atomic
def publish_translation(translation: Translation, by: User) -> None:
    """Make a translation public. Its document must be: nobody could compare it otherwise."""
    held = _held(translation, by)
    if held.is_published:
        raise NotAllowed(_("这份译文已经发布。"))
    if not Document.objects.published().filter(pk=held.document_id).exists():
        raise NotAllowed(_("中文文本还没有发布，译文不能先发布。"))
    if by.pk in audit.editors_of_record(held):
        raise NotAllowed(_("这里有您录入或者改过的内容，须由另一人签发。"))
    held.published_at, held.published_by, held.withdrawn_at = timezone.now(), by, None
    _stamp(held, "publish_translation", by)
    translation.refresh_from_db(fields=STAMPS)


@transaction.atomic
def withdraw_translation(translation: Translation, by: User) -> None:
    """Take a translation back from the public; the Chinese text stays where it is."""
    held = _held(translation, by)
    if not held.is_published:
        raise NotAllowed(_("这份译文没有发布，不用撤回。"))
    held.withdrawn_at = timezone.now()
    _stamp(held, "withdraw_translation", by)
    translation.refresh_from_db(fields=STAMPS)


def _held(translation: Translation, by: User) -> Translation:
    """The translation as it now is, until the transaction ends, for someone who may publish."""
    if not by.has_perm(PUBLISH):
        raise NotAllowed(_("您没有签发权限。"))
    return Translation.objects.select_for_update().get(pk=translation.pk)


def _stamp(held: Translation, flow: str, by: User) -> None:
    # As in editorial.flows.publishing: the step is recorded as what it is, not as an edit.
    with disable_auditlog():
        held.save(update_fields=STAMPS)
    audit.record(flow, held, by)
