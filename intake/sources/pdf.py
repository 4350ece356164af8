"""PDF files with text: what is printed, in reading order, without running heads and page numbers."""

import hashlib
import io

import pdfplumber
from django.utils.translation import gettext as _
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from intake.errors import SourceError
from intake.sources.pdf_columns import frames_of
from intake.sources.pdf_furniture import Furniture
from intake.sources.pdf_glyphs import Run
from intake.sources.pdf_lines import lines_of
from intake.sources.pdf_listed import take_listed
from intake.sources.pdf_page import PageParts, TooMuchOnPageError, page_parts
from intake.sources.pdf_problems import problems_of
from intake.sources.pdf_text import TextBuilder
from intake.sources.pdf_usual_columns import columns_of
from intake.sources.scan import ScanError
from intake.sources.text import SourceText

MOST_PAGES = 2_000
MOST_CHARACTERS = 60_000
# A file is a scan where so many of the pages that have anything on them have no text.
_SCANNED_SHARE = 0.9


def read_pdf(
    name: str, data: bytes, *, most_pages: int = MOST_PAGES, most_characters: int = MOST_CHARACTERS
) -> SourceText:
    """The text of a PDF. `most_pages` bounds the file, `most_characters` each page.

    Raises ScanError where the pages are images without text, SourceError where the file is encrypted,
    damaged or too long. Scripts, forms and files inside are not looked at.
    """
    pages = read_pages(data, most_pages, most_characters)
    _refuse_scan(pages)
    return set_in_order(name, data, pages)[0]


def set_in_order(name: str, data: bytes, pages: list[PageParts]) -> tuple[SourceText, list[list[Run]]]:
    """The source's text, and for each of its lines the printed pieces that it was made of."""
    furniture = Furniture()
    furniture.take_off(pages)
    for page in pages:
        listed, page.runs = take_listed(page.runs, page.rules, page.number)
        page.tables += listed
    frames = [
        frame
        for page, columns in zip(pages, columns_of(pages), strict=True)
        for frame in frames_of(page, columns)
    ]
    text = TextBuilder(lines_of(frames))
    text.build()
    if not any(line.strip() for line in text.lines):
        raise SourceError(_("文件是空的，没有文字。"))
    source = SourceText(
        name=name,
        data=data,
        text="\n".join(text.lines),
        sha256=hashlib.sha256(data).hexdigest(),
        format="pdf",
        pages=tuple(text.pages),
        problems=tuple(problems_of(pages, furniture, text.lines)),
    )
    return source, text.runs


def read_pages(
    data: bytes, most_pages: int = MOST_PAGES, most_characters: int = MOST_CHARACTERS
) -> list[PageParts]:
    """What stands on each page. Raises SourceError as `read_pdf` does."""
    number = 0
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            count = len(pdf.pages)
            if count > most_pages:
                raise SourceError(
                    _("PDF 共 %(count)d 页，最多读 %(most)d 页。请分成几个文件。")
                    % {"count": count, "most": most_pages}
                )
            pages = []
            for page in pdf.pages:
                number = page.page_number
                pages.append(_parts(page, most_characters))
    except SourceError:
        raise
    except RecursionError as fault:
        raise _damaged(number) from fault
    except TooMuchOnPageError as fault:
        raise SourceError(_("PDF 第 %(page)d 页的文字多得不合常理，没有读入。") % {"page": number}) from fault
    except Exception as fault:
        # The parser raises whatever a damaged file makes it stumble over; MemoryError goes on.
        if isinstance(fault, MemoryError):
            raise
        if _is_encrypted(fault):
            raise SourceError(_("PDF 有密码，不能读入。请去掉密码后另存，再读入。")) from fault
        raise _damaged(number) from fault
    if not pages:
        raise SourceError(_("PDF 里没有页面。"))
    return pages


def _parts(page: Page, most_characters: int) -> PageParts:
    try:
        return page_parts(page, most_characters)
    finally:
        page.close()


def _is_encrypted(fault: BaseException) -> bool:
    causes = [fault, fault.__cause__, *fault.args] if isinstance(fault, PdfminerException) else [fault]
    return any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes)


def _damaged(number: int) -> SourceError:
    if number:
        return SourceError(
            _("PDF 第 %(page)d 页损坏，不能读入。请重新导出或下载这份文件。") % {"page": number}
        )
    return SourceError(_("PDF 文件损坏或不完整，不能读入。请重新导出或下载这份文件。"))


def _refuse_scan(pages: list[PageParts]) -> None:
    scanned = [page for page in pages if page.scanned]
    printed = [page for page in pages if not page.scanned and (page.runs or page.tables)]
    if scanned and len(scanned) >= _SCANNED_SHARE * (len(scanned) + len(printed)):
        raise ScanError(
            _("这是扫描件，%(count)d 页都没有文字层。可以作为存档收录，或者先用 OCR 识别。")
            % {"count": len(pages)},
            len(pages),
        )
