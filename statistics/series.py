"""An indicator over the months: which figure counts where a later issue prints another one."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from gazette.models import Publication
from gazette.templatetags.days import month as in_words

from .models import Indicator, Measure, Observation
from .plot import Point

# The order in which tables are printed.
_PRINTED = ("table__entry__issue__year", "table__entry__issue__number_end", "table__entry__position", "pk")


@dataclass(frozen=True)
class Figure:
    """What the latest issue prints for a month, and what earlier ones printed instead of it."""

    latest: Observation
    corrected: list[Observation]


@dataclass(frozen=True)
class Series:
    """The figures of one measure by month, or, where they are annual, by year."""

    measure: Measure
    annual: bool
    figures: list[Figure]

    @property
    def key(self) -> str:
        return f"{self.measure}-annual" if self.annual and self.measure != Measure.YEAR else str(self.measure)

    @property
    def label(self) -> str:
        if self.annual and self.measure != Measure.YEAR:
            return _("全年%(measure)s") % {"measure": self.measure.label}
        return str(self.measure.label)

    @property
    def unit(self) -> str:
        """The unit of the last figure; earlier issues may have counted in another one."""
        return self.figures[-1].latest.value_unit

    @property
    def newest_first(self) -> list[Figure]:
        return self.figures[::-1]

    @property
    def points(self) -> list[Point]:
        """Every month from the first to the last, also those without a figure; empty where no line can be drawn.

        A line over the months needs two of them, in one unit; annual figures are of no month.
        """
        one_unit = len({figure.latest.value_unit for figure in self.figures}) == 1
        if self.annual or self.measure == Measure.YEAR or not one_unit or len(self.figures) < 2:
            return []
        held = {figure.latest.month: figure.latest for figure in self.figures}
        return [_point(month, held.get(month)) for month in _months(min(held), max(held))]


def public_indicators(publication: Publication) -> QuerySet[Indicator]:
    """The indicators of which a public issue prints a figure, or a figure of a part."""
    public = Observation.objects.published()
    own = Exists(public.filter(indicator=OuterRef("pk")))
    of_parts = Exists(public.filter(indicator__parent=OuterRef("pk")))
    return Indicator.objects.filter(Q(own) | Q(of_parts), publication=publication)


def series_of(indicator: Indicator) -> list[Series]:
    """All measures of an indicator that public issues print, in the order of the measures."""
    public = indicator.observations.published()
    found = public.select_related("table__entry__issue__publication").order_by("month", *_PRINTED)
    groups: dict[tuple[bool, str], list[Observation]] = {
        (annual, measure): [] for annual in (False, True) for measure in Measure.values
    }
    for observation in found:
        groups[observation.year is not None, observation.measure].append(observation)
    return [
        Series(Measure(measure), annual, _figures(observations))
        for (annual, measure), observations in groups.items()
        if observations
    ]


def _figures(observations: Iterable[Observation]) -> list[Figure]:
    """One figure a period, the last printed; those before it are told only where they differ."""
    figures = []
    for _moment, group in groupby(sorted(observations, key=_period_of), key=_period_of):
        *earlier, latest = group
        figures.append(Figure(latest, [each for each in earlier if each.value != latest.value]))
    return figures


def _point(month: datetime.date, held: Observation | None) -> Point:
    return Point(in_words(month), held.value, held.printed) if held else Point(in_words(month), None)


def _months(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield datetime.date(count // 12, count % 12 + 1, 1)


def _period_of(observation: Observation) -> tuple[int, int]:
    if observation.year is not None:
        return observation.year, 0
    return observation.month.year, observation.month.month
