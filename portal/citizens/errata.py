"""What was printed wrong and is right so (更正)."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.models import Document
from gazette.answers import page_of
from gazette.models import Entry, Issue
from gazette.trail import to_home
from portal.models import Erratum

ON_PAGE = 20
_ABOUT = ("issue__publication", "entry__document__publication", "document__publication")


def public_errata() -> QuerySet[Erratum]:
    return Erratum.objects.published().select_related(*_ABOUT)


def errata_of(record: Issue | Entry | Document) -> QuerySet[Erratum]:
    """What is corrected in an issue, in one of its entries, or in a document wherever it stands."""
    match record:
        case Issue():
            about = Q(issue=record)
        case Entry():
            about = Q(entry=record)
        case Document(entry_id=None):
            about = Q(document=record)
        case Document():
            about = Q(entry=record.entry_id) | Q(document=record)
    return public_errata().filter(about)


@require_safe
def errata(request: HttpRequest) -> HttpResponse:
    """All errata, the newest first. While there are none, there is no such column."""
    page = page_of(request, public_errata(), ON_PAGE)
    if not page.object_list:
        raise Http404
    return render(request, "citizens/errata.html", {"page": page, "trail": to_home(), "here": _("更正")})
