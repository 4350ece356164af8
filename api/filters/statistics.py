import django_filters
from django.utils.translation import gettext_lazy as _
from django_filters.rest_framework import FilterSet

from api.filters.base import Month, Ordering, PrintedFilter, Text, Whole
from gazette_statistics.models import Measure


class IndicatorFilter(FilterSet):
    publication = Text(field_name="publication__code", label=_("公报代号"))
    name = Text(label=_("指标"))
    q = Text(field_name="name", lookup_expr="icontains", label=_("指标中的字"))
    parent = Whole(label=_("上级指标，指标接口地址中的数字"))
    ordering = Ordering(position=("position", _("次序")), name=("name", _("指标")))


class TableFilter(PrintedFilter):
    month = Month(label=_("月份"))
    month_from = Month(field_name="month", lookup_expr="gte", label=_("月份从"))
    month_to = Month(field_name="month", lookup_expr="lte", label=_("月份到"))
    ordering = Ordering(month=("month", _("月份")))


class ObservationFilter(PrintedFilter):
    issue_path = "table__entry__issue__"

    indicator = Whole(label=_("指标，指标接口地址中的数字"))
    indicator_name = Text(field_name="indicator__name", label=_("指标名称"))
    table = Whole(label=_("指标月表，月表接口地址中的数字"))
    measure = django_filters.ChoiceFilter(choices=Measure.choices, label=_("口径"))
    month = Month(label=_("月份"))
    month_from = Month(field_name="month", lookup_expr="gte", label=_("月份从"))
    month_to = Month(field_name="month", lookup_expr="lte", label=_("月份到"))
    ordering = Ordering(month=("month", _("月份")), indicator=("indicator__position", _("指标次序")))
