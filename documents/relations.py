"""What a document says of others, and what others that are held here say of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from documents.models import Citation, Document
from documents.models.citation import CitationRelation
from documents.references import References


@dataclass(frozen=True)
class Related:
    """Another document as it is named; `document` where it is held and public."""

    title: str
    number: str
    document: Document | None = None


Group = tuple[str, list[Related]]


def relations(document: Document, citations: Iterable[Citation], references: References) -> list[Group]:
    """Headings with what stands under them; a heading without anything is left out."""
    own, citing = list(citations), _citing(document)
    repeals, cites = CitationRelation.REPEALS, CitationRelation.CITES
    groups: list[Group] = [
        (_("废止本文的文件"), [_shown(each.document) for each in citing if each.relation == repeals]),
        (_("本文废止的文件"), [_named(each, references) for each in own if each.relation == repeals]),
        (_("本文引用的文件"), [_named(each, references) for each in own if each.relation == cites]),
        (_("引用本文的文件"), [_shown(each.document) for each in citing if each.relation == cites]),
    ]
    return [(heading, list(dict.fromkeys(named))) for heading, named in groups if named]


def _citing(document: Document) -> list[Citation]:
    """The citations of this document by public ones, the newest first."""
    if not document.doc_number:
        return []
    found = Citation.objects.filter(doc_number=document.doc_number).exclude(document=document)
    public = found.filter(document__in=Document.objects.published())
    return list(
        public.select_related("document__publication").order_by("-document__issued_on", "document", "pk")
    )


def _named(citation: Citation, references: References) -> Related:
    held = references.document(citation.doc_number)
    return Related(held.title if held else citation.title, citation.doc_number, held)


def _shown(document: Document) -> Related:
    return Related(document.title, document.doc_number, document)
