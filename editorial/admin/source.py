"""Sources (来稿) in the admin: brought in, reviewed, never changed."""

from typing import Any

from django.contrib import admin
from django.db.models import F, Func, IntegerField, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy

from editorial.admin.base import DeskMixin
from editorial.views import source as views
from editorial.views.archive import archive
from editorial.views.bring_in import bring_in
from gazette.models import Source


class ArrayLength(Func):
    """How many items a JSON array has, counted in the database."""

    function = "JSON_ARRAY_LENGTH"
    output_field = IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSONB_ARRAY_LENGTH", **extra)


@admin.register(Source)
class SourceAdmin(DeskMixin, admin.ModelAdmin):
    change_list_template = "admin/editorial/source_list.html"
    list_display = ["name", "publication", "imported_at", "imported_by", "as_printed", "problem_count"]
    list_filter = ["publication", "as_printed", "imported_at"]
    list_select_related = ["publication", "imported_by"]
    search_fields = ["name"]
    search_help_text = gettext_lazy("按文件名查找")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        # The texts are long, and a list shows none of them.
        light = super().get_queryset(request).defer("original", "text", "reading")
        return light.annotate(problem_total=ArrayLength(F("reading__problems")))

    @admin.display(description=gettext_lazy("问题"))
    def problem_count(self, source: Any) -> int:
        return source.problem_total or 0

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        may_import = request.user.has_perm("gazette.import_source")
        return super().changelist_view(request, {**(extra_context or {}), "may_import": may_import})

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return views.review(request, int(object_id))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("import/", view(bring_in), name="gazette_source_import"),
            path("archive/", view(archive), name="gazette_source_archive"),
            path("<int:object_id>/change/", view(self.change_view), name="gazette_source_change"),
            path("<int:pk>/publish/", view(views.publish), name="gazette_source_publish"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
