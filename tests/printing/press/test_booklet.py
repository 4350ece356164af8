"""Pages two and two on the sheets of a booklet."""

from io import BytesIO
from itertools import chain, pairwise

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing import press
from printing.press.booklet import Side, order
from printing.press.files import MM
from tests.printing.press import sheets

Pages = st.integers(min_value=1, max_value=400)


def folded(sides: list[Side], sheets_: int) -> list[int | None]:
    """The pages in the order in which they are read when each signature is folded and opened."""
    read: list[int | None] = []
    for first in range(0, len(sides), 2 * sheets_):
        signature = sides[first : first + 2 * sheets_]
        fronts, backs = signature[::2], signature[1::2]
        half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
        rest = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
        read += [*half, *reversed(rest)]
    return read


@pytest.mark.parametrize("pages", range(1, 18))
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(pages: int) -> None:
    """Blank pages fill up the last sheet, and stand at the end."""
    sides = order(pages)
    blank = [None] * (-pages % 4)
    assert folded(sides, len(sides) // 2) == [*range(1, pages + 1), *blank]


def test_eight_pages_are_two_sheets() -> None:
    """The outer sheet has the first and the last page, the inner one those of the middle."""
    assert order(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]


@given(pages=Pages, sheets_=st.integers(min_value=1, max_value=9))
def test_signatures_follow_each_other(pages: int, sheets_: int) -> None:
    """However many sheets to a signature: every page once, in order, odd ones on the right."""
    sides = order(pages, sheets_)
    read = [page for page in folded(sides, sheets_) if page]
    assert read == list(range(1, pages + 1))
    assert all(right % 2 for _, right in sides if right)
    assert all(left % 2 == 0 for left, _ in sides if left)
    assert sum(page is None for page in chain.from_iterable(sides)) < 4


@given(pages=Pages)
def test_the_two_sides_of_a_sheet_hold_neighbours(pages: int) -> None:
    """What is on the back of a page is the next one."""
    sides = order(pages)
    for (left, right), (back_left, back_right) in pairwise(sides):
        if sides.index((left, right)) % 2 == 0 and None not in {left, right, back_left, back_right}:
            assert (right, left) == (back_left - 1, back_right + 1)


@pytest.mark.parametrize("pages", [1, 4, 6])
def test_pages_stand_side_by_side_on_the_double_sheet(pages: int) -> None:
    """Each page is drawn where the order says, on a sheet of twice its width."""
    with pikepdf.open(BytesIO(press.booklet(sheets.blank(pages)))) as made:
        assert len(made.pages) == len(order(pages))
        for page, side in zip(made.pages, order(pages), strict=True):
            assert [float(edge) for edge in page.mediabox] == [0, 0, 800, 600]
            assert heights(page) == [599 + number for number in side if number]


def heights(page: pikepdf.Page) -> list[int]:
    """The heights of the pages drawn on a side, from the left."""
    forms = page.resources.get("/XObject", pikepdf.Dictionary())
    used = [
        str(part.operands[0]) for part in pikepdf.parse_content_stream(page) if str(part.operator) == "Do"
    ]
    return [round(float(forms[name].BBox[3])) for name in used]


def test_a_page_that_lies_is_turned() -> None:
    """Its upper edge is then at the left, and it fills its half."""
    lying = sheets.sheets('<div class="lying"><p>任务分工表</p></div>')
    picture = sheets.grey(press.booklet(lying, paper="A3"))
    assert picture.size == (596, 421)
    right = picture.crop((298, 0, 596, 421))
    left, top, far, bottom = right.point(lambda grey: 255 - grey).getbbox() or (0, 0, 0, 0)
    assert far - left < bottom - top


def test_pages_too_large_for_the_sheet_are_made_smaller() -> None:
    """A4 pages on A4 sheets: nothing is cut off."""
    whole = sheets.sheets(sheets.columns(2))
    made = press.booklet(whole, paper="A4")
    with pikepdf.open(BytesIO(made)) as file:
        assert [round(float(edge) / MM) for edge in file.pages[0].mediabox] == [0, 0, 297, 210]
    assert sheets.text(made).replace("\r\n", "") == sheets.text(whole).replace("\r\n", "")


def test_the_fold_is_marked_where_asked() -> None:
    """Two short strokes in the middle, above and below."""
    plain, marked = (sheets.grey(press.booklet(sheets.blank(4), marks=marks)) for marks in (False, True))
    assert plain.getextrema() == (255, 255)
    box = marked.point(lambda grey: 255 - grey).getbbox()
    assert box is not None
    assert abs((box[0] + box[2]) / 2 - marked.width / 2) <= 1
    assert box[1] == 0
    assert box[3] == marked.height


def test_the_same_pages_give_the_same_booklet() -> None:
    """Byte for byte."""
    pdf = sheets.blank(5)
    assert press.booklet(pdf) == press.booklet(pdf)
