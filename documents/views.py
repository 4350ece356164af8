"""The page of a document."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.addresses import canonical
from documents.evidence import evidence
from documents.finding import document_at, elsewhere
from documents.models import Block, Document, Translation
from documents.neighbours import neighbours
from documents.presentation import outline
from documents.qr import qr_code
from documents.quoting import Place, quotation
from documents.references import References
from documents.relations import relations
from documents.validity import validity
from gazette.record_page import record_context
from gazette.templatetags.provenance import data_lines
from gazette.trail import to_publication


@require_safe
def document(request: HttpRequest, publication: str, slug: str) -> HttpResponse:
    """A document; an address that it once had leads here."""
    held = document_at(publication, slug)
    if held is None:
        return elsewhere(request, publication, slug)
    address = canonical(request)
    context = {
        "publication": held.publication,
        "document": held,
        "quotation": _named(held),
        "address": address,
        "qr_code": qr_code(address),
        "translations": _translations(held),
        **_text(held),
        **_place(held),
    }
    return render(request, "documents/document.html", context)


def _text(held: Document) -> dict[str, Any]:
    """What stands in the document, what it says of others and others of it."""
    blocks = list(held.blocks.select_related("figure").order_by("position", "pk"))
    citations = list(held.citations.all())
    references = References(held, _texts(blocks), [citation.doc_number for citation in citations])
    shown = outline(held, blocks, held.attachments.order_by("position", "pk"), references)
    stated = validity(held)
    return {
        "data_lines": data_lines(held),
        "outline": shown,
        "validity": stated,
        "repealing": _named(stated.repealed_by),
        "evidence": evidence(held, stated, shown.all_parts),
        "citations": [(each, references.document(each.doc_number)) for each in citations],
        "relations": relations(held, citations, references),
    }


def _place(held: Document) -> dict[str, Any]:
    """Where the document stands: in its issue, or among those that no issue holds."""
    if held.entry:
        return record_context(held.entry, _("正文"))
    former, following = neighbours(held)
    listed = reverse("document_list", args=[held.publication.code])
    return {
        "published_at": held.published_at,
        "former": former,
        "following": following,
        "trail": [*to_publication(held.publication), (_("文件"), listed)],
        "here": _("正文"),
    }


def _named(document: Document | None) -> str:
    return quotation(document.title, document.doc_number, Place()) if document else ""


def _translations(held: Document) -> list[Translation]:
    found = list(Translation.objects.published().filter(document=held).defer("text"))
    for each in found:
        each.document = held
    return found


def _texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        yield from (str(cell) for row in block.rows for cell in row)
