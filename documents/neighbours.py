"""The documents before and after one that no issue holds; within an issue see gazette.reading_on."""

from django.db.models import F, Q

from documents.models import Document


def neighbours(document: Document) -> tuple[Document | None, Document | None]:
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
