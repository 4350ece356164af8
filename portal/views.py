from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from documents.models import Document
from gazette.contents import contents_of
from gazette.models import Issue, Publication
from gazette.trail import to_home
from portal import shelf
from portal.rooms import rooms

NEWEST_ON_HOME = 8
NEWEST_ON_TITLE = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest issue of the first publication with its contents, and the way to all the others."""
    issues = shelf.newest_issues()
    newest = issues[0] if issues else None
    context = {
        "issue": newest,
        "contents": contents_of(newest) if newest else [],
        "others": issues[1:],
        "documents": shelf.newest_documents(NEWEST_ON_HOME),
        "rooms": rooms(),
        "years": shelf.years(),
    }
    return render(request, "portal/home.html", context)


@require_safe
def publication(request: HttpRequest, publication: str) -> HttpResponse:
    """A publication: its issues by year, its newest documents."""
    held = get_object_or_404(Publication, code=publication)
    issues = list(Issue.objects.published().filter(publication=held).newest_first())
    documents = Document.objects.published().filter(publication=held)[:NEWEST_ON_TITLE]
    if not issues and not documents:
        raise Http404
    for issue in issues:
        issue.publication = held
    for document in documents:
        document.publication = held
    context = {
        "publication": held,
        "issues": issues,
        "documents": documents,
        "rooms": rooms().get(held, []),
        "trail": to_home(),
        "here": held.name,
    }
    return render(request, "portal/publication.html", context)
