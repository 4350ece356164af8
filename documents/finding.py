"""The public document at an address, and what is answered where there is none."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from documents.models import Document, FormerAddress
from gazette.answers import gone, withdrawn


def document_at(publication: str, slug: str) -> Document | None:
    """The public document with what its page tells of it besides the text."""
    related = ("publication", "topic", "issuing_body", "entry__issue__publication", "entry__section")
    at_address = Document.objects.published().filter(publication__code=publication, slug=slug)
    return at_address.select_related(*related).first()


def elsewhere(
    request: HttpRequest, publication: str, slug: str, page: str = "document", *rest: object
) -> HttpResponse:
    """Where a former address leads, 410 for what was taken back, else 404.

    `page` names the page that was asked for, `rest` what its address has behind the document's.
    """
    at_address = Document.objects.filter(publication__code=publication, slug=slug)
    if at_address.filter(withdrawn() | withdrawn("entry__issue__")).exists():
        return gone(request)
    once = FormerAddress.objects.filter(publication__code=publication, slug=slug)
    address = once.select_related("document__publication").first()
    if address and Document.objects.published().filter(pk=address.document_id).exists():
        now = address.document
        return redirect(page, now.publication.code, now.slug, *rest, permanent=True)
    raise Http404
