"""The pictures of what is printed."""

from collections.abc import Iterable

from documents.figures import MissingFigureError, images_of
from documents.models import Block
from printing.errors import PrintingError
from printing.layout import PrintedSection
from printing.parts.documents import PrintedDocument


def images_in(printed: Iterable[PrintedSection]) -> dict[str, bytes]:
    """The pictures of all documents of an issue, for `Manuscript.images`. Raises PrintingError as `images` does."""
    parts = (part for section in printed for entry in section.entries for part in entry.parts)
    documents = (part.document for part in parts if isinstance(part, PrintedDocument))
    return images(block for document in documents for block in document.blocks.all())


def images(blocks: Iterable[Block]) -> dict[str, bytes]:
    """The pictures that these blocks show. Raises PrintingError, which names document and picture, for a lost one.

    A paper with a gap where a picture was decided on would be another text.
    """
    try:
        return images_of(blocks)
    except MissingFigureError as error:
        raise PrintingError(str(error)) from error
