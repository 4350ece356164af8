"""Small PDFs to be made up for the press, set straight from HTML, and what can be read off the results."""

import base64
import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
import weasyprint
from PIL import Image

from printing.manuscript import Manuscript

STYLE = """
@page { size: 210mm 297mm; margin: 28mm 24.5mm 26mm }
@page:left { @bottom-left { content: "— " counter(page) " —" } @top-left { content: "伊河州公报" } }
@page:right { @bottom-right { content: "— " counter(page) " —" } @top-left { content: "伊河州公报" } }
@page front { @bottom-left { content: none } @bottom-right { content: none } }
@page lying { size: 297mm 210mm }
@page small { size: 148mm 210mm }
body { font: 12pt/20pt "Noto Serif CJK SC"; margin: 0; orphans: 2; widows: 2 }
p { margin: 0; text-indent: 2em; text-align: justify }
h1 { font-size: 20pt; line-height: 40pt; margin: 0; break-before: page; text-align: center }
.front { page: front } .lying { page: lying } .small { page: small }
.columns { columns: 2; column-gap: 24pt }
.folio::before { content: leader('…') }
"""
SENTENCE = "各县市要做好冬季供暖，检查锅炉和管网，及时处理群众反映的问题。"
TITLES = ("关于做好冬季供暖的通知", "关于保护湿地的意见")
TEXT = Manuscript("伊河州人民政府公报 2021年第3号", ("",), gazette="伊河州公报")


def sheets(html: str, style: str = "") -> bytes:
    """HTML set in two columns where it asks for them, on A4."""
    page = f"<html lang=zh><head><title>{TEXT.title}</title><style>{STYLE}{style}</style></head><body>{html}"
    made: bytes = weasyprint.HTML(string=page).write_pdf()
    return made


def columns(sentences: int = 60) -> str:
    return f'<div class="columns">{f"<p>{SENTENCE}</p>" * sentences}</div>'


def issue(*, folios: tuple[int, int] = (2, 3), style: str = "", more: str = "") -> bytes:
    """A page of contents, and two documents of a page; `folios` are those that the contents name."""
    lines = zip(TITLES, folios, strict=True)
    front = "".join(f'<p>{title}<b class="folio">{folio}</b></p>' for title, folio in lines)
    body = "".join(f"<h1>{title}</h1>{columns(4)}" for title in TITLES)
    return sheets(f'<div class="front">{front}</div>{body}{more}', style)


def blank(pages: int) -> bytes:
    """Empty pages, each of its own height, so that each can be told."""
    made = pikepdf.new()
    for number in range(pages):
        made.add_blank_page(page_size=(400, 600 + number))
    return saved(made)


def picture(width: int, height: int, colour: tuple[int, int, int]) -> str:
    """An image as a data address."""
    made = BytesIO()
    Image.new("RGB", (width, height), colour).save(made, "PNG")
    return f"data:image/png;base64,{base64.b64encode(made.getvalue()).decode()}"


def saved(file: pikepdf.Pdf) -> bytes:
    made = BytesIO()
    file.save(made)
    return made.getvalue()


@dataclass(frozen=True)
class Drawn:
    """A drawn word: its outline's name, the size of its type, and where it begins, in points."""

    name: str
    size: float
    x: float
    y: float


DRAWN = re.compile(rb"q (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) cm (/Proof\d+) Do Q")


def drawn(page: pikepdf.Page) -> list[Drawn]:
    """The words drawn on a page, in their order: the watermark, the strip, the line numbers."""
    content = page.Contents[0].read_bytes()
    return [
        Drawn(match[7].decode(), abs(float(match[1])), float(match[5]), float(match[6]))
        for match in DRAWN.finditer(content)
    ]


def baselines(pdf: bytes, page: int, *, right: bool) -> list[float]:
    """The baselines of a page's characters on one side of its middle, from above, as PDFium has them."""
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        found = {round(y, 1) for x, y in _origins(sheet) if (x > sheet.get_width() / 2) == right}
    return sorted(found, reverse=True)


def _origins(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    text, x, y = page.get_textpage(), ctypes.c_double(), ctypes.c_double()
    for place in range(text.count_chars()):
        if not chr(pypdfium2.raw.FPDFText_GetUnicode(text, place)).isspace():
            pypdfium2.raw.FPDFText_GetCharOrigin(text, place, x, y)
            yield x.value, y.value


def text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def grey(pdf: bytes, page: int = 0, dpi: int = 36) -> Image.Image:
    """A page as a grey picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=dpi / 72).to_pil().convert("L")
