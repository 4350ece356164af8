"""Events by month and day, as their pages show them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch, QuerySet
from django.utils.safestring import SafeString

from appointments.mentions import linked
from appointments.models import Official
from chronicle.models import Event, EventOfficial


@dataclass(frozen=True)
class Day:
    """The events of a day; of no known day where `date` is None. `anchor` is the day's place in its page."""

    date: datetime.date | None
    anchor: str
    events: list[Event]

    @property
    def lines(self) -> list[tuple[Event, SafeString]]:
        """Each event with its text, the officials in it linked."""
        return [(event, linked(event.text, _officials(event))) for event in self.events]


def with_officials(events: QuerySet[Event]) -> QuerySet[Event]:
    named = EventOfficial.objects.select_related("official")
    return events.select_related("entry__issue__publication").prefetch_related(Prefetch("named", named))


def by_day(events: Iterable[Event], anchor: str) -> list[Day]:
    """Events that follow one another on a day, under it; `anchor` is a date format, d-%d.

    Where print comes back to a day, the anchor stays with the first place.
    """
    days: list[Day] = []
    given = {""}
    for date, group in groupby(events, key=lambda event: event.happened_on):
        place = f"{date:{anchor}}" if date else ""
        days.append(Day(date, "" if place in given else place, list(group)))
        given.add(place)
    return days


def by_month(days: Iterable[Day]) -> list[tuple[datetime.date | None, list[Day]]]:
    """Days under the first of their months."""
    groups = groupby(days, key=lambda day: day.date and day.date.replace(day=1))
    return [(month, list(of_month)) for month, of_month in groups]


def _officials(event: Event) -> list[Official]:
    return [named.official for named in event.named.all()]
