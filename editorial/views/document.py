"""What is done with one document: look at it, take it back."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from documents.figure_views import picture
from documents.models import Document
from documents.presentation import outline
from documents.references import References
from editorial.flows import publishing
from editorial.views.pages import page, require, take_step


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The document as readers will see it."""
    require(request, "documents.view_document")
    document = get_object_or_404(
        Document.objects.select_related("publication", "entry__issue", "topic").prefetch_related(
            "blocks__figure", "attachments"
        ),
        pk=pk,
    )
    # No document is looked up for the text: links would lead to the public site, which may be elsewhere.
    unlinked = References(document, [], [])
    return page(
        request,
        "admin/editorial/document_preview.html",
        document,
        title=_("预览"),
        is_public=Document.objects.published().filter(pk=document.pk).exists(),
        outline=outline(document, list(document.blocks.all()), document.attachments.all(), unlinked),
    )


@require_safe
def figure(request: HttpRequest, pk: int, digest: str, ending: str) -> HttpResponseBase:
    """A picture of the document, shown to readers or not yet."""
    require(request, "documents.view_document")
    return picture(get_object_or_404(Document, pk=pk).figures.all(), digest, ending)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    user = require(request, publishing.PUBLISH)
    document = get_object_or_404(Document, pk=pk)
    if request.method == "POST":
        done = _("已撤回，读者不再看到。")
        return take_step(request, publishing.withdraw_document, document, user, done)
    return page(request, "admin/editorial/withdraw.html", document, title=_("撤回"))
