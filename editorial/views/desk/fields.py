"""Fields of the desk's forms: their values are those of a reading, plain and without models."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.fields import DAY_FORMATS, MONTH, NO_SUCH_DAY, ProseField


class WordsField(forms.CharField):
    """Words that may be missing: then None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "empty_value": None, **kwargs})


class NumberField(forms.IntegerField):
    """A positive number that may be missing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "min_value": 1, "max_value": 32_767, **kwargs})


class IsoDayField(forms.CharField):
    """A day that may be unknown, as 2021-04-08; 2021年4月8日 is understood."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"placeholder": gettext_lazy("年-月-日"), "size": 12})
        super().__init__(**{"required": False, "empty_value": None, "widget": widget, **kwargs})

    def clean(self, value: Any) -> str | None:
        text = super().clean(value)
        return _day(text) if text else None


class IsoMonthField(IsoDayField):
    """A month, as 2018-02. `or_day`: a day will do too."""

    def __init__(self, *, or_day: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.or_day = or_day

    def clean(self, value: Any) -> str | None:
        text = forms.CharField.clean(self, value)
        if not text:
            return None
        match = MONTH.match(text)
        if match and 1 <= int(match[2]) <= 12:
            return f"{match[1]}-{int(match[2]):02d}"
        if self.or_day:
            return _day(text)
        raise ValidationError(_("没有这个月份。请写成“2018-02”这样。"))


def _day(text: str) -> str:
    for shape in DAY_FORMATS:
        try:
            return datetime.datetime.strptime(text, shape).date().isoformat()
        except ValueError:
            continue
    raise ValidationError(NO_SUCH_DAY)


class ListField(ProseField):
    """A list of words, one a line."""

    def __init__(self, **kwargs: Any) -> None:
        given = {"required": False, "help_text": gettext_lazy("一行写一个。"), **kwargs}
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), **given)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).split("\n") if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class OfficialsField(ListField):
    """Officials, one a line: 姓名｜职务."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": gettext_lazy("一行写一个人：姓名｜职务。"), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join("｜".join(filter(None, (each["name"], each["title"]))) for each in value)
        return value

    def clean(self, value: Any) -> list[dict[str, str]]:  # type: ignore[override]
        people = []
        for line in super().clean(value):
            name, _bar, title = line.replace("|", "｜").partition("｜")
            if not name.strip() or len(name.strip()) > 50:
                raise ValidationError(_("“%(line)s”看不出姓名。请写成“姓名｜职务”。") % {"line": line})
            people.append({"name": name.strip(), "title": title.strip()})
        return people
