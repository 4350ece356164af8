"""What a publication's chronicle holds: its months, its issues, the people in it."""

import datetime
from collections.abc import Iterable

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import TruncMonth

from appointments.models import Official
from chronicle.days import Day
from chronicle.models import Event
from gazette.models import Entry, Publication

# So many people are named beside the months; the others are found by their names.
NAMED_MOST = 30


def shelf_of(publication: Publication) -> QuerySet[Event]:
    return Event.objects.published().filter(entry__issue__publication=publication)


def months(events: QuerySet[Event]) -> list[tuple[datetime.date, int]]:
    """The first days of the months that have events, the newest first, with their number."""
    dated = events.filter(happened_on__isnull=False).annotate(month=TruncMonth("happened_on"))
    counted = dated.order_by("-month").values("month").annotate(count=Count("pk"))
    return list(counted.values_list("month", "count"))


def around(
    events: QuerySet[Event], month: datetime.date
) -> tuple[datetime.date | None, datetime.date | None]:
    """A day of the last month with events before this one, and of the first after it; one query."""
    following = (month + datetime.timedelta(days=31)).replace(day=1)
    found = events.aggregate(
        before=Max("happened_on", filter=Q(happened_on__lt=month)),
        after=Min("happened_on", filter=Q(happened_on__gte=following)),
    )
    return found["before"], found["after"]


def named_most(events: QuerySet[Event]) -> QuerySet[Official]:
    """The officials whom most events name, with their number as `count`."""
    named = Official.objects.filter(named__event__in=events).annotate(count=Count("named"))
    return named.order_by("-count", "name", "pk")[:NAMED_MOST]


def printed(events: QuerySet[Event]) -> QuerySet[Entry]:
    """The entries under which issues print their chronicles, the newest issue first."""
    entries = Entry.objects.filter(pk__in=events.values("entry")).annotate(count=Count("events"))
    related = entries.select_related("issue__publication")
    return related.order_by("-issue__year", "-issue__number_end", "position")


def entries_of(days: Iterable[Day]) -> list[Entry]:
    """The entries that print the events of these days, each once, as the issues follow one another."""
    found = {event.entry for day in days for event in day.events}
    return sorted(found, key=lambda entry: (entry.issue.year, entry.issue.number, entry.position))
