from collections.abc import Iterable
from itertools import groupby

import django_filters
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from documents.lookup import held_by_number
from documents.models import Direction, Document, RegisterEntry
from gazette.answers import not_here, page_of
from gazette.filters import IssueYearFilter
from gazette.models import Entry, Publication
from gazette.record_page import record_context
from gazette.trail import to_publication

LINES_ON_PAGE = 50
# As long as a number can be; a database refuses a pattern of many thousands.
LONGEST_WORDS = 100
_NEWEST = (
    "-entry__issue__year",
    "-entry__issue__number_end",
    "entry__position",
    "entry__pk",
    "position",
    "pk",
)

Line = tuple[RegisterEntry, Document | None]


class RegisterFilter(IssueYearFilter):
    """What a reader chooses among the lines of a publication's registers."""

    direction = django_filters.ChoiceFilter(
        choices=Direction.choices, label=gettext_lazy("收发"), empty_label=gettext_lazy("来文和发文")
    )
    q = django_filters.CharFilter(
        method="with_words", label=gettext_lazy("文号或标题"), max_length=LONGEST_WORDS
    )

    def with_words(self, lines: QuerySet[RegisterEntry], _name: str, words: str) -> QuerySet[RegisterEntry]:
        """The lines whose number or title holds the words."""
        return lines.filter(Q(doc_number__icontains=words) | Q(title__icontains=words))


@require_safe
def register(request: HttpRequest, publication: str) -> HttpResponse:
    """The lines of all registers of a publication, the newest issue first."""
    held = get_object_or_404(Publication, code=publication)
    shelf = RegisterEntry.objects.published().filter(entry__issue__publication=held)
    chosen = RegisterFilter(request.GET, queryset=shelf.select_related("entry__issue__publication"))
    page = page_of(request, chosen.qs.order_by(*_NEWEST), LINES_ON_PAGE)
    if not page.paginator.count and not shelf.exists():
        raise Http404
    context = {
        "publication": held,
        "form": chosen.form,
        "page": page,
        "entries": _by_entry(_with_documents(list(page), held)),
        "trail": to_publication(held),
        "here": _("收发文目录"),
    }
    return render(request, "documents/register.html", context)


@require_safe
def of_issue(request: HttpRequest, publication: str, year: int, number: int, pk: int) -> HttpResponse:
    """A register as one issue prints it."""
    at_address = RegisterEntry.objects.filter(
        entry__pk=pk,
        entry__issue__publication__code=publication,
        entry__issue__year=year,
        entry__issue__number=number,
    )
    related = at_address.published().select_related("entry__issue__publication")
    lines = list(related.order_by("position", "pk"))
    if not lines:
        return not_here(request, at_address)
    context = {
        **record_context(lines[0].entry, _("收发文目录")),
        "count": len(lines),
        "groups": _by_direction(_with_documents(lines, lines[0].entry.issue.publication)),
    }
    return render(request, "documents/issue_register.html", context)


def _with_documents(lines: list[RegisterEntry], publication: Publication) -> list[Line]:
    """Each line with the document held here, if any; all are looked up together."""
    held = held_by_number([line.doc_number for line in lines], publication.pk)
    return [(line, held.get(line.doc_number)) for line in lines]


def _by_entry(lines: Iterable[Line]) -> list[tuple[Entry, list[tuple[Direction, list[Line]]]]]:
    groups = groupby(lines, key=lambda line: line[0].entry)
    return [(entry, _by_direction(of_entry)) for entry, of_entry in groups]


def _by_direction(lines: Iterable[Line]) -> list[tuple[Direction, list[Line]]]:
    """Lines that follow one another under the direction that they share."""
    groups = groupby(lines, key=lambda line: line[0].direction)
    return [(Direction(direction), list(group)) for direction, group in groups]
