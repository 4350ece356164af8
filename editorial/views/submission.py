"""A text on its way in: how far its reading is, and the steps that an editor takes with it."""

import re
from collections.abc import Callable
from contextlib import suppress

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from editorial.errors import NotAllowed
from editorial.flows import submitting
from editorial.flows.submitting import IMPORT
from editorial.views.pages import change_url, page, require
from intake.broker import somebody_works
from intake.errors import SourceError
from intake.flows.accept import reading_of
from intake.flows.fitting import misfits
from intake.flows.read_submission import structure_edited
from intake.jobs import read_in_request
from intake.models import Submission
from intake.sources import ocr

State = Submission.State
VIEW = "intake.view_submission"
_VERSION = re.compile(r"[0-9]{1,9}")


@never_cache
@require_safe
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, and what can be done next."""
    user = require(request, VIEW)
    submission = get_object_or_404(light(), pk=pk)
    return page(
        request,
        "admin/editorial/submission_status.html",
        submission,
        title=submission.name,
        may_import=user.has_perm(IMPORT),
        works=somebody_works(),
        can_ocr=submission.state == State.SCAN and ocr.available(),
        structure_edited=not submission.is_closed and structure_edited(submission),
        misfits=_misfits(submission),
        next=next_url(submission),
    )


@never_cache
@require_safe
def progress(request: HttpRequest, pk: int) -> JsonResponse:
    """The same for the script of the page, which asks until nothing waits any more."""
    require(request, VIEW)
    submission = get_object_or_404(light().defer("reading", "pages"), pk=pk)
    return JsonResponse(
        {
            "state": submission.state,
            "label": submission.get_state_display(),
            "progress": submission.progress,
            "message": submission.message,
            "waiting": submission.is_waiting,
            "works": not submission.is_waiting or somebody_works(),
            "next": next_url(submission),
        }
    )


@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Into the queue once more; with `ocr` a scan is read by OCR."""
    user, submission = _asked(request, pk)
    return _queued(request, submission, user, ocr=bool(request.POST.get("ocr")))


@require_POST
def read_afresh(request: HttpRequest, pk: int) -> HttpResponse:
    """The same, where the editor gives up all that was changed in the reading."""
    user, submission = _asked(request, pk)
    done = _("已放弃全部修改，排队等待重新读入。")
    return _step(
        request, submission, done, lambda: submitting.read_afresh(submission, user, version_of(request))
    )


@require_POST
def read_now(request: HttpRequest, pk: int) -> HttpResponse:
    """Read within this request, for where no program works the queue off."""
    user, submission = _asked(request, pk)
    try:
        submitting.begin_reading_now(submission, user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return redirect(change_url(submission))
    # Its state says how it went, also after a fault of the program, which is in the log.
    with suppress(Exception):
        read_in_request(submission.pk)
    return redirect(next_url(light().get(pk=pk)))


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the drafts, and go to what was made of the text."""
    user, submission = _asked(request, pk)
    try:
        result = submitting.accept_submission(submission, user, version_of(request))
    except SourceError as fault:
        messages.error(request, said(fault))
        return redirect(next_url(light().get(pk=pk)))
    made = _("已收录为草稿，文件%(count)s份。") % {"count": len(result.documents)}
    messages.success(request, made)
    return redirect(change_url(result.source))


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    user, submission = _asked(request, pk)
    done = _("已放弃这份来稿，什么也没有收录。")
    return _step(
        request,
        submission,
        done,
        lambda: submitting.discard_submission(submission, user, version_of(request)),
    )


def light() -> QuerySet[Submission]:
    """Submissions without what is large, with what the pages say of them."""
    held = Submission.objects.light().select_related("source", "revises__publication").defer("text")
    return held.defer("source__original", "source__text", "source__reading")


def next_url(submission: Submission) -> str:
    """Where an editor goes on with it."""
    if submission.state == State.READ and submission.revises_id:
        return reverse("admin:intake_submission_revision", args=[submission.pk])
    if submission.state == State.READ:
        return reverse("admin:intake_submission_review", args=[submission.pk])
    return change_url(submission)


def said(fault: SourceError) -> str:
    """The fault with its place."""
    place = _("第%(line)s行：") % {"line": fault.line} if fault.line else ""
    return place + str(fault)


def _asked(request: HttpRequest, pk: int) -> tuple[User, Submission]:
    user = require(request, IMPORT)
    return user, get_object_or_404(light(), pk=pk)


def version_of(request: HttpRequest) -> int:
    """The version that the page showed; -1, which none has, where it is missing or no number."""
    text = request.POST.get("version", "")
    return int(text) if _VERSION.fullmatch(text) else -1


def _queued(request: HttpRequest, submission: Submission, user: User, *, ocr: bool) -> HttpResponse:
    done = _("已排队，等待读入。编辑改过的内容会保留。")
    return _step(request, submission, done, lambda: submitting.read_again(submission, user, ocr=ocr))


def _step(request: HttpRequest, submission: Submission, done: str, step: Callable[[], None]) -> HttpResponse:
    try:
        step()
    except SourceError as fault:
        messages.error(request, said(fault))
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(change_url(submission))


def _misfits(submission: Submission) -> list[str]:
    if submission.state != State.READ or submission.revises_id:
        return []
    return [problem.message for problem in misfits(reading_of(submission), submission.publication)]
