"""Texts that were taken in: what was read of them, and publishing a collection."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from documents.models import Document
from editorial.flows import publishing
from editorial.review import rooms_read_from
from editorial.severities import SEVERITIES
from editorial.views.pages import page, require, take_step
from gazette.models import Issue, Source


@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The source's text beside what was understood of it."""
    user = require(request, "gazette.view_source")
    source = get_object_or_404(Source.objects.select_related("publication", "imported_by"), pk=pk)
    documents = Document.objects.filter(source=source).select_related("entry__issue").order_by("pk")
    alone = [each for each in documents if each.entry_id is None]
    waiting = any(not each.is_published for each in alone)
    return page(
        request,
        "admin/editorial/source_review.html",
        source,
        title=source.name,
        lines=source.lines(),
        issue=Issue.objects.filter(source=source).prefetch_related("entries__section").first(),
        documents=documents,
        problems=by_severity(source.problems),
        can_publish=waiting and user.has_perm(publishing.PUBLISH),
        **rooms_read_from(source),
    )


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the documents of a source that no issue holds."""
    user = require(request, publishing.PUBLISH)
    source = get_object_or_404(Source, pk=pk)
    if request.method == "POST":
        done = _("已签发，读者可以看到了。")
        return take_step(request, publishing.publish_collection, source, user, done)
    documents = Document.objects.filter(source=source, entry__isnull=True).order_by("pk")
    return page(
        request, "admin/editorial/publish_collection.html", source, title=_("签发"), documents=documents
    )


def by_severity(problems: list[dict[str, Any]]) -> list[tuple[Any, list[dict[str, Any]]]]:
    """The problems in groups, the gravest first, each with the first of its lines to go to."""
    groups = []
    for severity, label in SEVERITIES.items():
        found = [{**each, "line": _first_line(each)} for each in problems if each["severity"] == severity]
        if found:
            groups.append((label, found))
    return groups


def _first_line(problem: dict[str, Any]) -> int | None:
    """The first of a problem's lines; the format writes one range as [first, last], more as a list of them."""
    lines = problem.get("lines") or []
    while isinstance(lines, list):
        if not lines:
            return None
        lines = lines[0]
    return int(lines)
