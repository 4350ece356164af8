"""The audit trail in the admin: to be read, by those who may, and nothing else."""

import datetime
from typing import Any

from auditlog.models import LogEntry
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy

from editorial.admin.base import DeskMixin
from editorial.models import AuditRecord

admin.site.unregister(LogEntry)


@admin.register(AuditRecord)
class AuditRecordAdmin(DeskMixin, admin.ModelAdmin):
    list_display = ["when", "step", "kind", "about", "person"]
    list_display_links = ["when"]
    list_filter = [("content_type", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["content_type", "actor"]
    search_fields = ["object_repr", "actor__username"]
    search_help_text = gettext_lazy("按内容或用户名查找")
    date_hierarchy = "timestamp"
    fields = ["when", "person", "address", "step", "kind", "about", "changed"]
    show_full_result_count = False

    @admin.display(description=gettext_lazy("时间"), ordering="timestamp")
    def when(self, record: AuditRecord) -> datetime.datetime:
        return record.timestamp

    @admin.display(description=gettext_lazy("内容"))
    def about(self, record: AuditRecord) -> str:
        return record.object_repr

    @admin.display(description=gettext_lazy("来自"))
    def address(self, record: AuditRecord) -> str:
        return record.remote_addr or ""

    @admin.display(description=gettext_lazy("操作"))
    def step(self, record: AuditRecord) -> str:
        return record.step_label

    @admin.display(description=gettext_lazy("类别"))
    def kind(self, record: AuditRecord) -> str:
        return record.content_type.name

    @admin.display(description=gettext_lazy("用户"))
    def person(self, record: AuditRecord) -> str:
        return record.actor_label

    @admin.display(description=gettext_lazy("改动"))
    def changed(self, record: AuditRecord) -> str:
        line = "<p><strong>{}</strong>：<del>{}</del> → <ins>{}</ins></p>"
        return format_html_join("", line, record.change_rows())

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
