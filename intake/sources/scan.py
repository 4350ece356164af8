"""A file of page images without text: no text can be read from it, unless by OCR."""

from intake.errors import SourceError


class ScanError(SourceError):
    """A scan without a text layer. `pages` is how many pages it has."""

    def __init__(self, message: str, pages: int) -> None:
        super().__init__(message)
        self.pages = pages
