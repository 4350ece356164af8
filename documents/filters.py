from typing import Any

import django_filters
from django import forms
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from documents.models import Document, DocumentKind, Topic
from gazette.models import Body

_OLDEST, _LATEST = "oldest", "latest"


class DocumentFilter(django_filters.FilterSet):
    """What a reader chooses among a publication's documents; only what some of them have is offered."""

    year = django_filters.ChoiceFilter(
        field_name="issued_on", lookup_expr="year", label=_("成文年份"), empty_label=_("全部年份")
    )
    kind = django_filters.ChoiceFilter(label=_("文种"), empty_label=_("全部文种"))
    topic = django_filters.ChoiceFilter(label=_("主题分类"), empty_label=_("全部主题"))
    issuer = django_filters.ChoiceFilter(
        field_name="issuing_body", label=_("发文机关"), empty_label=_("全部机关")
    )
    order = django_filters.ChoiceFilter(
        method="filter_order",
        label=_("排列"),
        empty_label=_("成文日期新的在前"),
        choices=[(_OLDEST, _("成文日期旧的在前")), (_LATEST, _("最近发布的在前"))],
    )
    alone = django_filters.BooleanFilter(
        method="filter_alone", label=_("只看未编入公报的文件"), widget=forms.CheckboxInput
    )

    class Meta:
        model = Document
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shelf = self.queryset.order_by()
        years = shelf.filter(issued_on__isnull=False).dates("issued_on", "year", order="DESC")
        kinds = set(shelf.values_list("kind", flat=True).distinct())
        self._offer("year", [(day.year, gettext("%d年") % day.year) for day in years])
        self._offer("kind", [choice for choice in DocumentKind.choices if choice[0] in kinds])
        self._offer_records("topic", Topic.objects.filter(pk__in=shelf.values("topic")))
        self._offer_records("issuer", Body.objects.filter(pk__in=shelf.values("issuing_body")))

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        """The choices of a filter; one that has none to offer is left out of the form."""
        if choices:
            self.filters[name].extra["choices"] = choices
        else:
            del self.filters[name]

    def _offer_records(self, name: str, records: QuerySet[Any]) -> None:
        # Read once here: a form that asks whether there are any, and then for all, asks twice.
        self._offer(name, [(record.pk, str(record)) for record in records])

    @property
    def order_label(self) -> str:
        """How the list is ordered, in a sentence; what has no date stands last, and a reader is told so."""
        orders = {
            _OLDEST: gettext("按成文日期由旧到新排列，未载明成文日期的排在最后。"),
            _LATEST: gettext("按在本站发布的时间排列，最近发布的在前。"),
        }
        chosen = self.form.cleaned_data.get("order") if self.form.is_valid() else ""
        return orders.get(chosen or "", gettext("按成文日期由新到旧排列，未载明成文日期的排在最后。"))

    def filter_order(self, queryset: QuerySet[Document], name: str, wanted: str) -> QuerySet[Document]:
        if wanted == _OLDEST:
            return queryset.order_by(F("issued_on").asc(nulls_last=True), "pk")
        # A document that an issue holds is published with it.
        return queryset.order_by(Coalesce("entry__issue__published_at", "published_at").desc(), "entry", "pk")

    def filter_alone(self, queryset: QuerySet[Document], name: str, wanted: bool) -> QuerySet[Document]:
        return queryset.filter(entry__isnull=True) if wanted else queryset
