"""The records of an issue or a document as a book."""

import datetime
from datetime import UTC
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from config.addresses import readers_path, site
from documents.models import Block, Document
from exporting.epub.book import Book, Chapter, Heading
from exporting.epub.package import bytes_of
from exporting.epub.pages import chapter_of, colophon, cover, page
from gazette.models import Issue
from gazette.models.issue import DatePrecision
from printing.figures import images
from printing.layout import PrintedEntry, PrintedSection, sections
from printing.parts.documents import printed_document


def epub_file(issue: Issue) -> bytes:
    """The EPUB of an issue, published or not; the same content gives the same bytes.

    Raises PrintingError, which names document and picture, for a lost one.
    """
    # The book speaks Chinese, whatever language the editor's screen does.
    with translation.override("zh-hans"):
        return bytes_of(_issue(issue))


def document_epub(document: Document) -> bytes:
    """The EPUB of one document, whether or not an issue holds it. Raises PrintingError as `epub_file` does."""
    with translation.override("zh-hans"):
        return bytes_of(_document(document))


def _issue(issue: Issue) -> Book:
    printed = sections(issue)
    address = readers_path("issue", issue.publication.code, issue.year, issue.number)
    chapters = [chapter_of(each, section.name) for section in printed for each in section.printed]
    pictures = Block.objects.filter(document__entry__issue=issue, figure__isnull=False)
    return Book(
        key=_key(address),
        title=str(issue),
        publisher=issue.publication.sponsor,
        modified=_modified(issue),
        chapters=[cover(issue), *chapters, colophon(issue, _full(address))],
        contents=[_section(section) for section in printed if section.printed],
        dated=_dated(issue),
        source=_full(address),
        images=images(pictures.select_related("figure__document")),
    )


def _document(document: Document) -> Book:
    issue = document.entry.issue if document.entry else None
    address = readers_path("document", document.publication.code, document.slug)
    context = {"document": document, "issue": issue, "address": _full(address)}
    body = page("alone", {**context, "part": printed_document(document)})
    return Book(
        key=_key(address),
        title=document.title,
        publisher=document.issuer or document.publication.sponsor,
        modified=_modified(issue or document),
        chapters=[Chapter("document", document.title, body)],
        contents=[Heading(document.title, "document.xhtml")],
        dated=document.issued_on.isoformat() if document.issued_on else "",
        source=_full(address),
        description=document.doc_number,
        images=images(document.blocks.select_related("figure__document")),
    )


def _section(section: PrintedSection) -> Heading:
    lines = [_line(each) for each in section.printed]
    return Heading(section.name or _("其他"), lines[0].href, lines)


def _line(each: PrintedEntry) -> Heading:
    return Heading(each.entry.title, f"{each.anchor}.xhtml")


def _full(path: str) -> str:
    """The address on the portal's own host; empty where none is configured."""
    return site() and site() + path


def _key(path: str) -> str:
    """A name that never changes, from the permanent address (RFC 9562, version 5)."""
    return uuid5(NAMESPACE_URL, _full(path) or f"{settings.SITE_NAME} {path}").urn


def _modified(record: Issue | Document) -> str:
    """When it was published; a draft has no such moment, and bears the beginning of the year that it is of."""
    moment = record.published_at
    if moment is None:
        year = record.year if isinstance(record, Issue) else getattr(record.issued_on, "year", 1980)
        moment = datetime.datetime(year, 1, 1, tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _dated(issue: Issue) -> str:
    if issue.dated_on is None:
        return ""
    return issue.dated_on.strftime("%Y-%m" if issue.dated_precision == DatePrecision.MONTH else "%Y-%m-%d")
