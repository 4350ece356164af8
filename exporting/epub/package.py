"""The EPUB file itself (EPUB 3.3, W3C): the same book gives the same bytes."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from exporting.epub.book import Book
from exporting.epub.pages import page
from exporting.package import EPOCH

MEDIA_TYPE = "application/epub+zip"
STYLE = Path(__file__).with_name("book.css")
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
IMAGE_TYPES = {".png": "image/png", ".jpg": "image/jpeg"}


def bytes_of(book: Book) -> bytes:
    """The book as a file; its zip names no time and no machine."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        # First and as it is, so that the file can be told by its first bytes.
        _put(archive, "mimetype", MEDIA_TYPE.encode(), ZIP_STORED)
        _put(archive, "META-INF/container.xml", CONTAINER.encode())
        _put(archive, "EPUB/package.opf", _package(book).encode())
        _put(archive, "EPUB/nav.xhtml", page("nav", {"book": book, "pages": _pages(book)}).encode())
        _put(archive, "EPUB/book.css", STYLE.read_bytes())
        for chapter in book.chapters:
            text = page("file", {"chapter": chapter})
            _put(archive, f"EPUB/{chapter.name}.xhtml", text.encode())
        for name, data in sorted(book.images.items()):
            _put(archive, f"EPUB/images/{name}", data, ZIP_STORED)
    return made.getvalue()


def _package(book: Book) -> str:
    images = [(name, IMAGE_TYPES[Path(name).suffix]) for name in sorted(book.images)]
    return page("package", {"book": book, "images": images, "pages": _pages(book)})


def _pages(book: Book) -> list[tuple[str, str]]:
    """The printed pages that are known, each once: number and file."""
    pages: dict[str, str] = {}
    for chapter in book.chapters:
        if chapter.page:
            pages.setdefault(chapter.page, f"{chapter.name}.xhtml")
    return list(pages.items())


def _put(archive: ZipFile, name: str, data: bytes, how: int = ZIP_DEFLATED) -> None:
    info = ZipInfo(name, EPOCH)
    info.compress_type, info.create_system = how, 0
    archive.writestr(info, data)
