"""Changing a document's public address, so that the former one still leads to it."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from documents.addresses import is_taken
from documents.models import Document, FormerAddress
from editorial import audit
from editorial.errors import NotAllowed


@transaction.atomic
def change_address(document: Document, slug: str, by: User | None) -> None:
    """Move `document` to `slug`; an address is never given to a second document."""
    held = Document.objects.select_for_update().get(pk=document.pk)
    if held.slug == slug:
        return
    if is_taken(held.publication, slug, but=held):
        raise NotAllowed(_("网址“%(slug)s”属于另一份文件，请换一个。") % {"slug": slug})
    FormerAddress.objects.filter(publication=held.publication_id, slug=slug).delete()
    FormerAddress.objects.create(publication_id=held.publication_id, slug=held.slug, document=held)
    audit.record("change_address", held, by, before=held.slug, after=slug)
    held.slug = document.slug = slug
    held.mark_edited(["slug"])
    document.edited_fields = held.edited_fields
    held.save(update_fields=["slug", "edited_fields"])
