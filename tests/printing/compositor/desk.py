"""Small manuscripts, set in a small style, for tests of the compositor alone."""

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pypdf import PdfReader

from printing.compositor.director import compose_here
from printing.compositor.order import Order
from printing.faces import faces_for
from printing.manuscript import Manuscript, Printed

# A page of ten lines; the binding margin is on the inner side. What a style sheet may be named, an image may be.
STYLE = """
@page { size: 200pt 200pt; margin: 40pt 20pt 60pt 40pt; }
@page :left { margin: 40pt 40pt 60pt 20pt; }
@page text:left { @bottom-left { content: "— " counter(page) " —" } @top-left { content: string(head) } }
@page text:right { @bottom-right { content: "— " counter(page) " —" } @top-left { content: string(head) } }
html { font: 10pt/10pt "Gongbao Song"; }
main { page: text; string-set: gazette attr(data-gazette); }
body, p, h1, h2, h3, ul, li { margin: 0; padding: 0; font-size: 10pt; }
h1 { string-set: head content(); bookmark-label: content(); }
h1, h2, h3 { font-weight: normal; }
a { text-decoration: none; }
article, .cover { break-before: page; }
.own { break-before: page; }
table { border-collapse: collapse; width: 100%; }
.columns { columns: 2; }
"""
# Three sentences are four lines of a page, thirty of them make three pages and a half.
LONG = f"<p>{'供暖工作要落到实处。' * 45}</p>"


def manuscript(*parts: str, style: str = STYLE, **fields: Any) -> Manuscript:
    images = {"desk.css": style.encode(), **fields.pop("images", {})}
    text = tuple(f"<article>{part}</article>" for part in parts)
    return Manuscript("公报", text, styles=("faces.css", "desk.css"), images=images, **fields)


def order(text: Manuscript, processes: int = 1) -> Order:
    return Order(text, _faces(frozenset(text.html)), text.digest, processes)


def composed(*parts: str, processes: int = 1, **fields: Any) -> Printed:
    return compose_here(order(manuscript(*parts, **fields), processes))


def opened(printed: Printed) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(printed.pdf))


def pages(printed: Printed) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages]


def edge(printed: Printed, page: int, text: str) -> float:
    """How far from the left edge of a page a text begins, in points."""
    found: list[float] = []

    def visit(part: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text in part:
            found.append(tm[4] * cm[0] + cm[4])

    PdfReader(BytesIO(printed.pdf)).pages[page].extract_text(visitor_text=visit)
    return found[0]


def tree(printed: Printed) -> list[Any]:
    """The structure as nested lists: a name and kids, marks as their text."""
    pdf = opened(printed)
    texts = [_marked(page) for page in pdf.pages]
    number = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}

    def read(element: Any, page: Any) -> Any:
        if isinstance(element, int):
            return texts[number[page.objgen]][element]
        page = element.get("/Pg", page)
        if element.get("/Type") == "/OBJR":
            return "→"
        if "/MCID" in element:
            return texts[number[page.objgen]][int(element.MCID)]
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        return [str(element.S)[1:], *(read(kid, page) for kid in kids)]

    (document,) = pdf.Root.StructTreeRoot.K
    return list(read(document, None))


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each mark of a page."""
    fonts = {str(name): _letters(font) for name, font in page.obj.Resources.Font.items()}
    found: dict[int, str] = {}
    mark, letters = None, dict[bytes, str]()
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" if "/MCID" in operands[1]:
                mark = int(operands[1].MCID)
                found[mark] = ""
            case "EMC":
                mark = None
            case "Tf":
                letters = fonts[str(operands[0])]
            case "TJ" if mark is not None:
                codes = b"".join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String))
                found[mark] += "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2))
    return found


def _letters(font: Any) -> dict[bytes, str]:
    lines = (line.split() for line in font.ToUnicode.read_bytes().decode().splitlines())
    pairs = [line for line in lines if len(line) == 2 and line[0].startswith("<")]
    return {
        bytes.fromhex(code[1:-1]): bytes.fromhex(text[1:-1]).decode("utf-16-be")
        for code, text in pairs
        if code != "<0000>" or text != "<ffff>"
    }


@cache
def _faces(characters: frozenset[str]) -> dict[str, bytes]:
    return dict(faces_for("".join(sorted(characters))).files)
