"""Exports of an issue: asked for on its page, made by a job, looked at and taken from here."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from editorial.errors import NotAllowed
from editorial.flows import exporting
from editorial.flows.exporting import VIEW
from editorial.views.pages import change_url, page, require
from gazette.models import Issue
from intake.broker import somebody_works
from printing.jobs import is_lost
from printing.making import MEDIA_TYPES, ending
from printing.models import Export, Form


@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the issue in the form that the pressed button names."""
    user = require(request, VIEW)
    issue = get_object_or_404(Issue.objects.select_related("publication"), pk=pk)
    try:
        export = exporting.start(issue, request.POST.get("form", ""), user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return redirect(change_url(issue))
    return redirect(change_url(export))


@require_safe
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, what was made, and what is to be looked at in it."""
    require(request, VIEW)
    export = get_object_or_404(exports(), pk=pk)
    return page(
        request,
        "admin/editorial/export_status.html",
        export,
        title=str(export),
        works=somebody_works(),
        lost=is_lost(export),
        is_there=export.is_there,
        is_edition=export.form == Form.EDITION,
    )


@require_safe
def progress(request: HttpRequest, pk: int) -> JsonResponse:
    """The same for the script of the page, which asks until nothing waits any more."""
    require(request, VIEW)
    export = get_object_or_404(exports(), pk=pk)
    return JsonResponse(
        {
            "label": export.get_state_display(),
            "progress": export.progress,
            "message": export.stage,
            "waiting": export.is_waiting,
            "works": not export.is_waiting or somebody_works(),
            "next": change_url(export),
        }
    )


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file, to look at (PDF) or to keep."""
    require(request, VIEW)
    export = get_object_or_404(exports(), pk=pk)
    if not export.is_there:
        raise Http404
    kind = ending(export.form)
    form = "" if export.form == kind else f"-{export.get_form_display()}"
    return FileResponse(
        export.path.open("rb"),
        as_attachment=kind != "pdf",
        content_type=MEDIA_TYPES[kind],
        filename=f"{export.subject}{form}.{kind}",
    )


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    return _step(request, pk, exporting.cancel, _("已要求取消。"))


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    return _step(request, pk, exporting.again, _("已重新排队。"))


@require_POST
def make_now(request: HttpRequest, pk: int) -> HttpResponse:
    """Within this request, for where no program works the queue off."""

    return _step(request, pk, exporting.make_now, "")


def exports() -> QuerySet[Export]:
    return Export.objects.select_related("issue__publication", "entry", "requested_by")


def _step(request: HttpRequest, pk: int, step: Callable[[Export], None], done: str) -> HttpResponse:
    require(request, VIEW)
    export = get_object_or_404(exports(), pk=pk)
    try:
        step(export)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        if done:
            messages.success(request, done)
    return redirect(change_url(export))
