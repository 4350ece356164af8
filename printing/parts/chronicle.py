"""The chronicle: months, days, and what happened on them."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Prefetch

from chronicle.models import Event
from gazette.models import Entry
from printing.parts.part import Part

PERIOD = re.compile(r"(?P<title>.+?)\s*(?P<period>[（(][^（）()]*\d{1,2}月[^（）()]*[）)])")
ONE_DAY = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日"
DAY = re.compile(rf"(?:[●▲△○◆■★]\s*)?(?:\d{{1,2}}[—–~、至-])?{ONE_DAY}(?:[—–~、至-]{ONE_DAY})?")


@dataclass(frozen=True)
class PrintedEvent:
    # The words that begin a new day, set in bold; empty for what else happened on it.
    day: str
    rest: str


@dataclass(frozen=True)
class Month:
    # Its first day; None for events of which no day is known.
    first: datetime.date | None
    events: list[PrintedEvent] = field(default_factory=list)


@dataclass(frozen=True)
class PrintedChronicle(Part):
    template = "printing/chronicle.html"
    period: str
    months: list[Month]

    @property
    def names_years(self) -> bool:
        """A chronicle of one year names it in its title, one over the turn of the year with each month."""
        return len({month.first.year for month in self.months if month.first}) > 1

    def texts(self) -> Iterator[str]:
        yield from (self.title, self.period)
        for month in self.months:
            yield from (f"{event.day}{event.rest}" for event in month.events)


def prefetches() -> list[Prefetch]:
    return [Prefetch("events", Event.objects.order_by("position", "pk"))]


def read(entry: Entry) -> PrintedChronicle | None:
    events = list(entry.events.all())
    if not events:
        return None
    match = PERIOD.fullmatch(entry.title)
    title, period = match.group("title", "period") if match else (entry.title, "")
    return PrintedChronicle(title, period, months(events))


def months(events: Iterable[Event]) -> list[Month]:
    """The events by months, in their order; one without a day stays in the month of the one before it."""
    made: list[Month] = []
    today: datetime.date | None = None
    for event in events:
        day = event.happened_on or today
        first = day.replace(day=1) if day else None
        if not made or first != made[-1].first:
            made.append(Month(first))
        made[-1].events.append(_printed(event.text, None if day == today else day))
        today = day
    return made


def _printed(text: str, new_day: datetime.date | None) -> PrintedEvent:
    """The text as stored; a day that begins without being named in it is put before it."""
    if new_day is None:
        return PrintedEvent("", text)
    match = DAY.match(text)
    return PrintedEvent(match[0], text[match.end() :]) if match else PrintedEvent(f"{new_day.day}日　", text)
