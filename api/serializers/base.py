"""What all records of the API share: their addresses, their lines, and null for what is not known."""

import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api import links

_ADDRESS = {"type": "string", "format": "uri"}


class Text(serializers.CharField):
    """What the print does not say is empty in the record and null in the API."""

    def __init__(self, **options: Any) -> None:
        options["allow_null"] = options.pop("allow_blank", False) or options.get("allow_null", False)
        super().__init__(**options)

    def to_representation(self, value: Any) -> str | None:
        return str(value) or None


class Code(serializers.ChoiceField):
    """A controlled code; null where it is not known."""

    def __init__(self, **options: Any) -> None:
        options["allow_null"] = options.pop("allow_blank", False) or options.get("allow_null", False)
        super().__init__(**options)

    def to_representation(self, value: str) -> str | None:
        return value or None


class OfRecord(serializers.Field):
    """A value made of the whole record."""

    def __init__(self, **options: Any) -> None:
        super().__init__(source="*", read_only=True, **options)


@extend_schema_field(_ADDRESS)
class ApiAddress(OfRecord):
    def to_representation(self, record: models.Model) -> str:
        return self.context["request"].build_absolute_uri(links.api_address(record))


@extend_schema_field(_ADDRESS)
class PageAddress(OfRecord):
    def to_representation(self, record: models.Model) -> str:
        return self.context["request"].build_absolute_uri(links.page(record))


@extend_schema_field(_ADDRESS)
class ListAddress(OfRecord):
    """The list of what belongs to a record: `parameter` is the filter, `value` the attribute it takes."""

    def __init__(self, kind: type[models.Model], parameter: str, value: str = "pk", **options: Any) -> None:
        super().__init__(**options)
        self.kind, self.parameter, self.value = kind, parameter, value

    def to_representation(self, record: models.Model) -> str:
        query = f"?{self.parameter}={getattr(record, self.value)}"
        return self.context["request"].build_absolute_uri(links.api_list(self.kind) + query)


@extend_schema_field(
    {
        "type": "array",
        "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    }
)
class Lines(serializers.ReadOnlyField):
    """Places in the source, always as a list of [first, last]."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"source": "source_lines", "label": _("原文行"), **options})


@extend_schema_field({"type": "array", "items": {"type": "array", "items": {"type": "string"}}})
class Rows(serializers.ReadOnlyField):
    """A table's rows of cells."""


@extend_schema_field(
    {
        "type": "array",
        "items": {"type": "array", "items": {"type": "integer"}, "minItems": 4, "maxItems": 4},
    }
)
class Spans(serializers.ReadOnlyField):
    """A table's merged cells, as documents.spans has them."""


@extend_schema_field({"type": "string", "pattern": r"^\d{4}-\d{2}$"})
class Month(serializers.ReadOnlyField):
    def to_representation(self, value: datetime.date) -> str:
        return f"{value:%Y-%m}"


class Ref(serializers.Serializer):
    """A related record: what it is called, and where it stands."""

    name = serializers.CharField(source="__str__", read_only=True, label=_("名称"))
    url = ApiAddress(label=_("接口地址"))
    page = PageAddress(label=_("网页"))


class PartSerializer(serializers.ModelSerializer):
    """Part of a record: read-only, with the labels of the model's fields."""

    serializer_choice_field = Code
    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.CharField: Text,
        models.TextField: Text,
    }

    def build_standard_field(self, name: str, field: models.Field) -> tuple[type[Any], dict[str, Any]]:
        kind, options = super().build_standard_field(name, field)
        # Written for editors, who fill in what users of the API read.
        options.pop("help_text", None)
        return kind, options

    def get_fields(self) -> dict[str, serializers.Field]:
        fields = super().get_fields()
        for field in fields.values():
            field.read_only = True
        return fields


class RecordSerializer(PartSerializer):
    """A record with addresses of its own."""

    url = ApiAddress(label=_("接口地址"))
    page = PageAddress(label=_("网页"))


class PrintedSerializer(RecordSerializer):
    """A record that stands in an issue, under a line of its contents."""

    issue = Ref(source="entry.issue", read_only=True, label=_("所在期"))
    lines = Lines()


class FaultSerializer(serializers.Serializer):
    """Why there is no answer."""

    detail = serializers.CharField(read_only=True, label=_("说明"))
    parameters = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        read_only=True,
        label=_("有误的参数和原因"),
    )
