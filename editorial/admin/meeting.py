"""Executive meetings in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy

from chronicle.models import Meeting
from editorial.admin.fields import DayField, ParagraphsField
from editorial.admin.quotation import Quotation, QuotedMixin
from editorial.admin.room import RoomAdmin, RoomForm


class MeetingForm(RoomForm):
    held_on = DayField(label=gettext_lazy("召开日期"))
    text = ParagraphsField(
        label=gettext_lazy("内容"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("一段写一行"),
    )

    class Meta:
        model = Meeting
        fields = "__all__"


@admin.register(Meeting)
class MeetingAdmin(QuotedMixin, RoomAdmin):
    form = MeetingForm
    list_display = ["title", "number", "held_on", "chair", "issue_label", "state"]
    list_filter = ["entry__issue__publication", ("held_on", admin.DateFieldListFilter)]
    list_select_related = ["entry__issue__publication", "chair"]
    search_fields = ["title", "text", "chair__name"]
    search_help_text = gettext_lazy("按标题、内容或主持人查找")
    autocomplete_fields = ["chair"]
    own_fields = ["title", ("number", "held_on", "chair"), "text"]
    readonly_fields = [*RoomAdmin.readonly_fields, "original_text"]

    def get_fields(self, request: Any, obj: Meeting | None = None) -> list[Any]:
        fields = super().get_fields(request, obj)
        return [*fields, "original_text"] if obj and obj.source_id else fields

    def get_object(self, request: Any, object_id: str, from_field: str | None = None) -> Meeting | None:
        meeting: Any = super().get_object(request, object_id, from_field)
        if meeting:
            meeting.quotation = Quotation(meeting.source).of(meeting)
        return meeting
