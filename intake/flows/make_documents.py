"""A document's reading to its records."""

from typing import Any

from documents.addresses import free_slug, slug_for
from documents.models import Attachment, Block, Citation, CitationRelation, Document, DocumentKind
from documents.models.block import BlockKind
from gazette.models import Body, Entry, Source
from intake.flows.create_checked import create_checked, day_of, set_by_editor
from intake.reading import Block as BlockReading
from intake.reading import DocumentReading

# Where a field of the record, or its parts, have another name than in the reading.
NAMES = {"body": "blocks", "cites": "citations", "repeals": "citations"}
_KINDS = {str(label): value for value, label in DocumentKind.choices}


def make_document(reading: DocumentReading, source: Source, entry: Entry | None) -> Document:
    """Make the document of a reading with attachments, blocks and citations; the caller has a transaction."""
    document = Document(
        publication=source.publication,
        entry=entry,
        slug=free_slug(source.publication, _wanted_slug(reading, source)),
        source=source,
        edited_fields=set_by_editor(reading.edited, NAMES),
        **document_fields(reading),
    )
    create_checked(document)
    make_text(document, reading)
    return document


def document_fields(reading: DocumentReading) -> dict[str, Any]:
    return {
        "title": reading.title,
        "doc_number": reading.doc_number or "",
        "kind": _KINDS.get(reading.kind or "", ""),
        "issuer": reading.issuer or "",
        "issuing_body": Body.objects.filter(name=reading.issuer or "").first(),
        "addressee": reading.addressee or "",
        "issued_on": day_of(reading.issued_on),
        "effective_on": day_of(reading.effective_on),
        "valid_until": day_of(reading.valid_until),
        "trial": reading.trial,
        "source_lines": reading.lines,
    }


def _wanted_slug(reading: DocumentReading, source: Source) -> str:
    """From the number; a document without one is named for its place in the text that it came from."""
    if reading.doc_number:
        return slug_for(reading.doc_number)
    return f"{source.sha256[:6]}-{reading.lines[0][0] if reading.lines else reading.item}"


def make_text(document: Document, reading: DocumentReading) -> None:
    """Make blocks, attachments and citations of a document that has none."""
    attachments = _make_attachments(document, reading)
    printed = iter(attachments)
    current: Attachment | None = None
    blocks: list[Block] = []
    # Of a body that an editor has worked on, each piece is hers: which she left alone is not known.
    edited = ["text"] if "body" in reading.edited else []
    for item in reading.body:
        if item.type == "attachment":
            # An editor may have made one that the list of attachments does not have yet.
            current = next(printed, None) or _attachment_from(document, item)
        else:
            blocks.append(_block(document, current, len(blocks) + 1, item, edited=edited))
    Block.objects.bulk_create(blocks)
    _make_citations(document, reading)


def _make_attachments(document: Document, reading: DocumentReading) -> list[Attachment]:
    """Printed attachments come first in a reading, in the order of the text."""
    return [
        create_checked(
            Attachment(
                document=document,
                position=position,
                label=item.label,
                title=item.title or item.label,
                source=document.source,
                source_lines=item.lines,
                edited_fields=["title"] if "attachments" in reading.edited else [],
            )
        )
        for position, item in enumerate(reading.attachments, 1)
    ]


def _attachment_from(document: Document, item: BlockReading) -> Attachment:
    return create_checked(
        Attachment(
            document=document,
            position=document.attachments.count() + 1,
            label=item.label,
            title=item.text or item.label,
            source=document.source,
            source_lines=item.lines,
            edited_fields=["label", "title"],
        )
    )


def _block(
    document: Document, attachment: Attachment | None, position: int, item: BlockReading, *, edited: list[str]
) -> Block:
    return Block(
        document=document,
        attachment=attachment,
        position=position,
        kind=BlockKind(item.type),
        level=item.level,
        label=item.label,
        text=item.text,
        rows=item.rows,
        source=document.source,
        source_lines=item.lines,
        edited_fields=edited,
    )


def _make_citations(document: Document, reading: DocumentReading) -> None:
    named = [(CitationRelation.CITES, name) for name in reading.cites]
    named += [(CitationRelation.REPEALS, name) for name in reading.repeals]
    Citation.objects.bulk_create(
        Citation(
            document=document,
            relation=relation,
            doc_number=name if name.endswith("号") else "",
            title="" if name.endswith("号") else name,
            source=document.source,
            source_lines=document.source_lines,
        )
        for relation, name in named
    )
