"""The pages on which citizens write, and on which they come back for the answer."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gazette.trail import to_home
from portal.citizens.addresses import in_modes, path_of, title_of
from portal.citizens.forms import MessageForm, form_of
from portal.citizens.numbers import as_given
from portal.citizens.receiving import receive
from portal.citizens.senders import may_send
from portal.models import Correction, Message, Opinion


@dataclass(frozen=True)
class Desk:
    """Where one kind of message is written; `page` is the name of the address."""

    model: type[Message]
    page: str

    def name(self) -> str:
        return _("纠错") if self.model is Correction else _("意见")


DESKS = {desk.page: desk for desk in (Desk(Correction, "correct"), Desk(Opinion, "opinions"))}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest) -> HttpResponse:
    """Say what is wrong with a page (纠错)."""
    return _written(request, DESKS["correct"])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def opinions(request: HttpRequest) -> HttpResponse:
    """Say anything else (意见)."""
    return _written(request, DESKS["opinions"])


@never_cache
@require_safe
def correction(request: HttpRequest, number: str) -> HttpResponse:
    """How far a correction is, and the answer to it."""
    return _kept(request, DESKS["correct"], number)


@never_cache
@require_safe
def opinion(request: HttpRequest, number: str) -> HttpResponse:
    """The same of an opinion."""
    return _kept(request, DESKS["opinions"], number)


def show(request: HttpRequest, desk: Desk, form: MessageForm, status: int = 200, **more: Any) -> HttpResponse:
    """The form, with what is typed in it so far."""
    page = form["page"].value() if "page" in form.fields else ""
    context = {
        "form": form,
        "desk": desk,
        "page_title": title_of(path_of(page, request.get_host()) or "") if page else "",
        "answer_days": settings.ANSWER_WORKING_DAYS,
        "trail": to_home(),
        "here": desk.name(),
        **more,
    }
    return render(request, f"citizens/{desk.page}.html", context, status=status)


def filled(request: HttpRequest, desk: Desk) -> MessageForm:
    """The form as it was sent, or as it is opened: with the page that the reader came from."""
    host = request.get_host()
    if request.method == "POST":
        return form_of(desk.model)(request.POST, host=host)
    came_from = path_of(request.GET.get("page", ""), host) or ""
    return form_of(desk.model)(initial={"page": came_from}, host=host)


def _written(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = filled(request, desk)
    if "number" in request.GET:
        return _looked_up(request, desk, form)
    if not form.is_bound or not form.is_valid():
        return show(request, desk, form)
    if not may_send(request):
        return show(request, desk, form, 429, refused=_too_many())
    return redirect(receive(form.save(commit=False)))


def _looked_up(request: HttpRequest, desk: Desk, form: MessageForm) -> HttpResponse:
    """Go to the message whose number was typed; where there is none, say so beside it."""
    number = as_given(request.GET["number"])
    found = desk.model._default_manager.filter(number=number).first()
    return redirect(found) if found else show(request, desk, form, not_found=request.GET["number"])


def _kept(request: HttpRequest, desk: Desk, number: str) -> HttpResponse:
    held = get_object_or_404(desk.model, number=number)
    path = getattr(held, "page", "")
    context = {
        "letter": held,
        "desk": desk,
        "page_title": title_of(path) if path else "",
        "page_address": in_modes(path) if path else "",
        "trail": [*to_home(), (desk.name(), reverse(desk.page))],
        "here": held.number,
    }
    return render(request, "citizens/letter.html", context)


def _too_many() -> str:
    return _("今天从您的网络收到的来信太多，暂时不能提交。您填写的内容都还在，请明天再试，或者电话联系我们。")
