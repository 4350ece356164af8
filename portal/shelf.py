"""What stands on the portal's shelf today: publications, their newest issues, their years."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from documents.models import Document
from gazette.models import Issue, Publication


def publications() -> QuerySet[Publication]:
    """The publications that have something public; the others are shown nowhere."""
    issues = Issue.objects.published().filter(publication=OuterRef("pk"))
    documents = Document.objects.published().filter(publication=OuterRef("pk"))
    return Publication.objects.filter(Q(Exists(issues)) | Q(Exists(documents)))


def newest_issues() -> list[Issue]:
    """The newest issue of each publication, in the publications' order."""
    of_one = Issue.objects.published().filter(publication=OuterRef("pk")).newest_first()
    newest = Publication.objects.values(newest=Subquery(of_one.values("pk")[:1]))
    found = Issue.objects.published().filter(pk__in=newest).select_related("publication")
    return list(found.order_by("publication__position", "publication__code"))


def newest_documents(count: int) -> list[Document]:
    """The documents issued last, in any publication."""
    found = Document.objects.published().filter(issued_on__isnull=False)
    return list(found.select_related("publication")[:count])


def years() -> dict[Publication, list[int]]:
    """The years that have public issues, newest first, by publication."""
    shelved = Issue.objects.published().select_related("publication").newest_first()
    by_title = shelved.order_by("publication__position", "publication__code", "-year").distinct()
    pairs = by_title.values_list("publication_id", "year")
    titles = Publication.objects.in_bulk([title for title, _year in pairs])
    made: dict[Publication, list[int]] = {}
    for title, year in pairs:
        made.setdefault(titles[title], []).append(year)
    return made
