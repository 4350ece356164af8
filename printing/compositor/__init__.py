"""From a manuscript to a PDF."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape

import weasyprint
from django.utils.translation import gettext as _

from printing import fonts
from printing.errors import PrintingError
from printing.fetcher import StyleFetcher
from printing.manuscript import STYLE_URL, Manuscript, Printed

VERSION = f"1 {weasyprint.__version__}"
KAI_FILE = "kai.ttf"
FOLIO = re.compile(r'(<a class="folio" href="#([\w-]+)">)(</a>)')


def compose(text: Manuscript) -> Printed:
    """Set a manuscript. Raises PrintingError for whatever would make the PDF wrong."""
    fetcher = StyleFetcher({KAI_FILE: fonts.kai(text.html), **text.images})
    with _complaints() as complaints:
        body = _render(text, "".join(text.text) + text.back, fetcher, main=True)
        # An element that goes on over pages is an anchor on each of them.
        last_first = reversed(list(enumerate(body.pages, start=1)))
        folios = {name: folio for folio, page in last_first for name in page.anchors}
        pages = body.pages
        if text.front:
            front = _render(text, _with_folios(text.front, folios), fetcher)
            pages = [*front.pages, *body.pages] if text.text else front.pages
        pdf = body.copy(pages).write_pdf(pdf_identifier=text.digest[:32].encode())
    complaints += [_("不得读取 %(url)s") % {"url": url} for url in fetcher.refused]
    if complaints:
        raise PrintingError(_("排印出错：%(complaints)s") % {"complaints": "；".join(complaints)})
    return Printed(pdf, len(pages), folios)


def _render(text: Manuscript, html: str, fetcher: StyleFetcher, *, main: bool = False) -> weasyprint.Document:
    links = "".join(f'<link rel="stylesheet" href="{name}">' for name in text.styles)
    dated = (
        f'<meta name="dcterms.created" content="{text.dated}"><meta name="dcterms.modified" content="{text.dated}">'
        if text.dated
        else ""
    )
    heads = f'data-gazette="{escape(text.gazette)}" data-number="{escape(text.number)}"'
    inner = f"<main {heads}>{html}</main>" if main else html
    page = (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(text.title)}</title>'
        f'<meta name="author" content="{escape(text.author)}">{dated}{links}</head><body>{inner}</body></html>'
    )
    return weasyprint.HTML(string=page, base_url=STYLE_URL, url_fetcher=fetcher).render()


def _with_folios(front: str, folios: Mapping[str, int]) -> str:
    return FOLIO.sub(lambda match: f"{match[1]}{folios.get(match[2], '')}{match[3]}", front)


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
