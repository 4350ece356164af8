"""The form of an issue's own fields."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.versioned import VersionedForm
from gazette.models import Issue
from gazette.models.issue import DatePrecision


class NamesField(forms.CharField):
    """A list of names, written with 、 between them."""

    def prepare_value(self, value: Any) -> Any:
        return "、".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return [name.strip() for name in (value or "").split("、") if name.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data) != (initial or [])


class IssueForm(VersionedForm):
    deputy_editors = NamesField(
        label=gettext_lazy("副主编"), required=False, help_text=gettext_lazy("几个人用顿号隔开")
    )

    class Meta:
        model = Issue
        fields = "__all__"

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        self._refuse(_before(given, "number_end", "number"), "number_end", _("末期号不能小于期号。"))
        self._refuse(_before(given, "serial_end", "serial"), "serial_end", _("末总期号不能小于总期号。"))
        day = given.get("dated_on")
        month_only = given.get("dated_precision") == DatePrecision.MONTH
        odd = month_only and isinstance(day, datetime.date) and day.day != 1
        self._refuse(odd, "dated_on", _("只知道月份的，请填该月1日。"))
        return super().clean()

    def _refuse(self, condition: bool, field: str, message: str) -> None:
        if condition:
            raise ValidationError({field: message})


def _before(given: dict[str, Any], last: str, first: str) -> bool:
    return bool(given.get(last) and given.get(first) and given[last] < given[first])
