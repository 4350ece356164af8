"""Pages of the column 政府信息公开 in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.fields import ProseField
from editorial.admin.standing import StandingAdmin
from editorial.admin.versioned import VersionedForm
from editorial.views.standing import preview_page, publish_page, withdraw_page
from portal.models import ColumnPage


class ColumnPageForm(VersionedForm):
    text = ProseField(
        label=gettext_lazy("正文"),
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=ColumnPage._meta.get_field("text").help_text,
    )

    class Meta:
        model = ColumnPage
        fields = ["part", "year", "position", "title", "text"]


@admin.register(ColumnPage)
class ColumnPageAdmin(StandingAdmin):
    form = ColumnPageForm
    list_display = ["title", "part", "year", "state"]
    list_filter = ["part"]
    search_fields = ["title", "text"]
    fields = ["version", "part", ("year", "position"), "title", "text", "state"]
    steps = {"preview": preview_page, "publish": publish_page, "withdraw": withdraw_page}

    def get_readonly_fields(self, request: HttpRequest, obj: ColumnPage | None = None) -> list[str]:
        # Where a page stands is public at once: it is not changed behind the approval.
        return ["state", "part", "year"] if obj and obj.is_published else ["state"]

    @admin.display(description=gettext_lazy("状态"))
    def state(self, page: ColumnPage) -> str:
        if page.is_published and page.is_changed:
            return _("已发布；之后的修改还没有签发")
        return page.state_label()

    def waits(self, held: Any) -> bool:
        return not held.is_published or held.is_changed
