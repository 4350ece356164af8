from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from api.filters.statistics import IndicatorFilter, ObservationFilter, TableFilter
from api.public import public_indicators
from api.serializers.statistics import (
    IndicatorDetailSerializer,
    IndicatorSerializer,
    ObservationSerializer,
    TableDetailSerializer,
    TableSerializer,
)
from api.views.base import Records
from gazette_statistics.models import Indicator, IndicatorTable, Observation


def _observations() -> QuerySet[Observation]:
    related = ("indicator__publication", "table__entry__issue__publication")
    found = Observation.objects.published().select_related(*related)
    found = found.defer("table__rows", "table__row_lines")
    return found.order_by("month", "table", "pk")


class Indicators(Records):
    title = _("指标")
    queryset = Indicator.objects.none()
    serializer_class = IndicatorSerializer
    detail_serializer_class = IndicatorDetailSerializer
    filterset_class = IndicatorFilter

    def public(self) -> QuerySet[Indicator]:
        found = public_indicators().select_related("publication", "parent__publication")
        return found.order_by("publication__position", "publication", "position", "pk")

    def with_parts(self, found: QuerySet[Indicator]) -> QuerySet[Indicator]:
        return found.prefetch_related(Prefetch("observations", _observations()))


class Observations(Records):
    title = _("数据")
    about = _("一个月份的数字以后各期可能重印和更正，各期所印的都在这里。")
    queryset = Observation.objects.none()
    serializer_class = ObservationSerializer
    filterset_class = ObservationFilter

    def public(self) -> QuerySet[Observation]:
        return _observations()


class Tables(Records):
    title = _("指标月表")
    about = _("列表不含表格，单条有。")
    queryset = IndicatorTable.objects.none()
    serializer_class = TableSerializer
    detail_serializer_class = TableDetailSerializer
    filterset_class = TableFilter

    def public(self) -> QuerySet[IndicatorTable]:
        found = IndicatorTable.objects.published().select_related("entry__issue__publication")
        return found.order_by("-month", "pk")

    def with_parts(self, found: QuerySet[IndicatorTable]) -> QuerySet[IndicatorTable]:
        return found.prefetch_related(Prefetch("observations", _observations()))
