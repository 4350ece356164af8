import datetime

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chronicle.days import by_day, by_month, with_officials
from chronicle.models import Event
from gazette.answers import month_or_404, not_here
from gazette.models import Entry, Publication
from gazette.trail import to_issue, to_publication, to_room

_AS_PRINTED = ("entry__issue__year", "entry__issue__number_end", "entry__position", "position", "pk")


@require_safe
def chronicle(request: HttpRequest, publication: str) -> HttpResponse:
    """The months that have events, with their number, and the chronicles as the issues print them."""
    held = get_object_or_404(Publication, code=publication)
    shelf = _shelf(held)
    if not shelf.exists():
        raise Http404
    context = {
        "publication": held,
        "months": _months(shelf),
        "printed": _printed(shelf),
        "trail": to_publication(held),
        "here": _("政务要事"),
    }
    return render(request, "chronicle/chronicle.html", context)


@require_safe
def month(request: HttpRequest, publication: str, year: int, month: int) -> HttpResponse:
    """The events of a month, whichever issue prints them, by day."""
    held = get_object_or_404(Publication, code=publication)
    first = month_or_404(year, month)
    of_month = _shelf(held).filter(happened_on__year=year, happened_on__month=month)
    days = by_day(with_officials(of_month).order_by("happened_on", *_AS_PRINTED), "d-%d")
    if not days:
        raise Http404
    context = {
        "publication": held,
        "month": first,
        "days": days,
        "trail": to_room(held, _("政务要事"), "chronicle"),
        "here": _("%(year)d年%(month)d月") % {"year": year, "month": month},
    }
    return render(request, "chronicle/month.html", context)


@require_safe
def of_issue(request: HttpRequest, publication: str, year: int, number: int, pk: int) -> HttpResponse:
    """The chronicle as one issue prints it."""
    at_address = Event.objects.filter(
        entry__pk=pk,
        entry__issue__publication__code=publication,
        entry__issue__year=year,
        entry__issue__number=number,
    )
    events = list(with_officials(at_address.published()).order_by("position", "pk"))
    if not events:
        return not_here(request, at_address)
    entry = events[0].entry
    context = {
        "publication": entry.issue.publication,
        "issue": entry.issue,
        "entry": entry,
        "count": len(events),
        "months": by_month(by_day(events, "d-%Y-%m-%d")),
        "published_at": entry.issue.published_at,
        "trail": to_issue(entry.issue),
        "here": _("政务要事"),
    }
    return render(request, "chronicle/issue_chronicle.html", context)


def _shelf(publication: Publication) -> QuerySet[Event]:
    return Event.objects.published().filter(entry__issue__publication=publication)


def _months(events: QuerySet[Event]) -> list[tuple[datetime.date, int]]:
    """The first days of the months that have events, the newest first, with their number."""
    dated = events.filter(happened_on__isnull=False).annotate(month=TruncMonth("happened_on"))
    counted = dated.order_by("-month").values("month").annotate(count=Count("pk"))
    return list(counted.values_list("month", "count"))


def _printed(events: QuerySet[Event]) -> QuerySet[Entry]:
    """The entries under which issues print their chronicles, the newest issue first."""
    entries = Entry.objects.filter(pk__in=events.values("entry")).annotate(count=Count("events"))
    related = entries.select_related("issue__publication")
    return related.order_by("-issue__year", "-issue__number_end", "position")
