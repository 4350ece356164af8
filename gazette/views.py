from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gazette.answers import gone, withdrawn
from gazette.contents import contents_of
from gazette.models import Issue, Publication
from gazette.scans import scan_size, with_scan
from gazette.trail import to_publication, to_volume


@require_safe
def volume(request: HttpRequest, publication: str, year: int) -> HttpResponse:
    """The issues of one year."""
    held = get_object_or_404(Publication, code=publication)
    issues = list(Issue.objects.published().filter(publication=held, year=year).order_by("number"))
    if not issues:
        raise Http404
    for each in issues:
        each.publication = held
    context = {
        "publication": held,
        "year": year,
        "issues": issues,
        "trail": to_publication(held),
        "here": _("%d年") % year,
    }
    return render(request, "gazette/volume.html", context)


@require_safe
def issue(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponse:
    """An issue with its contents; every number of a double issue leads to its first."""
    of_year = Issue.objects.filter(publication__code=publication, year=year)
    holding = of_year.filter(number__lte=number, number_end__gte=number).order_by("-number")
    held = with_scan(holding.published()).select_related("publication").first()
    if held is None:
        if holding.filter(withdrawn()).exists():
            return gone(request)
        raise Http404
    if held.number != number:
        return redirect(held, permanent=True)
    former, following = neighbours(held)
    context = {
        "publication": held.publication,
        "issue": held,
        "contents": contents_of(held),
        "scan_size": scan_size(held),
        "former": former,
        "following": following,
        "trail": to_volume(held.publication, held.year),
        "here": _("第%s号") % held.numbers,
    }
    return render(request, "gazette/issue.html", context)


def neighbours(held: Issue) -> tuple[Issue | None, Issue | None]:
    """The published issues of the same publication before and after this one."""
    shelf = Issue.objects.published().filter(publication=held.publication).select_related("publication")
    same_year = shelf.filter(year=held.year)
    before = same_year.filter(number__lt=held.number) | shelf.filter(year__lt=held.year)
    after = same_year.filter(number__gt=held.number) | shelf.filter(year__gt=held.year)
    return before.order_by("-year", "-number").first(), after.order_by("year", "number").first()
