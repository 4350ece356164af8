"""The page on which anybody verifies a file, or finds the issue whose files she wants to verify."""

import datetime
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.utils.decorators import decorator_from_middleware
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from gazette.trail import to_home
from sealing.finding import digest_in, found_by, issues_named
from sealing.turns import may_verify, slot
from sealing.uploads import VerifyForm, is_too_large, path_of, take_in_on_disk
from sealing.verdict import verdict_on

LONGEST_QUERY = 300
_PAUSE_SECONDS = "60"


class _TokenChecked(CsrfViewMiddleware):
    """As Django's, with our own page for the form that has been open too long."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        said = _("本页打开太久，或者浏览器没有接受 Cookie，所以还没有核验。请再选择一次文件。")
        return _refused(request, said, 403)


@never_cache
# What a file may weigh, and who may bring it, is asked before anything of it is read: the token stands in it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """The form, the answer to a file, or the way to what `?number=` names."""
    if request.method != "POST":
        typed = request.GET.get("number", "")[:LONGEST_QUERY]
        return _looked_up(request, typed) if typed.strip() else _show(request)
    if is_too_large(request):
        limit = settings.VERIFY_MAX_BYTES // 1_000_000
        said = _("文件太大，这里最多核验 %(limit)d MB。可以按下面的办法自己核对摘要。") % {"limit": limit}
        return _refused(request, said, 413)
    if not may_verify(request):
        return _refused(request, _("核验得太频繁，请过一分钟再试。"), 429)
    take_in_on_disk(request)
    answer: HttpResponse = _with_token(_answered)(request)
    return answer


_with_token: Any = decorator_from_middleware(_TokenChecked)


def _answered(request: HttpRequest) -> HttpResponse:
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, form=form)
    file: TemporaryUploadedFile = form.cleaned_data["file"]
    # Only now that the file is here: who sends slowly must not keep others waiting.
    with slot() as free:
        if not free:
            return _refused(request, _("现在核验的人较多，请过一会儿再试。"), 503)
        verdict = verdict_on(path_of(file))
    context: dict[str, Any] = {
        "verdict": verdict,
        "file_name": file.name,
        "signed_at": _moment(verdict.signature.signed_at) if verdict.signature else None,
    }
    return _show(request, "sealing/answer.html", **context)


def _looked_up(request: HttpRequest, typed: str) -> HttpResponse:
    """To the one issue that is named; else what there is to choose from, or that there is nothing."""
    digest = digest_in(typed)
    found = found_by(digest) if digest else None
    issues = [] if digest else issues_named(typed)
    if len(issues) == 1:
        return redirect("verify_issue", issues[0].publication.code, issues[0].year, issues[0].number)
    nothing = not found and not issues
    return _show(request, typed=typed, by_digest=found, issues=issues, nothing=nothing, digest=digest)


def _refused(request: HttpRequest, said: str, status: int) -> HttpResponse:
    answer = _show(request, refused=said, status=status)
    if status in {429, 503}:
        answer["Retry-After"] = _PAUSE_SECONDS
    return answer


def _show(
    request: HttpRequest,
    template: str = "sealing/verify.html",
    *,
    status: int = 200,
    form: VerifyForm | None = None,
    **more: Any,
) -> HttpResponse:
    context = {
        "form": form or VerifyForm(),
        "trail": to_home(),
        "here": _("核验文件"),
        **more,
    }
    return render(request, template, context, status=status)


def _moment(told: str) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(told) if told else None
