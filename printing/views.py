"""The files of an edition, for readers: nothing is made here."""

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.models import Document
from gazette.answers import not_here
from gazette.at_address import issues_at, no_issue, to_first_number
from gazette.models import Entry, Issue
from printing import editions
from printing.keeping import order_missing
from printing.making import MEDIA_TYPES, ending
from printing.models import Export, Form
from printing.ranges import served

logger = logging.getLogger(__name__)

# When a reader may ask again for what is being printed.
_RETRY_SECONDS = "30"


@require_safe
def issue_pdf(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponseBase:
    """The PDF of a published issue."""
    return issue_file(request, publication, year, number, Form.PDF, "issue_pdf")


def issue_file(
    request: HttpRequest, publication: str, year: int, number: int, form: str, address: str
) -> HttpResponseBase:
    """A file of a published issue; `address` is the name under which this form has its addresses."""
    at_address = issues_at(publication, year, number)
    issue = at_address.published().first()
    if issue is None:
        return no_issue(request, at_address)
    if issue.number != number:
        return to_first_number(issue, address)
    made = editions.of_issue(issue).filter(entry=None, form=form).first()
    return _given(request, made) or _not_printed(request, issue)


@require_safe
def entry_pdf(request: HttpRequest, publication: str, year: int, number: int, pk: int) -> HttpResponseBase:
    """The PDF of one entry of a published issue; 404 where the entry is but a line of the contents."""
    return entry_file(request, publication, year, number, pk, Form.PDF)


def entry_file(
    request: HttpRequest, publication: str, year: int, number: int, pk: int, form: str
) -> HttpResponseBase:
    """A file of one entry of a published issue, at the address that the issue's manifest names."""
    issues = Issue.objects.filter(publication__code=publication, year=year, number=number)
    at_address = Entry.objects.filter(pk=pk, issue__in=issues)
    entry = at_address.filter(issue__in=issues.published()).select_related("issue__publication").first()
    if entry is None:
        return not_here(request, at_address, "issue__")
    return file_of_entry(request, entry, form)


def file_of_entry(request: HttpRequest, entry: Entry, form: str) -> HttpResponseBase:
    """The same of an entry whose issue is known to be published."""
    made = editions.of_issue(entry.issue).filter(entry=entry, form=form).first()
    if made is None and not _may_come(entry, form):
        raise Http404
    return _given(request, made) or _not_printed(request, entry.issue, entry)


def _may_come(entry: Entry, form: str) -> bool:
    """Whether an edition may have the file; whether an entry has a text to print is known only from its edition."""
    if form != Form.PDF:
        return Document.objects.filter(entry=entry).exists()
    return not editions.of_issue(entry.issue).exists() or editions.is_on_its_way(entry.issue)


def _given(request: HttpRequest, made: Export | None) -> HttpResponseBase | None:
    """The file, if there is one."""
    if made is None or made.issued_at is None:
        return None
    kind = ending(made.form)
    try:
        answer = served(
            request,
            made.path,
            etag=made.sha256,
            changed=made.issued_at,
            media_type=MEDIA_TYPES[kind],
            name=f"{made.subject}.{kind}",
        )
    except FileNotFoundError:
        logger.exception("%s has lost its file", made)
        return None
    # A corrected issue has another file at the same address; who has kept one asks whether it still stands.
    answer["Cache-Control"] = f"public, max-age={settings.PAGES_MAX_AGE}"
    return answer


def _not_printed(request: HttpRequest, issue: Issue, entry: Entry | None = None) -> HttpResponse:
    """503, with the way back to the text that can be read on line; where nobody makes the files, they are ordered."""
    if settings.HAS_EDITORIAL_SITE:
        order_missing(issue)
    context = {
        "publication": issue.publication,
        "issue": issue,
        "entry": entry,
        "on_its_way": editions.is_on_its_way(issue),
    }
    answer = render(request, "gazette/not_printed.html", context, status=503)
    answer["Retry-After"] = _RETRY_SECONDS
    return answer
