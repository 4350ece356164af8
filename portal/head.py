"""What the navigation of every page leads to: the publications, and the columns that have something to show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists

from gazette.models import Publication
from portal.models import ColumnPage, Erratum
from portal.shelf import publications


@dataclass(frozen=True)
class Head:
    publications: Sequence[Publication]
    has_openness: bool
    has_errata: bool


def head() -> Head:
    """One query for all of it, as every page asks; only a portal without any publication needs two more."""
    openness, errata = ColumnPage.objects.published(), Erratum.objects.published()
    found = list(publications().annotate(has_openness=Exists(openness), has_errata=Exists(errata)))
    if not found:
        return Head([], openness.exists(), errata.exists())
    return Head(found, found[0].has_openness, found[0].has_errata)
