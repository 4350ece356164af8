"""The margins of a page: running head, folio, background, and the boxes that the press cuts by."""

from typing import Any

from weasyprint import HTML
from weasyprint.formatting_structure import boxes
from weasyprint.layout import LayoutContext
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.page import (
    PageType,
    _standardize_page_based_counters,
    make_margin_boxes,
    page_height,
    page_width,
    set_page_type_computed_styles,
)
from weasyprint.layout.percent import resolve_percentages

from printing.compositor.painting import Painter
from printing.compositor.sheets import SCALE, Head, Heading, Rectangle

# PDF's BleedBox: how far the press may print beyond the trimmed page, at most, in points.
_BLEED = 10


class Margins:
    """Sets margins around nothing: the text is painted already."""

    def __init__(self, context: LayoutContext, html: HTML) -> None:
        self._context, self._html = context, html
        self._styled: set[PageType] = set()

    def head(self, painter: Painter, heading: Heading, total: int) -> Head:
        page = self._page(heading)
        # What was set before stands on an imagined page before this one.
        self._context.string_set.clear()
        for name, words in heading.before.items():
            self._context.string_set[name][1] = [words]
        for name, several in heading.here.items():
            self._context.string_set[name][2] = several
        self._context.current_page = 2
        counters = {"page": [heading.number], "pages": [total]}
        state: tuple[Any, ...] = [0], counters, [set(counters)], []
        page.children = tuple(make_margin_boxes(self._context, page, state))
        layout_box_backgrounds(page, page, self._context.get_image_from_uri)
        # The canvas is the text's, and painted with it.
        page.canvas_background = None
        return Head(painter.ground(page), painter.margins(page), *_boxes(page), _origin(page))

    def _page(self, heading: Heading) -> Any:
        kind = heading.kind
        # Beside the first page, no rule tells pages apart by their number; those of one kind share their styles.
        first = 0 if heading.number == 1 else 1
        page_type = PageType("right" if heading.right else "left", kind.blank, kind.name, first, kind.groups)
        if page_type not in self._styled:
            set_page_type_computed_styles(page_type, self._html, self._context.style_for)
            self._styled.add(page_type)
        style = self._context.style_for(page_type)
        _standardize_page_based_counters(style, None)
        style["overflow"] = "visible"
        page = boxes.PageBox(page_type, style)
        resolve_percentages(page, style["size"])
        page.position_x = page.position_y = 0
        page_width(page, self._context, style["size"][0])
        page_height(page, self._context, style["size"][1])
        self._context.page_bottom = page.content_box_y() + page.height
        return page


def _boxes(page: Any) -> tuple[Rectangle, Rectangle, Rectangle]:
    """MediaBox, TrimBox and BleedBox."""
    bleed = {side: page.style[f"bleed_{side}"].value * SCALE for side in ("left", "bottom", "right", "top")}
    width, height = page.margin_width() * SCALE, page.margin_height() * SCALE
    return (
        _grown(width, height, bleed),
        (0, 0, width, height),
        _grown(width, height, {side: min(_BLEED, wide) for side, wide in bleed.items()}),
    )


def _grown(width: float, height: float, by: dict[str, float]) -> Rectangle:
    return -by["left"], -by["bottom"], width + by["right"], height + by["top"]


def _origin(page: Any) -> tuple[float, float]:
    return page.content_box_x() * SCALE, page.content_box_y() * SCALE
