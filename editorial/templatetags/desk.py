from django import template
from django.db.models import QuerySet

from documents.models import Document
from gazette.models import Issue, Source

register = template.Library()


@register.simple_tag
def waiting_issues() -> QuerySet[Issue]:
    """The issues that nobody has published yet, or that were withdrawn, the newest first."""
    published = Issue.objects.published().values("pk")
    return Issue.objects.exclude(pk__in=published).select_related("publication")[:20]


@register.simple_tag
def waiting_collections() -> QuerySet[Source]:
    """The sources with documents that no issue holds and that are not public."""
    alone = Document.objects.filter(entry__isnull=True, source__isnull=False)
    waiting = alone.exclude(pk__in=Document.objects.published().values("pk"))
    return Source.objects.filter(pk__in=waiting.values("source")).defer("original", "text", "reading")[:20]
