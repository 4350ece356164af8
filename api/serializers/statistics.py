from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import Lines, Month, PrintedSerializer, RecordSerializer, Ref, Rows
from gazette_statistics.models import Indicator, IndicatorTable, Observation


class ObservationSerializer(RecordSerializer):
    issue = Ref(source="table.entry.issue", read_only=True, label=_("所在期"))
    table = Ref(read_only=True, label=_("指标月表"))
    indicator = Ref(read_only=True, label=_("指标"))
    month = Month(label=_("月份"))
    value = serializers.CharField(
        source="printed", read_only=True, label=_("数值"), help_text=_("照原刊的数字，位数不变")
    )
    unit = serializers.SerializerMethodField(label=_("数值的单位"))
    lines = Lines()

    class Meta:
        model = Observation
        fields = (
            "url",
            "page",
            "issue",
            "table",
            "indicator",
            "month",
            "year",
            "measure",
            "value",
            "unit",
            "lines",
        )

    def get_unit(self, observation: Observation) -> str | None:
        return observation.value_unit or None


class IndicatorSerializer(RecordSerializer):
    publication = Ref(read_only=True, label=_("公报"))
    parent = Ref(read_only=True, allow_null=True, label=_("上级指标"))

    class Meta:
        model = Indicator
        fields: tuple[str, ...] = ("url", "page", "publication", "name", "parent", "unit", "position")


class IndicatorDetailSerializer(IndicatorSerializer):
    observations = ObservationSerializer(many=True, read_only=True, label=_("数据"))

    class Meta(IndicatorSerializer.Meta):
        fields = (*IndicatorSerializer.Meta.fields, "observations")


class TableSerializer(PrintedSerializer):
    month = Month(label=_("月份"))

    class Meta:
        model = IndicatorTable
        fields: tuple[str, ...] = ("url", "page", "issue", "title", "month", "lines")


@extend_schema_field({"type": "array", "items": {"type": "integer", "nullable": True}})
class RowLines(serializers.ReadOnlyField):
    """The source line of each row; null where there is none."""


class TableDetailSerializer(TableSerializer):
    rows = Rows(label=_("表格"), help_text=_("一行一组单元格，表头在前"))
    row_lines = RowLines(label=_("各行的原文行"))
    observations = ObservationSerializer(many=True, read_only=True, label=_("数据"))

    class Meta(TableSerializer.Meta):
        fields = (*TableSerializer.Meta.fields, "rows", "row_lines", "observations")
