from django.db.models import Exists, OuterRef, Q, QuerySet

from gazette_statistics.models import Indicator, Observation


def public_indicators() -> QuerySet[Indicator]:
    """The indicators with a public figure, and those above them, so that a link upwards leads somewhere."""
    figures = Observation.objects.published()
    found = Q()
    for level in ("indicator", "indicator__parent", "indicator__parent__parent"):
        found |= Q(Exists(figures.filter((level, OuterRef("pk")))))
    return Indicator.objects.filter(found)
