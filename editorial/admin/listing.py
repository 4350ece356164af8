"""Rows of one record that are entered one after the other."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from editorial.admin.base import GuardedInline
from editorial.admin.quotation import QuotedFormSet, QuotedMixin

# A row without a place comes after those that have one; then all are counted anew.
LAST = 32_767


class RowForm(forms.ModelForm):
    """A row. Its place may be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False

    def clean_position(self) -> int:
        given: int | None = self.cleaned_data["position"]
        return LAST if given is None else given


class RowInline(QuotedMixin, GuardedInline, admin.TabularInline):
    """Rows in their order, with some empty ones behind them, so that no script is needed to add one."""

    formset = QuotedFormSet
    ordering = ["position", "pk"]
    readonly_fields = ["original_text"]
    spare_rows = 3

    def get_extra(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> int:
        return self.spare_rows
