"""Pages two and two on sheets, in the order in which a booklet is folded and stitched through its back."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Name

from printing.press.files import MM, opened, saved, trim

# Double sheets, lying: their width and height in mm.
PAPERS = {"A3": (420.0, 297.0), "A4": (297.0, 210.0), "8开": (370.0, 260.0)}
FOUR = 4

Side = tuple[int | None, int | None]


def order(pages: int, sheets_per_signature: int = 0) -> list[Side]:
    """Which pages, counted from 1, stand left and right on each side of the sheets; None is a blank one.

    A sheet has two sides, front and then back, four pages; the last sheet is filled up with blank pages.
    With 0 sheets to a signature all are folded into one another, else into signatures that follow each other.
    """
    full = -(-pages // FOUR) * FOUR
    step = sheets_per_signature * FOUR or full
    sides = (
        side
        for first in range(1, full + 1, step or 1)
        for side in _signature(first, min(first + step - 1, full))
    )
    return [(_there(left, pages), _there(right, pages)) for left, right in sides]


def booklet(pdf: bytes, *, paper: str = "", sheets_per_signature: int = 0, marks: bool = False) -> bytes:
    """The PDF two pages to a side, for printing on both sides, turned over the short edge.

    `paper` is one of PAPERS; without it the sheet is twice the first page. Pages that lie are turned. `marks`
    draws the fold. Raises PrintingError for a broken PDF.
    """
    with opened(pdf) as source, pikepdf.new() as made:
        width, height = _sheet(source.pages[0], paper)
        forms = [made.copy_foreign(page.as_form_xobject()) for page in source.pages]
        boxes = [trim(page) for page in source.pages]
        for left, right in order(len(forms), sheets_per_signature):
            made.add_blank_page(page_size=(width, height))
            sheet = made.pages[-1]
            placed = [
                _placed(sheet, forms, boxes, number, half, (width / 2, height))
                for half, number in enumerate((left, right))
            ]
            drawn = "".join(placed) + (_fold(width, height) if marks else "")
            sheet.contents_add(drawn.encode())
        _entitle(source, made)
        return saved(made)


def _signature(first: int, last: int) -> Iterator[tuple[int, int]]:
    for turn in range((last - first + 1) // 2):
        outer, inner = last - turn, first + turn
        yield (outer, inner) if turn % 2 == 0 else (inner, outer)


def _there(page: int, pages: int) -> int | None:
    return page if page <= pages else None


def _sheet(first: pikepdf.Page, paper: str) -> tuple[float, float]:
    if paper:
        width, height = PAPERS[paper]
        return width * MM, height * MM
    left, bottom, right, top = trim(first)
    return 2 * (right - left), top - bottom


def _placed(
    sheet: pikepdf.Page,
    forms: list[pikepdf.Object],
    boxes: list[tuple[float, float, float, float]],
    number: int | None,
    half: int,
    room: tuple[float, float],
) -> str:
    """Operators that put a page into the middle of its half of the sheet, smaller where it would not fit."""
    if number is None:
        return ""
    name = sheet.add_resource(forms[number - 1], Name.XObject, Name(f"/Page{number}"))
    left, bottom, right, top = boxes[number - 1]
    width, height = right - left, top - bottom
    lying = width > height
    # A lying page is turned to the left, as it is bound in the issue.
    if lying:
        width, height = height, width
    scale = min(1.0, room[0] / width, room[1] / height)
    x = half * room[0] + (room[0] - width * scale) / 2
    y = (room[1] - height * scale) / 2
    matrix = (
        (0, scale, -scale, 0, x + top * scale, y - left * scale)
        if lying
        else (scale, 0, 0, scale, x - left * scale, y - bottom * scale)
    )
    clip = f"{left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re W n"
    return f"q {' '.join(f'{part:.5f}' for part in matrix)} cm {clip} {name} Do Q\n"


def _fold(width: float, height: float) -> str:
    middle, mark = width / 2, 5 * MM
    return f"q 0.25 w 0 G {middle:.3f} 0 m {middle:.3f} {mark:.3f} l {middle:.3f} {height:.3f} m {middle:.3f} {height - mark:.3f} l S Q\n"


def _entitle(source: pikepdf.Pdf, made: pikepdf.Pdf) -> None:
    if Name.Title in source.docinfo:
        made.docinfo[Name.Title] = str(source.docinfo[Name.Title])
