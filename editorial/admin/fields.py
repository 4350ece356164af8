"""Form fields that take what an editor types as it is meant."""

import datetime
import re
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MONTH = re.compile(r"^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*月?$")
DAY_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"]
NO_SUCH_DAY = gettext_lazy("没有这一天。请写成“2018-02-28”这样，不知道日期的不填。")


class ProseField(forms.CharField):
    """Text of several lines. Browsers send line ends of their own, which is no change."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return super().to_python("\n".join((value or "").splitlines())) or ""


class ParagraphsField(ProseField):
    """Text with a paragraph a line; empty lines are only for the eye."""

    def to_python(self, value: Any) -> str:
        lines = super().to_python(value).split("\n")
        return "\n".join(line.strip() for line in lines if line.strip())


class LineField(ProseField):
    """Text of one line, however the field wraps it."""

    def to_python(self, value: Any) -> str:
        return "".join(super().to_python(value).split("\n"))


class DayField(forms.DateField):
    """A day that may be unknown."""

    widget = AdminDateWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, input_formats=DAY_FORMATS, **kwargs)
        self.widget.format = DAY_FORMATS[0]
        self.error_messages["invalid"] = NO_SUCH_DAY


class MonthField(forms.CharField):
    """A month, held as its first day."""

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%Y-%m}" if isinstance(value, datetime.date) else value

    def to_python(self, value: Any) -> datetime.date | None:  # type: ignore[override]
        if value in self.empty_values or isinstance(value, datetime.date):
            return value or None
        match = MONTH.match(value.strip())
        try:
            return datetime.date(int(match[1]), int(match[2]), 1)  # type: ignore[index]
        except (TypeError, ValueError) as error:
            raise ValidationError(_("没有这个月份。请写成“2018-02”这样。")) from error
