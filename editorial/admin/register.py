"""Registers of documents received and sent: their lines as rows of one page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.models import RegisterEntry
from editorial.admin.fields import LineField
from editorial.admin.listing import RowForm, RowInline
from editorial.admin.listing_page import ListingAdmin
from editorial.models import RegisterListing


class RegisterRowForm(RowForm):
    title = LineField(
        label=gettext_lazy("标题"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 1}),
    )

    class Meta:
        model = RegisterEntry
        fields = ["direction", "doc_number", "title", "position"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not (
            cleaned.get("doc_number") or cleaned.get("title") or {"doc_number", "title"} & set(self.errors)
        ):
            raise ValidationError({"doc_number": _("请填写发文字号；没有字号的填写标题。")})
        return cleaned


class RegisterRowInline(RowInline):
    model = RegisterEntry
    form = RegisterRowForm
    fields = ["direction", "doc_number", "title", "position", "original_text"]
    verbose_name_plural = gettext_lazy("收发文")
    spare_rows = 5


@admin.register(RegisterListing)
class RegisterAdmin(ListingAdmin):
    inlines = [RegisterRowInline]
    rows = "register_entries"
