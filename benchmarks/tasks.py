"""What is measured, each beside something that does less: bytes of a file → how many characters it holds."""

import re
from collections.abc import Callable
from io import BytesIO

import docx
import pypdfium2

from intake.read import read
from intake.sources.open import read_source

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,16}〔(?:19|20)\d\d〕\d{1,5}号")


def read_text(data: bytes) -> int:
    """What an import does with a text: decoding, reading, every line accounted for."""
    source = read_source("issue.txt", data)
    read(source)
    return len(source.text)


def count_numbers(data: bytes) -> int:
    """What a short script does: lines, and the document numbers in them."""
    text = data.decode()
    sum(len(NUMBER.findall(line)) for line in text.split("\n"))
    return len(text)


def open_docx(data: bytes) -> int:
    """A Word file to lines of text, in a worker process."""
    return len(read_source("issue.docx", data).text)


def open_pdf(data: bytes) -> int:
    """A PDF to lines of text in reading order, in a worker process."""
    return len(read_source("issue.pdf", data).text)


def docx_alone(data: bytes) -> int:
    """python-docx by itself: the texts of paragraphs, without tables and numbering."""
    return len("\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs))


def pdfium_alone(data: bytes) -> int:
    """PDFium by itself: the characters of each page as they come, columns and furniture among them."""
    with pypdfium2.PdfDocument(data) as document:
        return sum(len(page.get_textpage().get_text_range()) for page in document)


TASKS: dict[str, Callable[[bytes], int]] = {
    task.__name__: task for task in (read_text, count_numbers, open_docx, docx_alone, open_pdf, pdfium_alone)
}
