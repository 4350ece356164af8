"""PDFium works for one thread at a time, and the editors' site has several."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2

_ONE_AT_A_TIME = Lock()


@contextmanager
def pages_of(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF with which this thread, and no other, works. Raises pypdfium2.PdfiumError where it is none."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        yield document
