"""Entries of an issue's contents: edited in the form of their issue, found from that of a document."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from editorial.admin.base import GuardedInline, RecordAdmin
from editorial.admin.choices import OneOf
from editorial.admin.formset import PartsFormSet
from gazette.models import Entry, Section


class EntryForm(forms.ModelForm):
    """An entry; `sections` are its publication's, looked up once for all entries."""

    section = OneOf(label=gettext_lazy("栏目"))

    class Meta:
        model = Entry
        fields = ["position", "section", "title", "doc_number", "printed_page"]
        widgets = {"title": forms.Textarea(attrs={"rows": 1})}

    def __init__(self, *args: Any, sections: dict[int, Section], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "section" in self.fields:
            self.initial["section"] = self.instance.section_id or ""
            cast(OneOf, self.fields["section"]).offer(sections, "———")

    def clean_title(self) -> str:
        """A title is one line, however the field wraps it."""
        return "".join(self.cleaned_data["title"].splitlines())

    def _get_validation_exclusions(self) -> set[str]:
        # The choices are this publication's sections already; to ask again costs a query an entry.
        return {*super()._get_validation_exclusions(), "section"}  # type: ignore[misc]


class EntryFormSet(PartsFormSet):
    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        if not hasattr(self, "_sections"):
            found = Section.objects.filter(publication=self.instance.publication_id)
            self._sections = {section.pk: section for section in found}
        return {**super().get_form_kwargs(index), "sections": self._sections}


class EntryInline(GuardedInline, admin.TabularInline):
    model = Entry
    form = EntryForm
    formset = EntryFormSet
    ordering = ["position", "pk"]
    readonly_fields = ["record"]
    fields = ["position", "section", "title", "doc_number", "printed_page", "record"]
    verbose_name_plural = gettext_lazy("目录")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("document", "section")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Without its entry a document leaves the issue, which takes it from the public."""
        return super().has_delete_permission(request, obj) and not (obj and obj.is_published)

    @admin.display(description=gettext_lazy("文件"))
    def record(self, entry: Entry) -> str:
        if not hasattr(entry, "document"):
            return ""
        link = reverse("admin:documents_document_change", args=[entry.document.pk])
        return format_html('<a href="{}">{}</a>', link, gettext_lazy("打开文件"))


@admin.register(Entry)
class EntryAdmin(RecordAdmin):
    """Only for finding an entry from the form of a document; it has no place on the desk."""

    search_fields = ["title", "doc_number"]
    list_select_related = ["issue__publication", "section"]
    list_display = ["title", "doc_number", "section", "issue"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("issue__publication", "section")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
