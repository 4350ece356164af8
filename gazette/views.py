from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gazette.at_address import issues_at, no_issue, to_first_number
from gazette.contents import contents_of
from gazette.holdings import volumes
from gazette.imprint import imprint_lines
from gazette.models import Issue, Publication
from gazette.months import calendar_of
from gazette.reading_on import first_page
from gazette.scans import scan_size, with_scan
from gazette.sizes import file_sizes, with_sizes
from gazette.trail import to_publication, to_volume


@require_safe
def volume(request: HttpRequest, publication: str, year: int) -> HttpResponse:
    """The issues of one year, and what of it is missing; the years beside it that have issues."""
    held = get_object_or_404(Publication, code=publication)
    shelved = volumes(issues_of(held))
    place = next((place for place, each in enumerate(shelved) if each.year == year), None)
    if place is None:
        raise Http404
    context = {
        "publication": held,
        "year": year,
        "volume": shelved[place],
        "former": shelved[place + 1] if place + 1 < len(shelved) else None,
        "following": shelved[place - 1] if place else None,
        "trail": to_publication(held),
        "here": _("%d年") % year,
    }
    return render(request, "gazette/volume.html", context)


@require_safe
def calendar(request: HttpRequest, publication: str) -> HttpResponse:
    """The issues by the month that they print."""
    held = get_object_or_404(Publication, code=publication)
    issues = issues_of(held)
    if not issues:
        raise Http404
    years, undated = calendar_of(issues)
    context = {
        "publication": held,
        "years": years,
        "undated": undated,
        "trail": to_publication(held),
        "here": _("公报日历"),
    }
    return render(request, "gazette/calendar.html", context)


@require_safe
def issue(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponse:
    """An issue with its contents; every number of a double issue leads to its first."""
    at_address = issues_at(publication, year, number)
    held = with_sizes(with_scan(at_address.published())).first()
    if held is None:
        return no_issue(request, at_address)
    if held.number != number:
        return to_first_number(held, "issue")
    former, following = neighbours(held)
    contents = contents_of(held)
    context = {
        "publication": held.publication,
        "issue": held,
        "imprint": imprint_lines(held),
        "contents": contents,
        "first_page": first_page(contents),
        "scan_size": scan_size(held),
        "sizes": file_sizes(held),
        "former": former,
        "following": following,
        "trail": to_volume(held.publication, held.year),
        "here": _("第%s号") % held.numbers,
    }
    return render(request, "gazette/issue.html", context)


def issues_of(publication: Publication) -> list[Issue]:
    """The public issues of a publication, each at hand with it."""
    public = Issue.objects.published().filter(publication=publication).newest_first()
    issues = list(public.defer("imprint", "source_lines", "edited_fields"))
    for each in issues:
        each.publication = publication
    return issues


def neighbours(held: Issue) -> tuple[Issue | None, Issue | None]:
    """The published issues of the same publication before and after this one."""
    shelf = Issue.objects.published().filter(publication=held.publication).select_related("publication")
    same_year = shelf.filter(year=held.year)
    before = same_year.filter(number__lt=held.number) | shelf.filter(year__lt=held.year)
    after = same_year.filter(number__gt=held.number) | shelf.filter(year__gt=held.year)
    return before.order_by("-year", "-number").first(), after.order_by("year", "number").first()
