"""Paragraphs, runs, fields and tables as WordprocessingML, in the order that its schema asks for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from exporting.xml import legal

# The width of the text of an upright page, in twentieths of a point: 156 mm.
TEXT_WIDTH = 8844
# A column's width in characters: no less, and no more where others need room.
_NARROWEST, _WIDEST = 5, 26
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element such as w:ind; attributes are of the same namespace."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def run(text: str, *, style: str = "", from_right: bool = False) -> Element:
    """Text of one look; line breaks and tabs in it become Word's own."""
    made = element("r")
    if style:
        made.append(element("rPr", element("rStyle", val=style)))
    if from_right:
        made.append(element("rPr", element("rtl")))
    for piece in re.split(r"([\n\t])", legal(text)):
        if piece in {"\n", "\t"}:
            made.append(element("br" if piece == "\n" else "tab"))
        elif piece:
            made.append(_text("t", piece))
    return made


def paragraph(
    style: str, *content: Element | str, on_new_page: bool = False, from_right: bool = False
) -> Element:
    """A paragraph; a text among its content is a run of its own. `from_right` is for Uyghur and Kazakh."""
    properties = element("pPr", element("pStyle", val=style))
    if on_new_page:
        properties.append(element("pageBreakBefore"))
    if from_right:
        properties.append(element("bidi"))
    runs = (
        run(piece, from_right=from_right) if isinstance(piece, str) else piece
        for piece in content
        if not isinstance(piece, str) or piece
    )
    return element("p", properties, *runs)


def bookmarked(content: Element, name: str, number: int) -> list[Element]:
    """The content with a bookmark around it; `number` is the bookmark's own in the file."""
    start = element("bookmarkStart", id=number, name=name)
    return [start, content, element("bookmarkEnd", id=number)]


def link(name: str, *content: Element) -> Element:
    """Content that leads to a bookmark."""
    return element("hyperlink", *content, anchor=name, history=1)


def field(instruction: str, shown: str, *, dirty: bool = False) -> list[Element]:
    """A field with the value that is shown until Word computes it, which it does at once where `dirty`."""
    begin = element("fldChar", fldCharType="begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    return [
        element("r", begin),
        element("r", _text("instrText", f" {instruction} ")),
        element("r", element("fldChar", fldCharType="separate")),
        run(shown),
        element("r", element("fldChar", fldCharType="end")),
    ]


class Cell(Protocol):
    """How many rows and columns a cell takes."""

    @property
    def rowspan(self) -> int: ...

    @property
    def colspan(self) -> int: ...


def table(
    rows: Sequence[Sequence[Element]],
    *,
    headed: int,
    lines: Iterable[str] = _BORDERS,
    merged: Mapping[tuple[int, int], Cell] | None = None,
) -> Element:
    """A table over the width of the text, of paragraphs in cells; `lines` are the borders that it has.

    The first `headed` rows are repeated on every page; no row is parted by a page's end. Columns are as wide
    as their longest cell asks for, within reason. `merged` are the cells that are set, by row and column: one
    that is not in it lies under another.
    """
    drawn = set(lines)
    borders = [
        element(side, val="single", sz=4, space=0, color="auto")
        if side in drawn
        else element(side, val="nil")
        for side in _BORDERS
    ]
    widths = _widths(rows)
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=5000, type="pct"),
            element("tblBorders", *borders),
            element("tblLayout", type="autofit"),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
    )
    for index, row in enumerate(rows):
        properties = element("trPr", element("cantSplit"))
        if index < headed:
            properties.append(element("tblHeader"))
        made.append(element("tr", properties, *_cells(index, row, widths, merged)))
    return made


def _cells(
    row: int, content: Sequence[Element], widths: Sequence[int], merged: Mapping[tuple[int, int], Cell] | None
) -> Iterator[Element]:
    """The cells of a row; one that another covers from above goes on with it, one covered from the left is left out."""
    column = 0
    while column < len(content):
        above, cell = _covering(merged, row, column) if merged else (False, None)
        across = cell.colspan if cell else 1
        properties = element("tcPr", element("tcW", w=sum(widths[column : column + across]), type="dxa"))
        if across > 1:
            properties.append(element("gridSpan", val=across))
        if cell and cell.rowspan > 1:
            properties.append(element("vMerge", **({} if above else {"val": "restart"})))
        properties.append(element("vAlign", val="center"))
        yield element("tc", properties, paragraph("Cell") if above else content[column])
        column += across


def _covering(merged: Mapping[tuple[int, int], Cell], row: int, column: int) -> tuple[bool, Cell]:
    """The cell that a place belongs to, and whether it began in a row above."""
    for up in range(row + 1):
        cell = merged.get((row - up, column))
        if cell:
            return up > 0, cell
    raise LookupError((row, column))


def _widths(rows: Sequence[Sequence[Element]]) -> list[int]:
    """The columns' widths in twentieths of a point, together the width of the text."""
    longest = [max(len("".join(cell.itertext())) for cell in column) for column in zip(*rows, strict=True)]
    shares = [min(max(length + 1, _NARROWEST), _WIDEST) for length in longest]
    return [TEXT_WIDTH * share // sum(shares) for share in shares]


def _text(tag: str, text: str) -> Element:
    made = element(tag)
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.text = text
    return made
