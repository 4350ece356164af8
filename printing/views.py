import logging
from typing import BinaryIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gazette.answers import not_here
from gazette.at_address import issues_at, no_issue, to_first_number
from gazette.models import Entry, Issue
from printing.errors import BusyError, PrintingError
from printing.store import open_entry_pdf, open_pdf

logger = logging.getLogger(__name__)

# When a reader may ask again for what could not be printed just now.
_RETRY_SECONDS = "30"


@require_safe
def issue_pdf(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponseBase:
    """The PDF of a published issue."""
    at_address = issues_at(publication, year, number)
    issue = at_address.published().first()
    if issue is None:
        return no_issue(request, at_address)
    if issue.number != number:
        return to_first_number(issue, "issue_pdf")
    try:
        return _pdf(open_pdf(issue), str(issue))
    except PrintingError:
        logger.exception("%s cannot be printed", issue)
        return _not_printed(request, issue)


@require_safe
def entry_pdf(request: HttpRequest, publication: str, year: int, number: int, pk: int) -> HttpResponseBase:
    """The PDF of one entry of a published issue; 404 where the entry is but a line of the contents."""
    issues = Issue.objects.filter(publication__code=publication, year=year, number=number)
    at_address = Entry.objects.filter(pk=pk, issue__in=issues)
    entry = at_address.filter(issue__in=issues.published()).select_related("issue__publication").first()
    if entry is None:
        return not_here(request, at_address, "issue__")
    try:
        file = open_entry_pdf(entry)
    except BusyError:
        return _not_printed(request, entry.issue, entry)
    except PrintingError:
        logger.exception("%s of %s cannot be printed", entry, entry.issue)
        return _not_printed(request, entry.issue, entry)
    if file is None:
        raise Http404
    return _pdf(file, entry.title)


def _pdf(file: BinaryIO, name: str) -> FileResponse:
    return FileResponse(file, content_type="application/pdf", filename=f"{name}.pdf")


def _not_printed(request: HttpRequest, issue: Issue, entry: Entry | None = None) -> HttpResponse:
    """503, with the way back to the text that can be read on line."""
    context = {"publication": issue.publication, "issue": issue, "entry": entry}
    answer = render(request, "gazette/not_printed.html", context, status=503)
    answer["Retry-After"] = _RETRY_SECONDS
    return answer
