"""The events of an issue as rows of one page, and an event with the officials whom it names."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chronicle.models import Event, EventOfficial
from editorial.admin.base import GuardedInline, RecordAdmin
from editorial.admin.fields import DayField, LineField
from editorial.admin.formset import PartsFormSet
from editorial.admin.listing import RowForm, RowInline
from editorial.admin.listing_page import ListingAdmin
from editorial.admin.place import PlacedMixin
from editorial.admin.versioned import VersionedForm
from editorial.flows.named_officials import BY_HAND, read_again
from editorial.models import ChronicleEntry

TEXT = forms.Textarea(attrs={"rows": 1})
NO_TEXT = gettext_lazy("请填写这一天的内容。")


class EventRowForm(RowForm):
    # A calendar beside each of a hundred rows is in the way; a date is typed faster.
    happened_on = DayField(
        label=gettext_lazy("日期"), widget=forms.DateInput(attrs={"placeholder": "2018-02-28"})
    )
    text = LineField(label=gettext_lazy("内容"), widget=TEXT, error_messages={"required": NO_TEXT})

    class Meta:
        model = Event
        fields = ["happened_on", "text", "position"]


class EventRowInline(RowInline):
    model = Event
    form = EventRowForm
    fields = ["happened_on", "text", "named_officials", "position", "original_text"]
    readonly_fields = ["named_officials", "original_text"]
    verbose_name_plural = gettext_lazy("要事")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("named__official")

    @admin.display(description=gettext_lazy("干部"))
    def named_officials(self, event: Event) -> str:
        if not event.pk:
            return ""
        link = reverse("admin:chronicle_event_change", args=[event.pk])
        names = "、".join(str(named.official) for named in event.named.all())
        return format_html('<a href="{}">{}</a>', link, names or _("没有"))


@admin.register(ChronicleEntry)
class ChronicleAdmin(ListingAdmin):
    inlines = [EventRowInline]
    rows = "events"

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        reworded = [event for event, fields in formset.changed_objects if "text" in fields]
        for event in [*formset.new_objects, *reworded]:
            read_again(event)


class NamedInline(GuardedInline, admin.TabularInline):
    model = EventOfficial
    formset = PartsFormSet
    fields = ["official", "office"]
    autocomplete_fields = ["official"]
    verbose_name_plural = gettext_lazy("出席干部")
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("official")


class EventForm(VersionedForm):
    happened_on = DayField(label=gettext_lazy("日期"))
    text = LineField(label=gettext_lazy("内容"), widget=TEXT, error_messages={"required": NO_TEXT})

    class Meta:
        model = Event
        fields = ["happened_on", "text"]


@admin.register(Event)
class EventAdmin(PlacedMixin, RecordAdmin):
    """One event. It is added and deleted among the others of its issue."""

    form = EventForm
    change_form_template = "admin/editorial/room_form.html"
    inlines = [NamedInline]
    list_display = ["happened_on", "text", "issue_label", "state"]
    list_display_links = ["text"]
    list_filter = ["entry__issue__publication"]
    list_select_related = ["entry__issue__publication"]
    search_fields = ["text"]
    search_help_text = gettext_lazy("按内容查找")
    date_hierarchy = "happened_on"
    fields = ["version", "whole", "happened_on", "text", ("state", "origin", "edited")]
    readonly_fields = ["whole", "state", "origin", "edited"]

    @admin.display(description=gettext_lazy("本期要事"))
    def whole(self, event: Event) -> str:
        link = reverse("admin:editorial_chronicleentry_change", args=[event.entry_id])
        return format_html('<a href="{}">{}</a> · {}', link, event.entry, event.entry.issue)

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        event = form.instance
        if any(formset.has_changed() for formset in formsets):
            event.mark_edited([BY_HAND])
            event.save(update_fields=["edited_fields"])
        super().save_related(request, form, formsets, change)
        if "text" in form.changed_data:
            read_again(event)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
