"""Documents with all that their pages print, and the lines of registers; translations."""

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, QuerySet

from documents.models import Attachment, Block, Document, RegisterEntry, Translation
from gazette.models import Issue
from search.models import Item, ItemKind
from search.rows.making import at_issue, make


def documents(found: QuerySet[Document]) -> Iterator[Item]:
    """The items of documents, which their issue or they themselves make public."""
    blocks = Prefetch("blocks", Block.objects.order_by("position", "pk"))
    attachments = Prefetch("attachments", Attachment.objects.order_by("position", "pk"))
    related = found.select_related("publication", "entry__issue__publication")
    for document in related.prefetch_related(blocks, attachments):
        yield make(
            ItemKind.DOCUMENT,
            document,
            "document",
            [document.publication.code, document.slug],
            title=document.title,
            number=document.doc_number,
            day=document.issued_on,
            issue=document.entry.issue if document.entry else None,
            publication=document.publication_id,
            parts=_parts(document),
        )


def _parts(document: Document) -> Iterator[str]:
    for block in document.blocks.all():
        # As its page sets them: a blank behind 第三条, none behind （一）.
        gap = " " if block.label.startswith("第") else ""
        yield f"{block.label}{gap}{block.text}"
        yield from cells(block.rows)
    for attachment in document.attachments.all():
        yield attachment.label
        yield attachment.title
    yield document.addressee
    yield document.issuer
    yield document.index_number
    # The contents may print the title otherwise than the document does.
    if document.entry and document.entry.title != document.title:
        yield document.entry.title


def translations(found: QuerySet[Translation]) -> Iterator[Item]:
    """The items of translations, with day and number of the document; each has a page of its own."""
    for translation in found.select_related("document__publication"):
        document = translation.document
        yield make(
            ItemKind.TRANSLATION,
            translation,
            "translation",
            [document.publication.code, document.slug, translation.language],
            title=translation.title,
            number=document.doc_number,
            day=document.issued_on,
            publication=document.publication_id,
            parts=[*translation.paragraphs, translation.translator],
        )


def cells(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The cells of a table, each a part of its own."""
    return (str(cell) for row in rows for cell in row)


def register(issue: Issue) -> Iterator[Item]:
    """The lines of an issue's registers."""
    for line in RegisterEntry.objects.filter(entry__issue=issue):
        yield make(
            ItemKind.REGISTER,
            line,
            "issue_register",
            at_issue(issue, line.entry_id),
            title=line.title,
            number=line.doc_number,
            issue=issue,
            parts=[],
        )
