from collections.abc import Iterable
from itertools import groupby

import django_filters
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
from gazette.trail import to_issue, to_publication

LINES_ON_PAGE = 50
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
    entry = lines[0].entry
    issue = entry.issue
    context = {
        "publication": issue.publication,
        "issue": issue,
        "entry": entry,
        "count": len(lines),
        "groups": _by_direction(_with_documents(lines, issue.publication)),
        "published_at": issue.published_at,
        "trail": to_issue(issue),
        "here": _("收发文目录"),
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
