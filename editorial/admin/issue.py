"""Issues in the admin: the list, one issue with its contents, and the steps from draft to public."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.base import RecordAdmin
from editorial.admin.entry import EntryInline
from editorial.admin.issue_form import IssueForm
from editorial.flows.exporting import FORMS, latest
from editorial.flows.publishing import PUBLISH
from editorial.guard import may_edit
from editorial.views import issue as views
from editorial.views.bring_in import bring_in_correction
from editorial.views.export import start
from gazette.models import Issue


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("状态")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("published", _("已发布")), ("withdrawn", _("已撤回")), ("draft", _("未发布"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        withdrawn = Q(withdrawn_at__lte=timezone.now())
        match self.value():
            case "published":
                return queryset.filter(pk__in=Issue.objects.published().values("pk"))
            case "withdrawn":
                return queryset.filter(withdrawn)
            case "draft":
                return queryset.filter(published_at__isnull=True)
        return queryset


@admin.register(Issue)
class IssueAdmin(RecordAdmin):
    form = IssueForm
    change_form_template = "admin/editorial/issue_form.html"
    list_display = [
        "label",
        "publication",
        "year",
        "numbers",
        "serial_label",
        "dated",
        "state",
        "entry_count",
    ]
    list_filter = ["publication", "year", StateFilter]
    list_select_related = ["publication"]
    search_fields = ["publication__name", "year", "number", "serial", "entries__title", "entries__doc_number"]
    search_help_text = gettext_lazy("按刊名、年、期号、总期号或目录里的标题、发文字号查找")
    inlines = [EntryInline]
    readonly_fields = ["state_label", "origin", "as_printed"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "version",
                    ("publication", "year"),
                    ("number", "number_end", "serial", "serial_end"),
                    ("frequency", "dated_on", "dated_precision"),
                    ("chief_editor", "deputy_editors"),
                    "imprint",
                    ("state_label", "as_printed", "origin"),
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Issue]:
        return super().get_queryset(request).annotate(entry_total=Count("entries", distinct=True))

    @admin.display(description=gettext_lazy("期"), ordering="year")
    def label(self, issue: Issue) -> str:
        return issue.label

    @admin.display(description=gettext_lazy("期号"), ordering="number")
    def numbers(self, issue: Issue) -> str:
        return issue.numbers

    @admin.display(description=gettext_lazy("总期号"), ordering="serial")
    def serial_label(self, issue: Issue) -> str:
        return issue.serial_label

    @admin.display(description=gettext_lazy("出版日期"), ordering="dated_on")
    def dated(self, issue: Issue) -> str:
        return issue.dated_label

    @admin.display(description=gettext_lazy("状态"), ordering="published_at")
    def state(self, issue: Issue) -> str:
        return issue.state_label()

    @admin.display(description=gettext_lazy("目录条目"))
    def entry_count(self, issue: Any) -> int:
        return int(issue.entry_total)

    @admin.display(description=gettext_lazy("来稿"))
    def origin(self, issue: Issue) -> str:
        if issue.source is None:
            return ""
        link = reverse("admin:gazette_source_change", args=[issue.source.pk])
        return format_html('<a href="{}">{}</a>', link, issue.source.name)

    def get_readonly_fields(self, request: HttpRequest, obj: Issue | None = None) -> list[str]:
        # These make the address, which never changes once it was public.
        address = ["publication", "year", "number"] if obj and obj.published_at else []
        return [*self.readonly_fields, *address]

    def get_urls(self) -> list[URLPattern]:
        steps = {name: getattr(views, name) for name in ("preview", "publish", "withdraw")}
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"gazette_issue_{name}")
            for name, view in steps.items()
        ]
        export = path("<int:pk>/export/", self.admin_site.admin_view(start), name="gazette_issue_export")
        correction = path(
            "<int:pk>/revise/", self.admin_site.admin_view(bring_in_correction), name="gazette_issue_revise"
        )
        return [*own, export, correction, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        issue = context.get("original")
        if issue:
            context["closed"] = not may_edit(issue)
            context["can_sign"] = request.user.has_perm(PUBLISH)
            context["export_forms"] = FORMS
            context["exports"] = latest(issue)
        return super().render_change_form(request, context, *args, **kwargs)
