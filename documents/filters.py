from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from documents.models import Document, DocumentKind


class DocumentFilter(django_filters.FilterSet):
    """What a reader chooses among a publication's documents; only years that hold some are offered."""

    year = django_filters.ChoiceFilter(
        field_name="issued_on", lookup_expr="year", label=_("成文年份"), empty_label=_("全部年份")
    )
    kind = django_filters.ChoiceFilter(
        choices=DocumentKind.choices, label=_("文种"), empty_label=_("全部文种")
    )
    alone = django_filters.BooleanFilter(
        method="filter_alone", label=_("只看未编入公报的文件"), widget=forms.CheckboxInput
    )

    class Meta:
        model = Document
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = self.queryset.filter(issued_on__isnull=False).order_by()
        years = [day.year for day in days.dates("issued_on", "year", order="DESC")]
        self.filters["year"].extra["choices"] = [(year, f"{year}年") for year in years]

    def filter_alone(self, queryset: QuerySet[Document], name: str, wanted: bool) -> QuerySet[Document]:
        return queryset.filter(entry__isnull=True) if wanted else queryset
