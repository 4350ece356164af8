import logging

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gazette.answers import gone, withdrawn
from gazette.models import Issue
from printing.errors import PrintingError
from printing.store import open_pdf

logger = logging.getLogger(__name__)


@require_safe
def issue_pdf(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponseBase:
    """The PDF of a published issue."""
    at_address = Issue.objects.filter(publication__code=publication, year=year, number=number)
    issue = at_address.published().select_related("publication").first()
    if issue is None:
        if at_address.filter(withdrawn()).exists():
            return gone(request)
        raise Http404
    try:
        file = open_pdf(issue)
    except PrintingError:
        logger.exception("%s cannot be printed", issue)
        message = _("本期的 PDF 暂时不能提供，请先在网上阅读。")
        return HttpResponse(message, status=503, content_type="text/plain; charset=utf-8")
    return FileResponse(file, content_type="application/pdf", filename=f"{issue}.pdf")
