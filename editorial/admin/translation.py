"""Translations of documents in the admin: what a qualified translator has written, entered by an editor."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy

from documents.models import Translation
from editorial.admin.base import DeskMixin, GuardedMixin
from editorial.admin.fields import DayField, LineField, ParagraphsField
from editorial.admin.versioned import VersionedForm
from editorial.flows.publishing import PUBLISH
from editorial.guard import may_edit
from editorial.views.standing import publish_translation, withdraw_translation
from portal.languages.cleaning import clean_text


class TranslationForm(VersionedForm):
    title = LineField(
        label=gettext_lazy("译文标题"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    text = ParagraphsField(
        label=gettext_lazy("译文"),
        widget=forms.Textarea(attrs={"rows": 24, "dir": "auto"}),
        help_text=gettext_lazy("一段写一行；不用任何标记"),
    )
    translated_on = DayField(label=gettext_lazy("翻译日期"))

    class Meta:
        model = Translation
        fields = "__all__"

    def clean_title(self) -> str:
        return clean_text(self.cleaned_data["title"])

    def clean_text(self) -> str:
        return clean_text(self.cleaned_data["text"])


@admin.register(Translation)
class TranslationAdmin(GuardedMixin, DeskMixin, admin.ModelAdmin):
    form = TranslationForm
    change_form_template = "admin/editorial/translation_form.html"
    view_on_site = False
    list_display = ["title", "language", "document", "translator", "state_label"]
    list_filter = ["language", "document__publication"]
    list_select_related = ["document"]
    search_fields = ["title", "document__title", "document__doc_number", "translator"]
    search_help_text = gettext_lazy("按标题、发文字号或译者查找")
    autocomplete_fields = ["document"]
    readonly_fields = ["state_label"]
    fields = [
        "version",
        "document",
        "language",
        "title",
        "text",
        "translator",
        "translated_on",
        "state_label",
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Translation | None = None) -> list[str]:
        # Both are in its address.
        return ["state_label", "document", "language"] if obj else ["state_label"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/publish/", view(publish_translation), name="documents_translation_publish"),
            path("<int:pk>/withdraw/", view(withdraw_translation), name="documents_translation_withdraw"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        translation = context.get("original")
        if translation:
            context["closed"] = not may_edit(translation)
            context["can_publish"] = request.user.has_perm(PUBLISH)
        return super().render_change_form(request, context, *args, **kwargs)
