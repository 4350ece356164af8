"""What is printed in which order: an issue as sections, entries, runs and blocks, without any markup."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch

from documents.models import Attachment, Block, Document
from gazette.models import Entry, Issue
from printing.blocks import PrintedBlock, Run, runs


@dataclass(frozen=True)
class PrintedAttachment:
    label: str
    title: str
    runs: list[Run]


@dataclass(frozen=True)
class PrintedDocument:
    document: Document
    runs: list[Run]
    attachments: list[PrintedAttachment]


@dataclass(frozen=True)
class PrintedEntry:
    """A line of the contents, with the document it announces where there is a record of it."""

    entry: Entry
    document: PrintedDocument | None

    @property
    def anchor(self) -> str:
        return f"entry-{self.entry.position}-{self.entry.pk}"


@dataclass(frozen=True)
class PrintedSection:
    name: str
    entries: list[PrintedEntry]

    @property
    def printed(self) -> list[PrintedEntry]:
        """The entries whose text follows; the contents name the others too, without a page."""
        return [entry for entry in self.entries if entry.document]


def sections(issue: Issue) -> list[PrintedSection]:
    """The issue's contents and text: entries in their order, neighbours of one section together."""
    grouped = groupby(_entries(issue), key=lambda entry: entry.section.name if entry.section else "")
    return [PrintedSection(name, [_entry(entry) for entry in entries]) for name, entries in grouped]


def texts(printed: Iterable[PrintedSection]) -> Iterator[tuple[str, str]]:
    """Every text of the documents with the title of its document, to say where something is."""
    for section in printed:
        for entry in section.printed:
            document = entry.document.document  # type: ignore[union-attr]
            yield document.title, f"{document.title}{document.doc_number}{document.addressee}"
            for block in document.blocks.all():
                yield document.title, PrintedBlock(block).plain
            for attachment in document.attachments.all():
                yield document.title, f"{attachment.label}{attachment.title}"


def _entries(issue: Issue) -> Iterable[Entry]:
    return (
        issue.entries.select_related("section", "document")
        .prefetch_related(
            Prefetch("document__attachments", Attachment.objects.order_by("position", "pk")),
            Prefetch("document__blocks", Block.objects.order_by("position", "pk")),
        )
        .order_by("position", "pk")
    )


def _entry(entry: Entry) -> PrintedEntry:
    document: Document | None = getattr(entry, "document", None)
    return PrintedEntry(entry, _document(document) if document else None)


def _document(document: Document) -> PrintedDocument:
    blocks = list(document.blocks.all())
    attachments = [
        PrintedAttachment(each.label, each.title, runs(_within(blocks, each.pk)))
        for each in document.attachments.all()
        # One that is announced but was not printed is named by its announcement in the text.
        if _within(blocks, each.pk)
    ]
    return PrintedDocument(document, runs(_within(blocks, None)), attachments)


def _within(blocks: Iterable[Block], attachment: int | None) -> list[Block]:
    return [block for block in blocks if block.attachment_id == attachment]
