"""What is done with one translation: publish it, take it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from documents.models import Translation
from editorial.flows.publishing import PUBLISH
from editorial.flows.translations import publish_translation, withdraw_translation
from editorial.views.pages import page, require, take_step


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    user = require(request, PUBLISH)
    translation = get_object_or_404(Translation.objects.select_related("document"), pk=pk)
    if request.method == "POST":
        return take_step(request, publish_translation, translation, user, _("已签发，读者可以看到了。"))
    return page(request, "admin/editorial/publish_translation.html", translation, title=_("签发"))


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    user = require(request, PUBLISH)
    translation = get_object_or_404(Translation.objects.select_related("document"), pk=pk)
    if request.method == "POST":
        return take_step(request, withdraw_translation, translation, user, _("已撤回，读者不再看到。"))
    return page(request, "admin/editorial/withdraw.html", translation, title=_("撤回"))
