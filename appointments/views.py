from django.core.paginator import Paginator
from django.db.models import F, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from appointments.career import career_of, last_word
from appointments.filters import NameForm, NoticeFilter
from appointments.models import Appointment, AppointmentNotice, Official
from appointments.names import found_by, in_order
from appointments.presentation import by_action
from gazette.answers import not_here, page_of
from gazette.by_pinyin import by_letter, jumps
from gazette.models import Publication
from gazette.record_page import record_context
from gazette.trail import to_home, to_publication

NOTICES_ON_PAGE = 20
OFFICIALS_ON_PAGE = 300
EVENTS_ON_PAGE = 30
_NEWEST = ("-entry__issue__year", "-entry__issue__number_end", "entry__position", "entry__pk")
_NEWEST_EVENT = (
    F("event__happened_on").desc(nulls_last=True),
    "-event__entry__issue__year",
    "-event__entry__issue__number_end",
    "-event__position",
    "pk",
)


@require_safe
def appointments(request: HttpRequest, publication: str) -> HttpResponse:
    """The notices of a publication with the people that they name, the newest issue first.

    Of an organ that is chosen, only who is appointed to its posts and removed from them.
    """
    held = get_object_or_404(Publication, code=publication)
    shelf = AppointmentNotice.objects.published().filter(entry__issue__publication=held)
    chosen = NoticeFilter(request.GET, queryset=shelf)
    found = _with_people(chosen.qs, chosen.chosen_body())
    page = page_of(request, found.order_by(*_NEWEST), NOTICES_ON_PAGE)
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
    context = {
        **record_context(held.entry, _("干部任免")),
        "notice": held,
        "groups": by_action(held),
    }
    return render(request, "appointments/notice.html", context)


@require_safe
def officials(request: HttpRequest) -> HttpResponse:
    """Everyone whom a public issue names, by the letters of their names."""
    form = NameForm(request.GET)
    everyone = Official.objects.published()
    asked = form.asked()
    lines = in_order(found_by(asked, everyone) if asked else everyone)
    page = Paginator(lines, OFFICIALS_ON_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "asked": asked,
        "page": page,
        "jumps": jumps(lines, OFFICIALS_ON_PAGE),
        "letters": by_letter(page.object_list),
        "trail": to_home(),
        "here": pgettext("list", "干部"),
    }
    return render(request, "appointments/officials.html", context)


@require_safe
def official(request: HttpRequest, pk: int) -> HttpResponse:
    """What the gazettes print of one name: appointments, meetings, events."""
    held = get_object_or_404(Official.objects.published(), pk=pk)
    named = held.named.published().select_related("event__entry__issue__publication")
    steps = career_of(held)
    context = {
        "official": held,
        "namesakes": Official.objects.published().filter(name=held.name).exclude(pk=held.pk),
        "offices": _offices(held),
        "steps": steps,
        "last_word": last_word(steps),
        "meetings": held.chaired.published().select_related("entry__issue__publication"),
        "page": page_of(request, named.order_by(*_NEWEST_EVENT), EVENTS_ON_PAGE),
        "trail": [*to_home(), (pgettext("list", "干部"), reverse("officials"))],
        "here": str(held),
    }
    return render(request, "appointments/official.html", context)


def _with_people(
    notices: QuerySet[AppointmentNotice], body: int | None = None
) -> QuerySet[AppointmentNotice]:
    """The notices with the people whom they name, or with those whose posts are of one organ."""
    people = Appointment.objects.select_related("official", "post__body").order_by("position", "pk")
    shown = people.filter(post__body=body) if body else people
    return notices.select_related("entry__issue__publication").prefetch_related(
        Prefetch("appointments", shown)
    )


def _offices(official: Official) -> list[str]:
    """The offices in the words of the chronicle, each once."""
    named = official.named.published().exclude(office="").order_by("office")
    return list(named.values_list("office", flat=True).distinct())
