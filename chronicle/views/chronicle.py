from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chronicle.days import by_day, by_month, with_officials
from chronicle.models import Event
from chronicle.shelf import around, entries_of, months, named_most, printed, shelf_of
from gazette.answers import month_or_404, not_here
from gazette.models import Publication
from gazette.record_page import record_context
from gazette.templatetags.days import month as month_name
from gazette.trail import to_publication, to_room

_AS_PRINTED = ("entry__issue__year", "entry__issue__number_end", "entry__position", "position", "pk")


@require_safe
def chronicle(request: HttpRequest, publication: str) -> HttpResponse:
    """The months that have events, with their number; who is named most; what each issue prints."""
    held = get_object_or_404(Publication, code=publication)
    shelf = shelf_of(held)
    if not shelf.exists():
        raise Http404
    context = {
        "publication": held,
        "months": months(shelf),
        "officials": named_most(shelf),
        "printed": printed(shelf),
        "trail": to_publication(held),
        "here": _("政务要事"),
    }
    return render(request, "chronicle/chronicle.html", context)


@require_safe
def month(request: HttpRequest, publication: str, year: int, month: int) -> HttpResponse:
    """The events of a month, whichever issue prints them, by day."""
    held = get_object_or_404(Publication, code=publication)
    first = month_or_404(year, month)
    shelf = shelf_of(held)
    of_month = with_officials(shelf.filter(happened_on__year=year, happened_on__month=month))
    days = by_day(of_month.order_by("happened_on", *_AS_PRINTED), "d-%d")
    if not days:
        raise Http404
    earlier, later = around(shelf, first)
    context = {
        "publication": held,
        "month": first,
        "days": days,
        "count": sum(len(day.events) for day in days),
        "printed": entries_of(days),
        "earlier": earlier,
        "later": later,
        "trail": to_room(held, _("政务要事"), "chronicle"),
        "here": month_name(first),
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
    days = by_day(events, "d-%Y-%m-%d")
    context = {
        **record_context(events[0].entry, _("政务要事")),
        "count": len(events),
        "months": by_month(days),
        "jumps": [day for day in days if day.anchor],
    }
    return render(request, "chronicle/issue_chronicle.html", context)
