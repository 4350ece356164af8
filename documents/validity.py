"""What can be said of a document's validity (有效性) from what was printed, and nothing beyond it."""

import datetime
from dataclasses import dataclass

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from documents.models import Citation, Document
from documents.models.citation import CitationRelation


@dataclass(frozen=True)
class Validity:
    """`text` is empty where neither the document nor another one says anything."""

    text: str
    repealed_by: Document | None = None


def validity(document: Document, on: datetime.date | None = None) -> Validity:
    """As of `on`, today when None. That nothing is known against a document does not make it valid."""
    repealed_by = _repealing(document, on or timezone.localdate())
    if repealed_by:
        return Validity(_("已废止"), repealed_by)
    stated = [
        _("试行") if document.trial else "",
        _("自%s起施行") % _day(document.effective_on) if document.effective_on else "",
        _("有效期至%s") % _day(document.valid_until) if document.valid_until else "",
    ]
    return Validity("，".join(filter(None, stated)))


def _repealing(document: Document, on: datetime.date) -> Document | None:
    """The public document that repeals this one, once it is in force; the first of several."""
    if not document.doc_number:
        return None
    says_so = Citation.objects.filter(relation=CitationRelation.REPEALS, doc_number=document.doc_number)
    found = Document.objects.published().filter(pk__in=says_so.values("document")).exclude(pk=document.pk)
    in_force = found.exclude(effective_on__gt=on).select_related("publication")
    return in_force.order_by("issued_on", "pk").first()


def _day(day: datetime.date) -> str:
    return formats.date_format(day, "Y年n月j日")
