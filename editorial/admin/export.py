"""Exports (导出) in the admin: what was made of issues, by whom it was asked for, and what went wrong."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.base import DeskMixin
from editorial.flows.exporting import VIEW
from editorial.views import export as views
from printing.models import Export, Form


@admin.register(Export)
class ExportAdmin(DeskMixin, admin.ModelAdmin):
    list_display = ["subject", "form", "condition", "purpose", "requester", "requested_at", "amount"]
    list_filter = ["state", "form", "issue__publication", "requested_at"]
    list_per_page = 50
    search_fields = ["issue__publication__name", "issue__year", "issue__number", "entry__title", "sha256"]
    search_help_text = gettext_lazy("按刊名、年、期号、标题或文件的 SHA-256 查找")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Export]:
        held = super().get_queryset(request).select_related("issue__publication", "entry", "requested_by")
        return held.defer("warnings", "findings")

    @admin.display(description=gettext_lazy("内容"))
    def subject(self, export: Export) -> str:
        return export.subject

    @admin.display(description=gettext_lazy("状态"), ordering="state")
    def condition(self, export: Export) -> str:
        percent = f" {export.progress}%" if export.is_waiting else ""
        return f"{export.get_state_display()}{percent}"

    @admin.display(description=gettext_lazy("用途"))
    def purpose(self, export: Export) -> str:
        if export.issued_at is None:
            return _("发布") if export.form == Form.EDITION else _("内部")
        return _("读者下载") if export.replaced_at is None else _("已被取代")

    @admin.display(description=gettext_lazy("要求的人"))
    def requester(self, export: Export) -> str:
        return str(export.requested_by) if export.requested_by else _("系统")

    @admin.display(description=gettext_lazy("大小"), ordering="size")
    def amount(self, export: Export) -> str:
        return filesizeformat(export.size) if export.size else ""

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return views.status(request, int(object_id))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        steps = ("progress", "download", "cancel", "again", "make_now")
        own = [
            path(
                f"<int:pk>/{name.replace('_', '-')}/",
                view(getattr(views, name)),
                name=f"printing_export_{name}",
            )
            for name in steps
        ]
        listed = path("", view(self.changelist_view), name="printing_export_changelist")
        change = path("<int:object_id>/change/", view(self.change_view), name="printing_export_change")
        return [listed, *own, change]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(VIEW)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(VIEW)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
