"""Issues and documents as files to read elsewhere: e-book and Word."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from documents.finding import document_at, elsewhere
from documents.models import Document
from exporting import epub, word
from printing.errors import PrintingError
from printing.models import Form
from printing.views import issue_file

# The Word file and the e-book of one document are made when they are asked for: 0.05 s for a usual one.
_MAKERS: dict[str, tuple[str, Callable[[Document], bytes]]] = {
    "epub": (epub.MEDIA_TYPE, epub.document_epub),
    "docx": (word.MEDIA_TYPE, word.document_file),
}


@require_safe
def issue_epub(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponseBase:
    """The e-book of a published issue."""
    return issue_file(request, publication, year, number, Form.EPUB, "issue_epub")


@require_safe
def issue_docx(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponseBase:
    """The Word file of a published issue."""
    return issue_file(request, publication, year, number, Form.DOCX, "issue_docx")


@require_safe
def document_file(request: HttpRequest, publication: str, slug: str, ending: str) -> HttpResponse:
    """A published document as an e-book or a Word file."""
    held = document_at(publication, slug)
    if held is None:
        return elsewhere(request, publication, slug, "document_file", ending)
    media_type, make = _MAKERS[ending]
    try:
        data = make(held)
    except PrintingError as error:
        return HttpResponse(str(error), status=503, content_type="text/plain; charset=utf-8")
    named = content_disposition_header(as_attachment=True, filename=f"{held.title[:80]}.{ending}")
    return HttpResponse(data, content_type=media_type, headers={"Content-Disposition": named or "attachment"})
