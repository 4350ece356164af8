from typing import Any

import django_filters
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class IssueYearFilter(django_filters.FilterSet):
    """What the issues of a publication hold, by the issue's year; only years that hold some are offered."""

    year = django_filters.ChoiceFilter(
        field_name="entry__issue__year", label=_("公报年份"), empty_label=_("全部年份")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = self.queryset.order_by("-entry__issue__year")
        years = held.values_list("entry__issue__year", flat=True).distinct()
        self.filters["year"].extra["choices"] = [(year, gettext("%d年") % year) for year in years]
