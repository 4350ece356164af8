from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.filters import DocumentFilter
from documents.models import Block, Citation, Document, FormerAddress
from documents.models.citation import CitationRelation
from documents.neighbours import neighbours
from documents.presentation import outline
from documents.references import References
from documents.validity import validity
from gazette.answers import gone, withdrawn
from gazette.models import Publication
from gazette.templatetags.provenance import data_lines
from gazette.trail import to_issue, to_publication

PAGE_SIZE = 20

CitedDocument = tuple[Citation, Document | None]


@require_safe
def document_list(request: HttpRequest, publication: str) -> HttpResponse:
    """All public documents of a publication, whether or not an issue holds them."""
    held = get_object_or_404(Publication, code=publication)
    shelf = Document.objects.published().filter(publication=held)
    chosen = DocumentFilter(request.GET, queryset=shelf.select_related("entry__issue__publication"))
    page = Paginator(chosen.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    if not page.paginator.count and not shelf.exists():
        raise Http404
    for each in page:
        each.publication = held
    context = {
        "publication": held,
        "form": chosen.form,
        "page": page,
        "trail": to_publication(held),
        "here": _("文件"),
    }
    return render(request, "documents/document_list.html", context)


@require_safe
def document(request: HttpRequest, publication: str, slug: str) -> HttpResponse:
    """A document; an address that it once had leads here."""
    at_address = Document.objects.filter(publication__code=publication, slug=slug)
    related = ("publication", "topic", "entry__issue__publication", "entry__section")
    held = at_address.published().select_related(*related).first()
    if held is None:
        return _not_here(request, publication, slug)
    blocks, citations = list(held.blocks.order_by("position", "pk")), list(held.citations.all())
    references = References(held, _texts(blocks), [citation.doc_number for citation in citations])
    former, following = neighbours(held)
    issue = held.entry.issue if held.entry else None
    context = {
        "publication": held.publication,
        "document": held,
        "issue": issue,
        "published_at": (issue or held).published_at,
        "data_lines": data_lines(held),
        "validity": validity(held),
        "outline": outline(held, blocks, held.attachments.order_by("position", "pk"), references),
        "citations": _by_relation(citations, references),
        "former": former,
        "following": following,
        "trail": _trail(held),
        "here": _("正文"),
    }
    return render(request, "documents/document.html", context)


def _not_here(request: HttpRequest, publication: str, slug: str) -> HttpResponse:
    """Where a former address leads, 410 for what was taken back, else 404."""
    at_address = Document.objects.filter(publication__code=publication, slug=slug)
    if at_address.filter(withdrawn() | withdrawn("entry__issue__")).exists():
        return gone(request)
    once = FormerAddress.objects.filter(publication__code=publication, slug=slug)
    address = once.select_related("document__publication").first()
    if address and Document.objects.published().filter(pk=address.document_id).exists():
        return redirect(address.document, permanent=True)
    raise Http404


def _texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        yield from (str(cell) for row in block.rows for cell in row)


def _by_relation(citations: list[Citation], references: References) -> list[tuple[str, list[CitedDocument]]]:
    """Headings with what stands under them: each citation with the document held here, if any."""
    headings = {CitationRelation.REPEALS: _("废止的文件"), CitationRelation.CITES: _("引用的文件")}
    made: list[tuple[str, list[CitedDocument]]] = []
    for relation, heading in headings.items():
        named = [each for each in citations if each.relation == relation]
        if named:
            made.append((heading, [(each, references.document(each.doc_number)) for each in named]))
    return made


def _trail(held: Document) -> list[tuple[str, str]]:
    if held.entry:
        return to_issue(held.entry.issue)
    listed = reverse("document_list", args=[held.publication.code])
    return [*to_publication(held.publication), (_("文件"), listed)]
