"""Pages as pictures, to be looked at before anything is printed."""

from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from django.utils.translation import gettext as _

from printing.errors import PrintingError
from printing.pdfium import pages_of

# Pixels to the point: A4 is 640 wide, enough to read its text, and smaller paper looks smaller.
SCALE = 640 / 595.28
# Sixteen greys and the red: a page of text takes some 40 kB.
COLOURS = 32


@dataclass(frozen=True)
class Picture:
    """A page as a PNG; sizes in pixels. `page` counts from 1."""

    page: int
    png: bytes
    width: int
    height: int


def pictures(pdf: bytes, pages: int) -> list[Picture]:
    """The first `pages` pages of a PDF. Raises PrintingError where it is none."""
    try:
        with pages_of(pdf) as document:
            return [_picture(document, index) for index in range(min(pages, len(document)))]
    except pypdfium2.PdfiumError as error:
        raise PrintingError(_("PDF 打不开，不能显示页面")) from error


def _picture(document: pypdfium2.PdfDocument, index: int) -> Picture:
    page = document[index]
    image = page.render(scale=SCALE).to_pil().convert("RGB").quantize(COLOURS)
    made = BytesIO()
    image.save(made, "PNG", optimize=True)
    return Picture(index + 1, made.getvalue(), *image.size)
