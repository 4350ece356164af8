"""Parameters of lists. They are checked like forms: what makes no sense is refused, not passed over."""

from typing import Any

import django_filters
from django import forms
from django.db.models import F, Q, QuerySet
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters.rest_framework import FilterSet
from drf_spectacular.drainage import set_override
from rest_framework.exceptions import ValidationError

from api.parameters import BIGGEST

_descending = lazy(lambda label: gettext("%s，倒序") % label, str)


class Described(django_filters.Filter):
    """A filter that says in the API's description what it takes."""

    schema: dict[str, Any] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        set_override(self, "field", {**self.schema, "description": options["label"]})


class Text(Described):
    field_class = forms.CharField
    schema = {"type": "string", "minLength": 1, "pattern": r"^[^\u0000]+$"}

    def __init__(self, *args: Any, **options: Any) -> None:
        # A blank that is stripped would be no choice at all, and find everything.
        super().__init__(*args, strip=False, **options)


class Whole(Described):
    field_class = forms.IntegerField
    schema = {"type": "integer", "minimum": 0, "maximum": BIGGEST}

    def __init__(self, *args: Any, **options: Any) -> None:
        bounds = {"min_value": self.schema["minimum"], "max_value": self.schema["maximum"]}
        super().__init__(*args, **bounds, **options)


class Year(Whole):
    schema = {"type": "integer", "minimum": 1900, "maximum": 2200}


class Day(Described):
    field_class = forms.DateField
    schema = {"type": "string", "format": "date"}

    def __init__(self, *args: Any, **options: Any) -> None:
        wrong = {"invalid": _("请填写存在的日期，如 2018-03-01。")}
        super().__init__(*args, input_formats=["%Y-%m-%d"], error_messages=wrong, **options)


class Month(Described):
    field_class = forms.DateField
    schema = {"type": "string", "pattern": r"^(19|20)\d\d-(0[1-9]|1[0-2])$"}

    def __init__(self, *args: Any, **options: Any) -> None:
        wrong = {"invalid": _("请填写存在的月份，如 2018-03。")}
        super().__init__(*args, input_formats=["%Y-%m"], error_messages=wrong, **options)


class YesOrNo(django_filters.TypedChoiceFilter):
    """`true` or `false`; anything else is refused, where a BooleanFilter takes it for no choice."""

    def __init__(self, *args: Any, **options: Any) -> None:
        choices = [("true", _("是")), ("false", _("否"))]
        super().__init__(*args, choices=choices, coerce=lambda text: text == "true", **options)
        set_override(self, "field", {"type": "boolean", "description": options["label"]})


class Ordering(django_filters.OrderingFilter):
    """The order that is asked for, what is unknown last, and one order only: pages never overlap."""

    def __init__(self, **fields: tuple[str, Any]) -> None:
        super().__init__(
            fields=[(path, name) for name, (path, _label) in fields.items()],
            field_labels=dict(fields.values()),
            label=_("排序，可用逗号隔开几项"),
        )

    def build_choices(self, fields: dict[str, str], labels: dict[str, Any]) -> list[tuple[str, Any]]:
        """Names that wait for the language of the page; the library would make them while modules are read."""
        named = [(param, labels[path]) for path, param in fields.items()]
        pairs = [[(param, label), (f"-{param}", _descending(label))] for param, label in named]
        return [choice for pair in pairs for choice in pair]

    def filter(self, queryset: QuerySet, value: list[str] | None) -> QuerySet:
        if not value:
            return queryset
        if "" in value:
            raise ValidationError({"ordering": [_("两个逗号之间没有值。")]})
        return queryset.order_by(*(self._term(self.get_ordering_value(each)) for each in value), "pk")

    def _term(self, path: str) -> Any:
        if path.startswith("-"):
            return F(path[1:]).desc(nulls_last=True)
        return F(path).asc(nulls_last=True)


def holds_number(number: int, prefix: str = "") -> Q:
    """The issues of this number; a double issue has two."""
    return Q((f"{prefix}number__lte", number), (f"{prefix}number_end__gte", number))


class PrintedFilter(FilterSet):
    """Choosing by the issue in which something is printed; `issue_path` leads there."""

    issue_path = "entry__issue__"

    publication = Text(method="in_publication", label=_("公报代号"))
    issue_year = Year(method="in_year", label=_("刊登它的期的年份"))
    issue_number = Whole(method="in_number", label=_("刊登它的期的期号"))

    def in_publication(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter((f"{self.issue_path}publication__code", value))

    def in_year(self, queryset: QuerySet, name: str, value: int) -> QuerySet:
        return queryset.filter((f"{self.issue_path}year", value))

    def in_number(self, queryset: QuerySet, name: str, value: int) -> QuerySet:
        return queryset.filter(holds_number(value, self.issue_path))
