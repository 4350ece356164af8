"""One page of a PDF: what is printed on it, before it is put into reading order."""

import dataclasses
from collections import Counter
from typing import Any

from pdfplumber.page import Page

from intake.sources.pdf_glyphs import UNKNOWN, Run, glyphs_of, runs_of
from intake.sources.pdf_tables import PdfTable, take_tables

# An image over so much of a page is a scan of it.
_SCANNED_SHARE = 0.5
# With so few characters a page has no text of its own: a stamp's or a page number's, perhaps.
_FEW_CHARACTERS = 12
# Text drawn as outlines takes that many curves at least.
_OUTLINES = 400


@dataclasses.dataclass
class PageParts:
    """What a page holds: runs of text and tables, the heights of rules across it (y, x0, x1).

    `turned` is the text that stands on its side; `unknown` counts characters that the file does not name;
    `scanned` means that there is an image or outlines instead of text, `layered` both image and text.
    """

    number: int
    width: float
    height: float
    runs: list[Run]
    tables: list[PdfTable]
    rules: list[tuple[float, float, float]]
    turned: str
    unknown: int
    scanned: bool
    layered: bool


class TooMuchOnPageError(Exception):
    """A page with more characters than any printed page has."""


def page_parts(page: Page, most_characters: int) -> PageParts:
    """What stands on a page."""
    chars = _visible(page)
    if len(chars) > most_characters:
        raise TooMuchOnPageError
    page, chars = _upright(page, chars)
    turned = "".join(char["text"] for char in chars if not _stands(char))
    glyphs = glyphs_of(char for char in chars if _stands(char))
    unknown = sum(UNKNOWN in glyph.text for glyph in glyphs)
    image = _image_share(page)
    few = len(glyphs) <= _FEW_CHARACTERS
    tables, loose = take_tables(page, glyphs)
    return PageParts(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        runs=runs_of(loose),
        tables=tables,
        rules=_rules(page, tables),
        turned=turned.strip(),
        unknown=unknown,
        scanned=few and (image >= _SCANNED_SHARE or len(page.curves) > _OUTLINES),
        layered=not few and image >= 0.8,
    )


def _visible(page: Page) -> list[dict[str, Any]]:
    """The characters on the paper; what stands beside it was cut off."""
    x0, top, x1, bottom = page.bbox
    return [
        char
        for char in page.chars
        if x0 <= (char["x0"] + char["x1"]) / 2 <= x1 and top <= (char["top"] + char["bottom"]) / 2 <= bottom
    ]


def _stands(char: dict[str, Any]) -> bool:
    """Whether a character stands upright: pdfplumber calls a mirrored or slanted one so too."""
    a, b, _c, d, *_ = char["matrix"]
    return bool(char["upright"]) and abs(b) <= 0.2 * abs(a) and a > 0 and d > 0


def _upright(page: Page, chars: list[dict[str, Any]]) -> tuple[Page, list[dict[str, Any]]]:
    """The page turned so that most of its text stands: wide tables are printed on their side."""
    sides = Counter(_side(char) for char in chars if char["text"].strip())
    side, count = sides.most_common(1)[0] if sides else (0, 0)
    if side == 0 or count <= 0.6 * sides.total():
        return page, chars
    turned = page.page_obj
    turned.attrs = {**turned.attrs, "Rotate": (page.rotation + side) % 360}
    turned.rotate = (page.rotation + side) % 360
    page.close()
    again = Page(page.pdf, turned, page.page_number, page.initial_doctop)
    return again, _visible(again)


def _side(char: dict[str, Any]) -> int:
    """By how many degrees clockwise the page must be turned for a character to stand."""
    a, b, *_ = char["matrix"]
    if abs(a) >= abs(b):
        return 0 if a > 0 else 180
    return 90 if b > 0 else 270


def _image_share(page: Page) -> float:
    """The part of the page that images cover, 0 to 1; overlapping ones count twice."""
    covered = 0.0
    for image in page.images:
        width = min(image["x1"], page.width) - max(image["x0"], 0)
        height = min(image["bottom"], page.height) - max(image["top"], 0)
        covered += max(width, 0) * max(height, 0)
    return min(1.0, float(covered / (page.width * page.height or 1)))


def _rules(page: Page, tables: list[PdfTable]) -> list[tuple[float, float, float]]:
    """Horizontal rules outside of tables."""
    return [
        (float(edge["top"]), float(edge["x0"]), float(edge["x1"]))
        for edge in page.horizontal_edges
        if edge["x1"] - edge["x0"] > 0.05 * page.width
        and not any(
            t.top - 2 <= edge["top"] <= t.bottom + 2 and t.x0 - 2 <= edge["x0"] <= t.x1 + 2 for t in tables
        )
    ]
