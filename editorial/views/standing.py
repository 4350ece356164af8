"""What is done with an erratum, a page of the openness column or a translation: look at it, publish it, take it back."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from documents.models import Translation
from editorial.flows import standing
from editorial.flows.publishing import PUBLISH
from editorial.views.pages import page, require, take_step
from portal.citizens.markdown import to_html
from portal.models import ColumnPage, Erratum

Step = Callable[[Any, User], None]


@require_safe
def preview_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The editors' copy as readers will see it; links lead straight out, the notice is the public site's."""
    require(request, "portal.view_columnpage")
    held = get_object_or_404(ColumnPage, pk=pk)
    text = to_html(held.text, way_out=str)
    return page(request, "admin/editorial/column_page_preview.html", held, title=_("预览"), text=text)


@require_http_methods(["GET", "POST"])
def publish_page(request: HttpRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(ColumnPage, pk=pk)
    more = {"text": to_html(held.text, way_out=str)}
    template = "admin/editorial/publish_column_page.html"
    return _publish(request, held, standing.publish_column_page, template, **more)


@require_http_methods(["GET", "POST"])
def withdraw_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _withdraw(request, get_object_or_404(ColumnPage, pk=pk), standing.withdraw_column_page)


@require_http_methods(["GET", "POST"])
def publish_erratum(request: HttpRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(Erratum, pk=pk)
    return _publish(request, held, standing.publish_erratum, "admin/editorial/publish_erratum.html")


@require_http_methods(["GET", "POST"])
def withdraw_erratum(request: HttpRequest, pk: int) -> HttpResponse:
    return _withdraw(request, get_object_or_404(Erratum, pk=pk), standing.withdraw_erratum)


@require_http_methods(["GET", "POST"])
def publish_translation(request: HttpRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(Translation.objects.select_related("document"), pk=pk)
    return _publish(request, held, standing.publish_translation, "admin/editorial/publish_translation.html")


@require_http_methods(["GET", "POST"])
def withdraw_translation(request: HttpRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(Translation.objects.select_related("document"), pk=pk)
    return _withdraw(request, held, standing.withdraw_translation)


def _publish(request: HttpRequest, held: Model, step: Step, template: str, **more: Any) -> HttpResponse:
    user = require(request, PUBLISH)
    if request.method == "POST":
        return take_step(request, step, held, user, _("已签发，读者可以看到了。"))
    return page(request, template, held, title=_("签发"), **more)


def _withdraw(request: HttpRequest, held: Model, step: Step) -> HttpResponse:
    user = require(request, PUBLISH)
    if request.method == "POST":
        return take_step(request, step, held, user, _("已撤回，读者不再看到。"))
    return page(request, "admin/editorial/withdraw.html", held, title=_("撤回"))
