"""What surrounds the text: page, running heads, folios, and what the file says of itself."""

import datetime

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Mm

from documents.models import Document as Record
from exporting.styles import MARGINS, PAGE
from exporting.wordml import Element, element, field, paragraph, run
from exporting.xml import legal
from gazette.models import Issue


def describe(document: Document, issue: Issue) -> None:
    """Title, author and date; nothing of the machine or the moment, so the same issue is the same file."""
    day = issue.dated_on or datetime.date(issue.year, 1, 1)
    _describe(document, str(issue), issue.publication.sponsor, issue.serial_label, issue.published_at or day)


def describe_document(document: Document, of: Record) -> None:
    """The same for the file of one document; without any date it bears the first day that a zip file knows."""
    issue = of.entry.issue if of.entry else None
    known = (issue.published_at if issue else of.published_at) or of.issued_on or datetime.date(1980, 1, 1)
    _describe(document, of.title, of.issuer or of.publication.sponsor, of.doc_number, known)


def _describe(document: Document, title: str, author: str, subject: str, when: datetime.date) -> None:
    facts = document.core_properties
    facts.title, facts.subject = legal(title)[:255], legal(subject)[:255]
    facts.author = facts.last_modified_by = legal(author)[:255]
    facts.language = "zh-CN"
    facts.comments, facts.revision = "", 1
    at = when if isinstance(when, datetime.datetime) else _midnight(when)
    facts.created = facts.modified = at.astimezone(datetime.UTC).replace(tzinfo=None, microsecond=0)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def begin(document: Document) -> None:
    """The section of cover and contents, which has no folio."""
    document.settings.odd_and_even_pages_header_footer = True
    _set_page(document.sections[0], landscape=False)


def begin_text(document: Document, issue: Issue) -> None:
    """The section of the text: folios count from 1, odd ones stand on the right."""
    section = document.add_section(WD_SECTION.ODD_PAGE)
    section.different_first_page_header_footer = False
    _set_page(section, landscape=False)
    section._sectPr.find(qn("w:pgMar")).addnext(element("pgNumType", start=1))
    name, label = issue.publication.name, issue.label
    _fill(section.header, "Header", "both", run(f"{label}\t{name}"))
    _fill(section.even_page_header, "Header", "both", run(f"{name}\t{label}"))
    _fill(section.footer, "Footer", "right", *_folio())
    _fill(section.even_page_footer, "Footer", "left", *_folio())


def begin_alone(document: Document) -> None:
    """The section of a document by itself: folios, and no running head."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    _set_page(section, landscape=False)
    _fill(section.footer, "Footer", "right", *_folio())
    _fill(section.even_page_footer, "Footer", "left", *_folio())


def turn(document: Document, *, landscape: bool) -> None:
    """Go on with the page on its side, or upright again."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, landscape=landscape)
    for restart in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(restart)


def _set_page(section: Section, *, landscape: bool) -> None:
    width, height = (Mm(side) for side in PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if landscape else (width, height)
    section.top_margin, section.bottom_margin = Mm(MARGINS["top"]), Mm(MARGINS["bottom"])
    section.left_margin, section.right_margin = Mm(MARGINS["left"]), Mm(MARGINS["right"])
    section.header_distance, section.footer_distance = Mm(26), Mm(22)


def _folio() -> list[Element]:
    return [run("— "), *field("PAGE", "1"), run(" —")]


def _fill(part: _BaseHeaderFooter, style: str, align: str, *content: Element) -> None:
    part.is_linked_to_previous = False
    line = paragraph(style, *content)
    line[0].append(element("jc", val=align))
    root = part._element
    for child in list(root):
        root.remove(child)
    root.append(line)
