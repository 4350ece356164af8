"""Submissions (待核来稿) in the admin: what is being read, what waits for review, what went wrong."""

import re
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy

from editorial.admin.base import DeskMixin
from editorial.flows.submitting import IMPORT
from editorial.views import submission as views
from editorial.views.desk.urls import desk_urls
from editorial.views.revision import revision
from intake.broker import somebody_works
from intake.models import Submission

_ID = re.compile(r"[0-9]{1,18}")


@admin.register(Submission)
class SubmissionAdmin(DeskMixin, admin.ModelAdmin):
    change_list_template = "admin/editorial/submission_list.html"
    list_display = ["name", "publication", "condition", "percent", "submitted_by", "submitted_at", "message"]
    list_filter = ["state", "publication", "submitted_at"]
    list_select_related = ["publication", "submitted_by"]
    search_fields = ["name"]
    search_help_text = gettext_lazy("按文件名查找")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Submission]:
        # The texts are long, and a list shows none of them.
        return super().get_queryset(request).defer("original", "text", "pages", "reading", "as_read")

    @admin.display(description=gettext_lazy("状态"), ordering="state")
    def condition(self, submission: Submission) -> str:
        return submission.get_state_display()

    @admin.display(description=gettext_lazy("进度"))
    def percent(self, submission: Submission) -> str:
        return f"{submission.progress}%" if submission.is_waiting else ""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"may_import": request.user.has_perm(IMPORT), "works": somebody_works()}
        return super().changelist_view(request, {**(extra_context or {}), **context})

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        # Django's own address takes any text in the place of the number.
        if not _ID.fullmatch(str(object_id)):
            raise Http404
        return views.status(request, int(object_id))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        steps = {
            "progress": views.progress,
            "read-again": views.read_again,
            "read-afresh": views.read_afresh,
            "read-now": views.read_now,
            "accept": views.accept,
            "discard": views.discard,
            "revision": revision,
        }
        own = [
            path(f"<int:pk>/{name}/", view(step), name=f"intake_submission_{name.replace('-', '_')}")
            for name, step in steps.items()
        ]
        change = path("<int:object_id>/change/", view(self.change_view), name="intake_submission_change")
        return [*own, *desk_urls(view), change, *super().get_urls()]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
