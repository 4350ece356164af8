"""Which issue an address means: every number of a double issue (第17-18号) means that issue."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from gazette.answers import gone, withdrawn
from gazette.models import Issue
from gazette.models.issue import IssueQuerySet


def issues_at(publication: str, year: int, number: int) -> IssueQuerySet:
    """The issues that hold a number, public or not; the one that begins last first."""
    of_year = Issue.objects.filter(publication__code=publication, year=year)
    holding = of_year.filter(number__lte=number, number_end__gte=number)
    return holding.select_related("publication").order_by("-number")


def no_issue(request: HttpRequest, at_address: QuerySet[Issue]) -> HttpResponse:
    """410 where an issue of this number was public and has been taken back, else 404."""
    if at_address.filter(withdrawn()).exists():
        return gone(request)
    raise Http404


def to_first_number(issue: Issue, page: str, *rest: object) -> HttpResponse:
    """For ever to the address that has the issue's first number.

    `page` is the address's name, `rest` what it has behind the issue's.
    """
    return redirect(page, issue.publication.code, issue.year, issue.number, *rest, permanent=True)
