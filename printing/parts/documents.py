"""Policy documents: title, number, addressee, text, attachments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch

from documents.models import Attachment, Block, Document
from gazette.models import Entry
from printing.blocks import PrintedBlock, Run, runs
from printing.parts.part import Part


@dataclass(frozen=True)
class PrintedAttachment:
    label: str
    title: str
    runs: list[Run]


@dataclass(frozen=True)
class PrintedDocument(Part):
    template = "printing/document.html"
    document: Document
    runs: list[Run]
    attachments: list[PrintedAttachment]

    def texts(self) -> Iterator[str]:
        yield from (self.title, self.document.doc_number, self.document.addressee)
        for block in self.document.blocks.all():
            yield PrintedBlock(block).plain
        for attachment in self.document.attachments.all():
            yield f"{attachment.label}{attachment.title}"


def prefetches() -> list[Prefetch]:
    return [
        Prefetch("document__attachments", Attachment.objects.order_by("position", "pk")),
        Prefetch("document__blocks", Block.objects.select_related("figure").order_by("position", "pk")),
    ]


def read(entry: Entry) -> PrintedDocument | None:
    document: Document | None = getattr(entry, "document", None)
    return printed_document(document) if document else None


def printed_document(document: Document) -> PrintedDocument:
    """A document as it is printed, whether or not an issue holds it."""
    blocks = list(document.blocks.all())
    attachments = [
        PrintedAttachment(each.label, each.title, runs(_within(blocks, each.pk)))
        for each in document.attachments.all()
        # One that is announced but was not printed is named by its announcement in the text.
        if _within(blocks, each.pk)
    ]
    return PrintedDocument(document.title, document, runs(_within(blocks, None)), attachments)


def _within(blocks: Iterable[Block], attachment: int | None) -> list[Block]:
    return [block for block in blocks if block.attachment_id == attachment]
