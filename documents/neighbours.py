"""The documents before and after one: in its issue, or among those that no issue holds."""

from django.db.models import F, Q

from documents.models import Document
from gazette.models import Entry

Pair = tuple[Document | None, Document | None]


def neighbours(document: Document) -> Pair:
    return _in_issue(document, document.entry) if document.entry else _alone(document)


def _in_issue(document: Document, entry: Entry) -> Pair:
    """By the order of the contents."""
    printed = Document.objects.published().filter(entry__issue=entry.issue_id)
    shelf = printed.select_related("publication").order_by("entry__position", "entry__pk")
    held: list[Document | None] = [None, *shelf.only("title", "slug", "publication"), None]
    place = held.index(document)
    return held[place - 1], held[place + 1]


def _alone(document: Document) -> Pair:
    """By date, the newest first, those without a date last."""
    shelf = Document.objects.published().filter(publication=document.publication, entry__isnull=True)
    shelf = shelf.select_related("publication")
    if document.issued_on:
        newer = Q(issued_on__gt=document.issued_on) | Q(issued_on=document.issued_on, pk__lt=document.pk)
    else:
        newer = Q(issued_on__isnull=False) | Q(pk__lt=document.pk)
    before = shelf.filter(newer).order_by(F("issued_on").asc(nulls_first=True), "-pk")
    after = shelf.exclude(newer).exclude(pk=document.pk)
    return before.first(), after.order_by(F("issued_on").desc(nulls_last=True), "pk").first()
