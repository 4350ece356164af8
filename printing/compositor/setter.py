"""Sets sheets: HTML → pages, and the margins of pages once it is known which they are.

The margins wait, for the folio of a page depends on all sheets before it. Pages are painted and let go one by
one, so that a long text takes little more memory than a short one.
"""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from weasyprint import CSS, DEFAULT_OPTIONS, HTML
from weasyprint.css import StyleFor
from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import TargetCollector
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.images import get_image_from_uri
from weasyprint.layout import LayoutContext, initialize_page_maker, page
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import PageType, make_all_pages
from weasyprint.text.fonts import FontConfiguration

from printing.compositor.collecting import Collected
from printing.compositor.margins import Margins
from printing.compositor.markup import bare_page
from printing.compositor.order import Order
from printing.compositor.painting import Painter
from printing.compositor.sheets import Heading, Heads, Program, Sheet
from printing.compositor.type import Type
from printing.fetcher import StyleFetcher
from printing.manuscript import STYLE_URL


class Setter:
    """Style sheets and faces of one order, read once; one in each process."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self.complaints: list[str] = []
        self._fetcher = StyleFetcher({**order.faces, **order.manuscript.images})
        self._fonts, self._type = FontConfiguration(), Type()
        self._counters, self._images = CounterStyle(), dict[str, Any]()
        self._margins: Margins | None = None
        with self._complaining():
            self._sheets = [self._sheet(name) for name in order.manuscript.styles]

    def text(self, source: str, first: bool, tell: Any = None) -> Sheet:
        """Set a page of HTML, whose first page is `@page :first` where it is the first; `tell` is called after each."""
        with self._complaining(), _without_pauses(), _numbered_from(0 if first else 1):
            html = HTML(string=source, base_url=STYLE_URL, url_fetcher=self._fetcher)
            context, collected = self._context(html), Collected(Painter(self._type))
            for box in _pages(html, context, self._counters):
                collected.add(box)
                if tell:
                    tell()
            return collected.sheet(self._type.used())

    def heads(self, headings: list[Heading], total: int, counts: dict[str, int]) -> Heads:
        """The margins of some pages, of `total` that are numbered; see Painter for `counts`."""
        with self._complaining():
            if self._margins is None:
                html = HTML(string=bare_page(self._order.manuscript), url_fetcher=self._fetcher)
                self._margins = Margins(self._context(html), html)
            painter = Painter(self._type, counts)
            heads = [self._margins.head(painter, heading, total) for heading in headings]
            return Heads(heads, painter.finish(), self._type.used())

    def program(self, name: str, glyphs: list[int]) -> Program:
        with self._complaining():
            return self._type.program(name, glyphs)

    def _sheet(self, name: str) -> CSS:
        return CSS(
            url=STYLE_URL + name,
            url_fetcher=self._fetcher,
            font_config=self._fonts,
            counter_style=self._counters,
            color_profiles={},
        )

    def _context(self, html: HTML) -> LayoutContext:
        for style in html._ua_counter_style():
            self._counters.update({name: style[name] for name in style if name not in self._counters})
        targets = TargetCollector()
        sheets = [(sheet, "user agent", None) for sheet in html._ua_stylesheets()]
        sheets += [(sheet, "author", None) for sheet in self._sheets]
        styles = StyleFor(html, sheets, False, self._fonts, targets)
        images = partial(
            get_image_from_uri, cache=self._images, url_fetcher=self._fetcher, options=DEFAULT_OPTIONS
        )
        return LayoutContext(styles, images, self._fonts, self._counters, targets)

    @contextmanager
    def _complaining(self) -> Iterator[None]:
        """Keep what WeasyPrint warns of: it goes on, and makes a PDF that is wrong."""
        handler = _Collector(self.complaints)
        logger = logging.getLogger("weasyprint")
        logger.addHandler(handler)
        try:
            yield
        finally:
            logger.removeHandler(handler)
            self.complaints += [f"refused {url}" for url in self._fetcher.refused]
            self._fetcher.refused.clear()


def _pages(html: HTML, context: LayoutContext, counters: CounterStyle) -> Iterator[Any]:
    """The pages, without margins, each when it is laid out; a reference to a page's number would come too late."""
    root = build_formatting_structure(
        html.etree_element,
        context.style_for,
        context.get_image_from_uri,
        html.base_url,
        context.target_collector,
        counters,
        context.footnotes,
    )
    initialize_page_maker(context, root)
    for box in make_all_pages(context, root, html, []):
        text, footnotes, notes = box.children
        box.children = (text, *(area for area in (footnotes, notes) if area.children))
        layout_backgrounds(box, context.get_image_from_uri)
        yield box


@contextmanager
def _without_pauses() -> Iterator[None]:
    """The collector of cycles looks all the time, and finds nothing before the boxes of a sheet are let go."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
        gc.collect()


@contextmanager
def _numbered_from(before: int) -> Iterator[None]:
    """Let page rules see pages with so many before them."""

    def page_type(side: str, blank: bool, name: str, index: int, groups: Any) -> PageType:
        return PageType(side, blank, name, index + before, groups)

    page.PageType = page_type
    try:
        yield
    finally:
        page.PageType = PageType


class _Collector(logging.Handler):
    def __init__(self, complaints: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._complaints = complaints

    def emit(self, record: logging.LogRecord) -> None:
        self._complaints.append(record.getMessage())
