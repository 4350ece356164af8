"""Entries of an issue's contents: edited in the form of their issue, found from that of a document."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import JSONField, QuerySet, Value
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.base import GuardedInline, RecordAdmin
from editorial.admin.choices import OneOf
from editorial.admin.formset import PartsFormSet
from editorial.rooms import ROOMS, holds_more_than_a_document, way_from, with_records
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

    def clean(self) -> None:
        """An entry goes only empty: what stands under it would go with it."""
        super().clean()
        for form in self.deleted_forms:
            if form.instance.pk and holds_more_than_a_document(form.instance):
                raise ValidationError(
                    _("“%(title)s”下面已经录入了内容，请先删除那些内容，再删目录条目。")
                    % {"title": form.instance.title}
                )


class EntryInline(GuardedInline, admin.TabularInline):
    model = Entry
    form = EntryForm
    formset = EntryFormSet
    ordering = ["position", "pk"]
    readonly_fields = ["record"]
    fields = ["position", "section", "title", "doc_number", "printed_page", "record"]
    verbose_name_plural = gettext_lazy("目录")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return for_user(with_records(super().get_queryset(request)), request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Without its entry a document leaves the issue, which takes it from the public."""
        return super().has_delete_permission(request, obj) and not (obj and obj.is_published)

    @admin.display(description=gettext_lazy("内容"))
    def record(self, entry: Entry) -> str:
        return link_from(entry)


def for_user(entries: QuerySet, request: HttpRequest) -> QuerySet:
    """The entries, each knowing what this user may add under it: a column is not told who looks at it."""
    held = [room.add_permission for room in ROOMS if request.user.has_perm(room.add_permission)]
    return entries.annotate(may_add=Value(held, output_field=JSONField()))


def link_from(entry: Any) -> str:
    """The link to what an entry of `for_user` holds, or to making it."""
    way = way_from(entry) if entry.pk else None
    if way is None or (way.permission and (way.permission not in entry.may_add or entry.issue.is_published)):
        return ""
    return format_html('<a href="{}">{}</a>', way.address, way.wording)


@admin.register(Entry)
class EntryAdmin(RecordAdmin):
    """Only for finding an entry from the form of a document; it has no place on the desk."""

    search_fields = ["title", "doc_number"]
    ordering = ["-issue__year", "-issue__number", "position", "pk"]
    list_display = ["title", "doc_number", "section", "issue", "record"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return for_user(with_records(super().get_queryset(request)), request)

    @admin.display(description=gettext_lazy("内容"))
    def record(self, entry: Entry) -> str:
        return link_from(entry)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
