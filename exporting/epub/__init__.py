"""An issue, or one document → an e-book (EPUB 3), for phones and readers that set the text anew."""

from exporting.epub.books import document_epub, epub_file
from exporting.epub.package import MEDIA_TYPE

__all__ = ["MEDIA_TYPE", "document_epub", "epub_file"]
