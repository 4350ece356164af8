"""The layouts in which a publication is printed, looked at before they are chosen; a document as an official one."""

import logging
from base64 import b64encode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.models import Document
from editorial.views.pages import change_url, page, require
from gazette.models import Issue, Publication
from printing.compositor import compose
from printing.errors import PrintingError
from printing.forms.official import official_manuscript
from printing.forms.pictures import Picture
from printing.forms.preview import samples

logger = logging.getLogger(__name__)
LAYOUTS = ["paper", "document_form", "notice_form"]


class LayoutForm(forms.ModelForm):
    """The layouts as the address names them; they are shown, not saved."""

    class Meta:
        model = Publication
        fields = LAYOUTS


@require_safe
def print_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The first pages of a few texts in the layouts that the address names, or in those that are chosen."""
    _require_sight(request)
    publication = get_object_or_404(Publication, pk=pk)
    saved = {name: getattr(publication, name) for name in LAYOUTS}
    form = LayoutForm(
        {**saved, **{name: request.GET[name] for name in LAYOUTS if name in request.GET}},
        instance=publication,
    )
    issue = _newest(request, publication)
    shown = samples(form.instance, issue) if form.is_valid() else []
    context = {
        "form": form,
        "issue": issue,
        "samples": [(each, [*map(_embedded, each.pictures)]) for each in shown],
    }
    return page(request, "admin/editorial/print_preview.html", publication, title=_("版式预览"), **context)


@require_safe
def official_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A document, published or not, in the form of an official document."""
    require(request, "documents.view_document")
    document = get_object_or_404(Document.objects.select_related("publication", "entry__issue"), pk=pk)
    try:
        pdf = compose(official_manuscript(document)).pdf
    except PrintingError as error:
        logger.exception("%s cannot be printed", document)
        messages.error(request, _("这篇文件排不成 PDF：%(reason)s") % {"reason": error})
        return redirect(change_url(document))
    disposition = content_disposition_header(as_attachment=False, filename=f"{document}.pdf") or "inline"
    return HttpResponse(pdf, content_type="application/pdf", headers={"Content-Disposition": disposition})


def _require_sight(request: HttpRequest) -> None:
    if not any(request.user.has_perm(f"gazette.{do}_publication") for do in ("view", "change")):
        raise PermissionDenied


def _newest(request: HttpRequest, publication: Publication) -> Issue | None:
    """The newest issue that the user may see."""
    issues = Issue.objects.filter(publication=publication)
    return (
        (issues if request.user.has_perm("gazette.view_issue") else issues.published()).newest_first().first()
    )


def _embedded(picture: Picture) -> tuple[Picture, str]:
    """A picture with its address, which holds it: nothing of a preview is kept."""
    return picture, f"data:image/png;base64,{b64encode(picture.png).decode()}"
