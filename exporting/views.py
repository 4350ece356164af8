"""Issues and documents as files to read elsewhere: e-book and Word."""

import logging
import threading

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.finding import document_at, elsewhere
from documents.models import Document
from printing.errors import PrintingError
from printing.making import MEDIA_TYPES, order_document
from printing.models import Form
from printing.views import entry_file as printed_entry_file
from printing.views import file_of_entry, issue_file

logger = logging.getLogger(__name__)
# The files of a document that no issue holds are made when they are asked for: hundredths of a second for a usual
# one, seconds for a table of thousands of rows. One at a time in a process, so that the other threads go on
# serving pages.
_one_at_a_time = threading.Lock()
_PATIENCE_SECONDS = 10


@require_safe
def issue_epub(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponseBase:
    """The e-book of a published issue."""
    return issue_file(request, publication, year, number, Form.EPUB, "issue_epub")


@require_safe
def issue_docx(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponseBase:
    """The Word file of a published issue."""
    return issue_file(request, publication, year, number, Form.DOCX, "issue_docx")


@require_safe
def entry_file(
    request: HttpRequest, publication: str, year: int, number: int, pk: int, ending: str
) -> HttpResponseBase:
    """The e-book or Word file of a document that a published issue holds, as the issue's manifest names it."""
    return printed_entry_file(request, publication, year, number, pk, Form(ending))


@require_safe
def document_file(request: HttpRequest, publication: str, slug: str, ending: str) -> HttpResponseBase:
    """A published document as an e-book or a Word file: of its issue's edition, or, without an issue, made now."""
    held = document_at(publication, slug)
    if held is None:
        return elsewhere(request, publication, slug, "document_file", ending)
    if held.entry is not None:
        return file_of_entry(request, held.entry, Form(ending))
    return _made(held, ending)


def _made(held: Document, ending: str) -> HttpResponse:
    order = order_document(held, Form(ending))
    if not _one_at_a_time.acquire(timeout=_PATIENCE_SECONDS):
        return _not_now(_("现在下载的人较多，请过一会儿再试。"))
    try:
        data = order.make(lambda percent, stage: None, lambda: False).data
    except PrintingError:
        logger.exception("%s cannot be made of %s", ending, held)
        return _not_now(_("本件的文件暂时不能提供，请在网页上阅读。"))
    finally:
        _one_at_a_time.release()
    named = content_disposition_header(as_attachment=True, filename=f"{held.title[:80]}.{ending}")
    return HttpResponse(
        data, content_type=MEDIA_TYPES[ending], headers={"Content-Disposition": named or "attachment"}
    )


def _not_now(said: str) -> HttpResponse:
    headers = {"Retry-After": "30", "Cache-Control": "no-store"}
    return HttpResponse(said, status=503, content_type="text/plain; charset=utf-8", headers=headers)
