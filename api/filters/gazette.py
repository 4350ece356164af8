from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters.rest_framework import FilterSet

from api.filters.base import Day, Ordering, Text, Whole, Year, YesOrNo, holds_number


class PublicationFilter(FilterSet):
    place = Text(label=_("地区"))


class BodyFilter(FilterSet):
    name = Text(lookup_expr="icontains", label=_("名称中的字"))
    number_prefix = Text(label=_("机关代字"))


class IssueFilter(FilterSet):
    publication = Text(field_name="publication__code", label=_("公报代号"))
    year = Year(label=_("年"))
    number = Whole(method="of_number", label=_("期号；合刊的两个期号都可以"))
    dated_from = Day(field_name="dated_on", lookup_expr="gte", label=_("出版日期从"))
    dated_to = Day(field_name="dated_on", lookup_expr="lte", label=_("出版日期到"))
    as_printed = YesOrNo(label=_("是否依原刊收录"))
    ordering = Ordering(
        year=("year", _("年")),
        number=("number", _("期号")),
        published=("dated_on", _("出版日期")),
        published_at=("published_at", _("发布时间")),
    )

    def of_number(self, queryset: QuerySet, name: str, value: int) -> QuerySet:
        return queryset.filter(holds_number(value))
