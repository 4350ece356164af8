"""The list of a publication's documents."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.filters import DocumentFilter
from documents.models import Document
from documents.validity import with_state
from gazette.answers import page_of
from gazette.models import Publication
from gazette.trail import to_publication

PAGE_SIZE = 20


@require_safe
def document_list(request: HttpRequest, publication: str) -> HttpResponse:
    """All public documents of a publication, whether or not an issue holds them."""
    held = get_object_or_404(Publication, code=publication)
    shelf = Document.objects.published().filter(publication=held)
    chosen = DocumentFilter(request.GET, queryset=shelf)
    page = page_of(request, with_state(chosen.qs).select_related("entry__issue"), PAGE_SIZE)
    if not page.paginator.count and not shelf.exists():
        raise Http404
    for each in page:
        each.publication = held
    context = {
        "publication": held,
        "form": chosen.form,
        "order_label": chosen.order_label,
        "page": page,
        "trail": to_publication(held),
        "here": _("文件"),
    }
    return render(request, "documents/document_list.html", context)
