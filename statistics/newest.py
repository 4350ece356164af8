"""What the newest month's table says, in a few lines."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from .models import Indicator, IndicatorTable, Measure, Observation

# Which figure speaks for an indicator: the first of these that is printed.
_TELLING = (Measure.CUMULATIVE, Measure.BALANCE, Measure.INDEX, Measure.MONTH, Measure.YEAR)


@dataclass(frozen=True)
class Headline:
    """An indicator with its figure, and the change against a year ago where one is printed."""

    indicator: Indicator
    figure: Observation
    change: Observation | None

    @property
    def of(self) -> str:
        """What the figure says of its month: 累计, 2017年全年."""
        if self.figure.year is not None:
            return _("%(year)d年全年") % {"year": self.figure.year}
        return str(self.figure.get_measure_display())


def headlines(table: IndicatorTable) -> list[Headline]:
    """The indicators of a table that are part of no other, in its order, each with its telling figure."""
    whole = table.observations.filter(indicator__parent=None).order_by("pk")
    found = whole.select_related("indicator__publication")
    groups = groupby(found, key=lambda each: each.indicator)
    made = [_headline(indicator, list(of_one)) for indicator, of_one in groups]
    return [each for each in made if each]


def _headline(indicator: Indicator, printed: list[Observation]) -> Headline | None:
    by_measure = {each.measure: each for each in printed}
    figure = next((by_measure[measure] for measure in _TELLING if measure in by_measure), None)
    return Headline(indicator, figure, by_measure.get(Measure.YOY_PERCENT)) if figure else None
