from django.db.models import F, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from appointments.filters import OfficialFilter
from appointments.models import Appointment, AppointmentNotice, Official
from appointments.presentation import by_action
from gazette.answers import not_here, page_of
from gazette.filters import IssueYearFilter
from gazette.models import Publication
from gazette.trail import to_home, to_issue, to_publication

NOTICES_ON_PAGE = 20
OFFICIALS_ON_PAGE = 60
EVENTS_ON_PAGE = 30
_NEWEST_EVENT = (
    F("event__happened_on").desc(nulls_last=True),
    "-event__entry__issue__year",
    "-event__entry__issue__number_end",
    "-event__position",
    "pk",
)


@require_safe
def appointments(request: HttpRequest, publication: str) -> HttpResponse:
    """All notices of a publication with the people that they name, the newest issue first."""
    held = get_object_or_404(Publication, code=publication)
    shelf = AppointmentNotice.objects.published().filter(entry__issue__publication=held)
    chosen = IssueYearFilter(request.GET, queryset=_with_people(shelf).order_by(*_newest("entry__")))
    page = page_of(request, chosen.qs, NOTICES_ON_PAGE)
    if not page.paginator.count and not shelf.exists():
        raise Http404
    context = {
        "publication": held,
        "form": chosen.form,
        "page": page,
        "notices": [(notice, by_action(notice)) for notice in page],
        "trail": to_publication(held),
        "here": _("干部任免"),
    }
    return render(request, "appointments/appointments.html", context)


@require_safe
def notice(request: HttpRequest, publication: str, year: int, number: int, pk: int) -> HttpResponse:
    """A notice: whom it appoints to what, and whom it removes."""
    at_address = AppointmentNotice.objects.filter(
        pk=pk,
        entry__issue__publication__code=publication,
        entry__issue__year=year,
        entry__issue__number=number,
    )
    held = _with_people(at_address.published()).first()
    if held is None:
        return not_here(request, at_address)
    issue = held.entry.issue
    context = {
        "publication": issue.publication,
        "issue": issue,
        "notice": held,
        "groups": by_action(held),
        "published_at": issue.published_at,
        "trail": to_issue(issue),
        "here": _("干部任免"),
    }
    return render(request, "appointments/notice.html", context)


@require_safe
def officials(request: HttpRequest) -> HttpResponse:
    """Everyone whom a public issue names, by name."""
    chosen = OfficialFilter(request.GET, queryset=Official.objects.published())
    context = {
        "form": chosen.form,
        "page": page_of(request, chosen.qs, OFFICIALS_ON_PAGE),
        "trail": to_home(),
        "here": _("干部"),
    }
    return render(request, "appointments/officials.html", context)


@require_safe
def official(request: HttpRequest, pk: int) -> HttpResponse:
    """What the gazettes print of one name: appointments, meetings, events."""
    held = get_object_or_404(Official.objects.published(), pk=pk)
    named = held.named.published().select_related("event__entry__issue__publication")
    context = {
        "official": held,
        "offices": _offices(held),
        "appointments": _of_official(held),
        "meetings": held.chaired.published().select_related("entry__issue__publication"),
        "page": page_of(request, named.order_by(*_NEWEST_EVENT), EVENTS_ON_PAGE),
        "trail": [*to_home(), (_("干部"), reverse("officials"))],
        "here": held.name,
    }
    return render(request, "appointments/official.html", context)


def _with_people(notices: QuerySet[AppointmentNotice]) -> QuerySet[AppointmentNotice]:
    people = Appointment.objects.select_related("official", "post__body").order_by("position", "pk")
    return notices.select_related("entry__issue__publication").prefetch_related(
        Prefetch("appointments", people)
    )


def _of_official(official: Official) -> QuerySet[Appointment]:
    """What becomes of an official, the newest issue first."""
    found = official.appointments.published().order_by(*_newest("notice__entry__"), "position")
    return found.select_related("post__body", "notice__entry__issue__publication")


def _offices(official: Official) -> list[str]:
    """The offices in the words of the chronicle, each once."""
    named = official.named.published().exclude(office="").order_by("office")
    return list(named.values_list("office", flat=True).distinct())


def _newest(entry: str) -> list[str]:
    """The order of issues, the newest first, and of the contents within them; `entry` leads to the entry."""
    return [f"-{entry}issue__year", f"-{entry}issue__number_end", f"{entry}position", f"{entry}pk"]
