from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from appointments.mentions import linked
from chronicle.models import Meeting
from gazette.answers import not_here, page_of
from gazette.filters import IssueYearFilter
from gazette.models import Publication
from gazette.record_page import record_context
from gazette.trail import to_publication

MEETINGS_ON_PAGE = 30


@require_safe
def meetings(request: HttpRequest, publication: str) -> HttpResponse:
    """The meetings of a publication, the newest first."""
    held = get_object_or_404(Publication, code=publication)
    shelf = Meeting.objects.published().filter(entry__issue__publication=held)
    chosen = IssueYearFilter(request.GET, queryset=shelf)
    found = chosen.qs.select_related("entry__issue__publication", "chair")
    page = page_of(request, found, MEETINGS_ON_PAGE)
    if not page.paginator.count and not shelf.exists():
        raise Http404
    context = {
        "publication": held,
        "form": chosen.form,
        "page": page,
        "trail": to_publication(held),
        "here": _("常务会议"),
    }
    return render(request, "chronicle/meetings.html", context)


@require_safe
def meeting(request: HttpRequest, publication: str, year: int, number: int, pk: int) -> HttpResponse:
    """The report of a meeting."""
    at_address = Meeting.objects.filter(
        pk=pk,
        entry__issue__publication__code=publication,
        entry__issue__year=year,
        entry__issue__number=number,
    )
    held = at_address.published().select_related("entry__issue__publication", "chair").first()
    if held is None:
        return not_here(request, at_address)
    chair = [held.chair] if held.chair else []
    first, *rest = held.paragraphs()
    context = {
        **record_context(held.entry, _("常务会议")),
        "meeting": held,
        "paragraphs": [linked(first, chair), *rest],
    }
    return render(request, "chronicle/meeting.html", context)
