"""A small page set with the faces of the print, and its lines."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import weasyprint

from printing.faces import faces_for
from printing.fetcher import StyleFetcher
from printing.manuscript import STYLE_URL

EM = 16.0
# All that the tests print.
LETTERS = "".join(map(chr, range(0x4E00, 0x4E40))) + (
    "供暖应当在十月底以前完成检修同志任免去职务各县市人民政府办公室关于做好冬季的通知智慧支付工程年月日号号第一二三四五甲乙丙丁"
    "喆ئۇيغۇرچەقاق"
)


@cache
def _files() -> dict[str, bytes]:
    return dict(faces_for(LETTERS + "，。、；：？！（）《》“”‘’〔〕—…·々ー").files)


def document(html: str, width: float = 18, css: str = "") -> weasyprint.Document:
    """`html` on pages that are `width` ems of 12 pt wide and 30 lines of 20 pt high."""
    sheet = (
        f"@page {{ size: {width * 12}pt 600pt; margin: 0 }} html {{ font: 12pt/20pt var(--song) }}"
        f" p {{ margin: 0; white-space: pre-line }} {css}"
    )
    page = (
        f'<!doctype html><html lang="zh-CN"><head><link rel="stylesheet" href="faces.css"><style>{sheet}</style>'
        f"</head><body style='margin: 0'>{html}</body></html>"
    )
    return weasyprint.HTML(string=page, base_url=STYLE_URL, url_fetcher=StyleFetcher(_files())).render()


def lines(of: weasyprint.Document) -> list[Any]:
    """The boxes of its lines that hold text, in order."""
    return [line for page in of.pages for line in _lines(page._page_box) if text_of(line)]


def text_of(box: Any) -> str:
    if hasattr(box, "text"):
        return str(box.text)
    return "".join(map(text_of, getattr(box, "children", ())))


def texts(html: str, width: float = 18, css: str = "") -> list[str]:
    return [text_of(line) for line in lines(document(html, width, css))]


def _lines(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child
        else:
            yield from _lines(child)
