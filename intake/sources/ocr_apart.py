"""Recognising a scan in a process of its own: pages are drawn and read there, with more time than a text has."""

from django.conf import settings

from intake.sources.text import SourceText
from intake.sources.worker import Progress, open_apart


def recognise(name: str, data: bytes, progress: Progress | None = None) -> SourceText:
    """The text of a scan as `ocr_pdf` gives it; `progress(done, pages)` is told now and then.

    Raises SourceError as `ocr_pdf`, and where it takes more than SOURCE_OCR_SECONDS.
    """
    return open_apart("scan", name, data, seconds=settings.SOURCE_OCR_SECONDS, progress=progress)
