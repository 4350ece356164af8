"""PDFs opened and saved: what is broken is said in words, and the same content gives the same bytes."""

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from django.utils.translation import gettext as _

from printing.errors import PrintingError

logger = logging.getLogger(__name__)

MM = 72 / 25.4
# More is no gazette; a file that claims it would keep the worker busy for nothing.
MOST_PAGES = 5000

# What pikepdf, PDFium and our own reading come upon in a PDF that is not what it says.
BROKEN = (
    pikepdf.PdfError,
    pikepdf.DataDecodingError,
    pikepdf.ForeignObjectError,
    pikepdf.UnsupportedImageTypeError,
    pikepdf.models.image.InvalidPdfImageError,
    pypdfium2.PdfiumError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)


@contextmanager
def opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    """A PDF to be read or changed. Raises PrintingError where it is broken, empty or under a password."""
    with mended_faults(), pikepdf.open(BytesIO(pdf)) as file:
        if not 0 < len(file.pages) <= MOST_PAGES:
            raise PrintingError(_("这份 PDF 的页数是 %(pages)d，不能付印") % {"pages": len(file.pages)})
        for thing in file.objects:
            _ends(thing, frozenset())
        yield file


def _ends(form: Any, around: frozenset[tuple[int, int]]) -> None:
    """ValueError for a form that draws itself: PDFium would go round for ever."""
    if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != pikepdf.Name.Form:
        return
    if form.objgen in around:
        raise ValueError("Form XObject")
    inner = form.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    for name in inner.keys():  # noqa: SIM118
        _ends(inner[name], around | {form.objgen})


@contextmanager
def mended_faults() -> Iterator[None]:
    """Whatever a broken PDF makes of the reading becomes one message."""
    try:
        yield
    except PrintingError:
        raise
    except pikepdf.PasswordError as error:
        raise PrintingError(_("这份 PDF 有密码，不能付印")) from error
    except BROKEN as error:
        # It may be our own fault, and then the log has where.
        logger.warning("a PDF cannot be made up", exc_info=True)
        raise PrintingError(_("这份 PDF 已损坏，不能付印：%(error)s") % {"error": error}) from error


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The PDF as bytes, with an identifier made of its content."""
    made = BytesIO()
    pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()


def trim(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """The edges of the cut page in points: left, bottom, right, top."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    if not (0 < right - left < 15000 and 0 < top - bottom < 15000):
        raise ValueError("TrimBox")
    return left, bottom, right, top
