from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from documents.models import Document
from gazette.contents import contents_of
from gazette.holdings import volumes
from gazette.imprint import imprint_lines
from gazette.models import Publication
from gazette.reading_on import first_page
from gazette.trail import to_home
from gazette.views import issues_of
from portal import shelf
from portal.figures import figures
from portal.rooms import rooms

NEWEST_ON_HOME = 8
NEWEST_ON_TITLE = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest issue of the first publication with its contents, and the way to all the others."""
    issues = shelf.newest_issues()
    newest = issues[0] if issues else None
    contents = contents_of(newest) if newest else []
    context = {
        "issue": newest,
        "imprint": imprint_lines(newest) if newest else [],
        "contents": contents,
        "first_page": first_page(contents),
        "others": issues[1:],
        "documents": shelf.newest_documents(NEWEST_ON_HOME),
        "figures": figures(),
        "rooms": rooms(),
        "years": shelf.years(),
    }
    return render(request, "portal/home.html", context)


@require_safe
def publication(request: HttpRequest, publication: str) -> HttpResponse:
    """A publication: its issues by year with what is missing, its newest documents."""
    held = get_object_or_404(Publication, code=publication)
    issues = issues_of(held)
    documents = Document.objects.published().filter(publication=held)[:NEWEST_ON_TITLE]
    if not issues and not documents:
        raise Http404
    for document in documents:
        document.publication = held
    context = {
        "publication": held,
        "volumes": volumes(issues),
        "documents": documents,
        "rooms": rooms().get(held, []),
        "trail": to_home(),
        "here": held.name,
    }
    return render(request, "portal/publication.html", context)
