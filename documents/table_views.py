"""The tables of a document as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from documents.addresses import slug_for
from documents.finding import document_at, elsewhere
from documents.presentation import outline
from documents.references import References
from gazette.spreadsheets import as_csv


@require_safe
def table(request: HttpRequest, publication: str, slug: str, number: int) -> HttpResponse:
    """A table as CSV; `number` counts those of the document and its attachments in reading order."""
    held = document_at(publication, slug)
    if held is None:
        return elsewhere(request, publication, slug, "document_table", number)
    blocks = list(held.blocks.order_by("position", "pk"))
    shown = outline(held, blocks, held.attachments.order_by("position", "pk"), References(held, [], []))
    if not 0 < number <= len(shown.tables):
        raise Http404
    return as_csv(shown.tables[number - 1].filled_rows, f"{slug_for(held.slug)}-{number}")
