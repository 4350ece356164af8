"""Indicators of the newest month of which there is a table, for the home page."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from gazette.templatetags.days import month
from gazette_statistics.charts import sparkline
from gazette_statistics.models import IndicatorTable, Observation
from gazette_statistics.newest import Headline, headlines

SHOWN = 4
# A year, and the month of the year before.
_MONTHS = 13

Point = tuple[str, Decimal | None]


@dataclass(frozen=True)
class Figure:
    """An indicator's printed figure, with a small chart where two months or more are held."""

    headline: Headline
    chart: SafeString


@dataclass(frozen=True)
class Figures:
    """What one month's table says first."""

    table: IndicatorTable
    shown: list[Figure]


def figures() -> Figures | None:
    """The first indicators of the newest public table; None where there is no table, or nothing was read in it."""
    table = _newest_table()
    if table is None:
        return None
    # Of the month itself first; a month's table also repeats figures of the whole year before.
    heads = sorted(headlines(table), key=lambda head: head.figure.year is not None)[:SHOWN]
    trends = _trends(table, heads)
    shown = [Figure(head, _drawn(head, trends.get(head.indicator.pk, {}), table.month)) for head in heads]
    return Figures(table, shown) if shown else None


def _newest_table() -> IndicatorTable | None:
    public = IndicatorTable.objects.published().select_related("entry__issue__publication")
    newest = public.order_by(
        "-month",
        "entry__issue__publication__position",
        *("-entry__issue__year", "-entry__issue__number_end", "-entry__position", "-pk"),
    )
    return newest.defer("rows", "row_lines").first()


def _told(head: Headline) -> Observation:
    """What is drawn: the change against a year ago, which runs on over the years; else the figure itself."""
    return head.change or head.figure


def _trends(table: IndicatorTable, heads: Iterable[Headline]) -> dict[int, dict[datetime.date, Observation]]:
    """The figures of each indicator by month, as the latest issue prints them."""
    told = {head.indicator.pk: _told(head) for head in heads}
    public = Observation.objects.published().filter(indicator__in=told, year=None, month__lte=table.month)
    since = _months_before(table.month)[0]
    found = public.filter(month__gte=since).order_by(
        "month", "table__entry__issue__year", "table__entry__issue__number_end", "pk"
    )
    made: dict[int, dict[datetime.date, Observation]] = {}
    for each in found:
        latest = told[each.indicator_id]
        if each.measure == latest.measure and each.value_unit == latest.value_unit:
            made.setdefault(each.indicator_id, {})[each.month] = each
    return made


def _drawn(head: Headline, trend: dict[datetime.date, Observation], last: datetime.date) -> SafeString:
    held = [each for each in _months_before(last) if each >= min(trend, default=last)]
    points: list[Point] = [(month(each), trend[each].value if each in trend else None) for each in held]
    told = _told(head)
    name = _("%(name)s同比增减") % {"name": head.indicator.name} if head.change else head.indicator.name
    return sparkline(points, name, told.value_unit)


def _months_before(last: datetime.date) -> list[datetime.date]:
    """The months up to one, the earliest first."""
    ends = [last.year * 12 + last.month - 1 - back for back in range(_MONTHS)]
    return [datetime.date(end // 12, end % 12 + 1, 1) for end in reversed(ends)]
