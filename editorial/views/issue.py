"""What is done with a whole issue: look at it, print it, publish it, take it back."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from editorial.flows import publishing
from editorial.views.pages import page, require, take_step
from gazette.models import Entry, Issue

RECORDS = [
    "entries__appointment_notice__appointments__official",
    "entries__appointment_notice__appointments__post",
    "entries__events",
    "entries__register_entries",
    "entries__meeting",
    "entries__indicator_table",
]


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The contents as readers will see them, with what stands under each entry and the way to each document."""
    require(request, "gazette.view_issue")
    issue = _issue(pk, *RECORDS)
    return page(request, "admin/editorial/issue_preview.html", issue, title=_("预览"))


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    user = require(request, publishing.PUBLISH)
    issue = _issue(pk)
    if request.method == "POST":
        return take_step(request, publishing.publish_issue, issue, user, _("已签发，读者可以看到了。"))
    problems = issue.source.problems if issue.source else []
    return page(request, "admin/editorial/publish_issue.html", issue, title=_("签发"), problems=problems)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    user = require(request, publishing.PUBLISH)
    issue = _issue(pk)
    if request.method == "POST":
        return take_step(request, publishing.withdraw_issue, issue, user, _("已撤回，读者不再看到。"))
    return page(request, "admin/editorial/withdraw.html", issue, title=_("撤回"))


def _issue(pk: int, *more: str) -> Issue:
    """The issue with its contents and, of these, `more`."""
    entries = Entry.objects.select_related("section", "document").order_by("position", "pk")
    issues = Issue.objects.select_related("publication", "source")
    return get_object_or_404(issues.prefetch_related(Prefetch("entries", entries), *more), pk=pk)
