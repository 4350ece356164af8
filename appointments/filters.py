from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from gazette.filters import IssueYearFilter
from gazette.models import Body

# As long as a name can be.
LONGEST_NAME = 50


class NameForm(forms.Form):
    """A part of a name."""

    q = forms.CharField(
        label=_("姓名"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def asked(self) -> str:
        """What is asked for; empty where it can be no name."""
        return str(self.cleaned_data["q"]) if self.is_valid() else ""


class NoticeFilter(IssueYearFilter):
    """Notices by the issue's year and by the organ in which they fill posts."""

    body = django_filters.ChoiceFilter(
        field_name="appointments__post__body",
        label=_("机关"),
        empty_label=_("全部机关"),
        distinct=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = Body.objects.filter(posts__appointments__notice__in=self.queryset).distinct()
        self.filters["body"].extra["choices"] = list(named.order_by("name").values_list("pk", "name"))

    def chosen_body(self) -> int | None:
        """The key of the organ that is chosen; None for all."""
        chosen = self.form.cleaned_data.get("body") if self.form.is_valid() else None
        return int(chosen) if chosen else None
