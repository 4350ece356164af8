"""A document's reading to its records."""

import datetime

from documents.addresses import free_slug, slug_for
from documents.models import Attachment, Block, Citation, CitationRelation, Document, DocumentKind
from documents.models.block import BlockKind
from gazette.models import Body, Entry, Source
from intake.flows.create_checked import create_checked
from intake.reading import Block as BlockReading
from intake.reading import DocumentReading

_KINDS = {str(label): value for value, label in DocumentKind.choices}


def make_document(reading: DocumentReading, source: Source, entry: Entry | None) -> Document:
    """Make the document of a reading with attachments, blocks and citations; the caller has a transaction."""
    document = Document(
        publication=source.publication,
        entry=entry,
        slug=free_slug(source.publication, _wanted_slug(reading, source)),
        title=reading.title,
        doc_number=reading.doc_number or "",
        kind=_KINDS.get(reading.kind or "", ""),
        issuer=reading.issuer or "",
        issuing_body=Body.objects.filter(name=reading.issuer or "").first(),
        addressee=reading.addressee or "",
        issued_on=_day(reading.issued_on),
        effective_on=_day(reading.effective_on),
        valid_until=_day(reading.valid_until),
        trial=reading.trial,
        source=source,
        source_lines=reading.lines,
    )
    create_checked(document)
    _make_text(document, reading)
    _make_citations(document, reading)
    return document


def _wanted_slug(reading: DocumentReading, source: Source) -> str:
    """From the number; a document without one is named for its place in the text that it came from."""
    if reading.doc_number:
        return slug_for(reading.doc_number)
    return f"{source.sha256[:6]}-{reading.lines[0][0]}"


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _make_text(document: Document, reading: DocumentReading) -> None:
    attachments = _make_attachments(document, reading)
    printed = iter(attachments)
    current: Attachment | None = None
    blocks: list[Block] = []
    for item in reading.body:
        if item.type == "attachment":
            current = next(printed)
        else:
            blocks.append(_block(document, current, len(blocks) + 1, item))
    Block.objects.bulk_create(blocks)


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
            )
        )
        for position, item in enumerate(reading.attachments, 1)
    ]


def _block(document: Document, attachment: Attachment | None, position: int, item: BlockReading) -> Block:
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
