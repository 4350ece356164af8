"""A picture of a document in a Word file."""

from io import BytesIO

from docx.document import Document
from docx.shared import Mm
from docx.text.run import Run as WordRun

from documents.figures import MissingFigureError, bytes_of
from documents.models import Figure
from exporting.wordml import Element, element, paragraph
from printing.errors import PrintingError

# The type area of the page.
WIDEST, HIGHEST = Mm(156), Mm(200)
_KEY = "gongbao-figure"


def picture(figure: Figure) -> Element:
    """The place of a picture; `fill` puts it there, for it becomes a part of the file."""
    place = element("r")
    place.set(_KEY, str(figure.pk))
    return paragraph("Figure", place)


def fill(document: Document) -> None:
    """Put every picture in its place, with the words for who cannot see it.

    Raises PrintingError for a lost one, as the print does: a gap would be another text.
    """
    places = [(each, each.attrib.pop(_KEY)) for each in document.element.body.xpath(f".//w:r[@{_KEY}]")]
    figures = Figure.objects.select_related("document").in_bulk([int(key) for _, key in places])
    for place, key in places:
        _fill(document, place, figures[int(key)])


def _fill(document: Document, place: Element, figure: Figure) -> None:
    try:
        data = bytes_of(figure)
    except MissingFigureError as error:
        raise PrintingError(str(error)) from error
    shown = WordRun(place, document).add_picture(BytesIO(data), width=_width(figure))
    shown._inline.docPr.set("descr", figure.alt)


def _width(figure: Figure) -> Mm:
    """As wide as the type area at most, and no higher than it; small ones as at 150 dots an inch."""
    natural = Mm(figure.width * 25.4 / 150)
    return Mm(min(natural, WIDEST, int(HIGHEST * figure.width / figure.height)) / Mm(1))
