"""The page of an entry whose content is rows: the events of a chronicle, the lines of a register."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from editorial.admin.base import RecordAdmin
from editorial.admin.place import PlacedMixin
from editorial.admin.versioned import VersionedForm
from editorial.flows.ordering import renumber


class ListingForm(VersionedForm):
    """The entry itself is written in the contents of its issue."""

    class Meta:
        fields: list[str] = []


class ListingAdmin(PlacedMixin, RecordAdmin):
    """`rows` is the entry's accessor to them."""

    rows = ""
    form = ListingForm
    change_form_template = "admin/editorial/room_form.html"
    list_display = ["title", "issue", "row_count", "state"]
    list_filter = ["issue__publication", "issue__year"]
    list_select_related = ["issue__publication"]
    search_fields = ["title", "issue__year", "issue__number"]
    search_help_text = gettext_lazy("按标题、年或期号查找")
    fields = ["version", "place", ("state", "origin")]
    readonly_fields = ["place", "state", "origin"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        counted = super().get_queryset(request).annotate(row_total=Count(self.rows, distinct=True))
        return counted.order_by("-issue__year", "-issue__number", "position", "pk")

    @admin.display(description=gettext_lazy("条数"))
    def row_count(self, entry: Any) -> int:
        return int(entry.row_total)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.BaseModelForm, change: bool) -> None:
        """Only the rows are saved."""

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        renumber(getattr(form.instance, self.rows).all())

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
