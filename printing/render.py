"""An issue, or one entry of it → one page of HTML → PDF."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC

import weasyprint
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from gazette.imprint import imprint_lines
from gazette.models import Entry, Issue
from printing import fonts
from printing.errors import PrintingError
from printing.fetcher import STYLE_DIR, STYLE_URL, StyleFetcher
from printing.glyphs import substituted
from printing.layout import PrintedSection, section_of, sections, texts

KAI_FILE = "kai.ttf"


@dataclass(frozen=True)
class Manuscript:
    """All that decides what the PDF looks like; with the same faces installed, the same digest means the same bytes."""

    html: str
    # What an editor should know: characters that are printed in a face of another style.
    warnings: list[str]

    @property
    def digest(self) -> str:
        made_of = [weasyprint.__version__, self.html]
        made_of += [path.read_text() for path in sorted(STYLE_DIR.glob("*.css"))]
        return hashlib.sha256("\0".join(made_of).encode()).hexdigest()


@dataclass(frozen=True)
class Printed:
    pdf: bytes
    pages: int


def render_issue(issue: Issue) -> bytes:
    """The PDF of an issue, published or not."""
    return typeset(manuscript(issue)).pdf


def manuscript(issue: Issue) -> Manuscript:
    """The issue as HTML, with every character known to be printable."""
    # The paper speaks Chinese, whatever language the editor's screen does.
    with translation.override("zh-hans"):
        printed = sections(issue)
        html = render_to_string("printing/issue.html", _context(issue, printed))
        return Manuscript(html, substituted(html, texts(printed)))


def entry_manuscript(entry: Entry) -> Manuscript | None:
    """One entry as its issue prints it, under the issue's running head; None where it has no text."""
    with translation.override("zh-hans"):
        printed = section_of(entry)
        if not printed[0].printed:
            return None
        html = render_to_string("printing/entry.html", {"entry": entry, **_of_all(entry.issue, printed)})
        return Manuscript(html, substituted(html, texts(printed)))


def _context(issue: Issue, printed: list[PrintedSection]) -> dict[str, object]:
    return {
        **_of_all(issue, printed),
        "imprint": imprint_lines(issue),
        "has_text": any(section.printed for section in printed),
    }


def _of_all(issue: Issue, printed: list[PrintedSection]) -> dict[str, object]:
    return {
        "issue": issue,
        "sections": printed,
        "dated": issue.published_at.astimezone(UTC).isoformat() if issue.published_at else "",
    }


def typeset(text: Manuscript) -> Printed:
    fetcher = StyleFetcher({KAI_FILE: fonts.kai(text.html)})
    with _complaints() as complaints:
        document = weasyprint.HTML(string=text.html, base_url=STYLE_URL, url_fetcher=fetcher).render()
        pdf = document.write_pdf(pdf_identifier=text.digest[:32].encode())
    complaints += [_("不得读取 %(url)s") % {"url": url} for url in fetcher.refused]
    if complaints:
        raise PrintingError(_("排印出错：%(complaints)s") % {"complaints": "；".join(complaints)})
    return Printed(pdf, len(document.pages))


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What WeasyPrint warns of: a link that leads nowhere, a face embedded whole, a refused address.

    It goes on after each of them and makes a PDF that is wrong, so they are errors here.
    """
    collector = _Collector()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
