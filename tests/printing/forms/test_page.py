"""The page of an official document, measured from the PDF against GB/T 9704-2012."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.printing.forms.measure import Ink, Word, words
from tests.printing.forms.texts import SOLID, document, heading, item, paragraph, pdf_of, signature
from tests.printing.paper import Paper, solid

LONG = "伊河哈萨克族蒙古族自治州人民政府办公厅"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pdf_of(document(), paragraph(SOLID * 60), signature())


def lines(found: list[Word]) -> list[Word]:
    """The lines of the text: not the folio and the foot, which stand under it."""
    return [word for word in found if word.bottom < 265]


def test_the_paper_is_a4(pdf: bytes) -> None:
    box = Paper(pdf).reader.pages[0].mediabox
    assert (round(box.width / 72 * 25.4, 1), round(box.height / 72 * 25.4, 1)) == (210.0, 297.0)


def test_a_page_has_22_lines_of_28_characters(pdf: bytes, tmp_path: Path) -> None:
    """Measured on the second page, which is all text."""
    full = lines(words(pdf, 2, tmp_path))
    assert [len(line.text) for line in full] == [28] * 22
    steps = [below.top - above.top for above, below in pairwise(full)]
    assert steps == [pytest.approx(225 / 22, abs=0.02)] * 21


@pytest.mark.parametrize(("page", "left", "right"), [(2, 26, 28), (3, 28, 26)])
def test_margins_are_right_to_a_millimetre(pdf: bytes, page: int, left: float, right: float) -> None:
    """37 mm at the head, 28 mm at the binding: at the left of odd pages, at the right of even ones."""
    from_left, from_top, to_right, to_bottom = Ink(pdf, page).box(0, 264)
    assert from_left == pytest.approx(left, abs=1)
    assert 210 - to_right == pytest.approx(right, abs=1)
    # A line is 10.2 mm high and its characters 5.6 mm, half of the rest lies over them.
    assert from_top - 2.3 == pytest.approx(37, abs=1)
    assert to_bottom + 2.3 == pytest.approx(37 + 225, abs=1)


def test_odd_folios_stand_right_and_even_ones_left(pdf: bytes, tmp_path: Path) -> None:
    """— N —, its dash 7 mm under the type area, one character from its edge."""
    assert Paper(pdf).folios == [1, 2, 3, 4]
    for page, expected in ((2, 26 + 4.9), (3, 210 - 26 - 4.9)):
        dashes = [word for word in words(pdf, page, tmp_path) if word.text == "—" and word.top > 262]
        edge = dashes[0].left if page % 2 == 0 else dashes[-1].right
        assert edge == pytest.approx(expected, abs=1)
        height = (dashes[0].top + dashes[0].bottom) / 2
        dash = Ink(pdf, page).box(height - 2, height + 4)
        assert (dash[1] + dash[3]) / 2 == pytest.approx(37 + 225 + 7, abs=1.5)


def test_the_head_stands_where_the_standard_has_it(pdf: bytes, tmp_path: Path) -> None:
    """The mark 35 mm under the type area's edge; the red line 4 mm under the number, as wide as the type area."""
    ink = Ink(pdf, 1)
    mark = ink.box(60, 100, red=True)
    assert mark[1] == pytest.approx(37 + 35, abs=1.5)
    assert (mark[0] + mark[2]) / 2 == pytest.approx(28 + 78, abs=1)
    rows = ink.red_rows(0.7)
    rule = ink.box(rows[0] - 0.3, rows[0] + 0.6, red=True)
    assert (rule[0], rule[2]) == (pytest.approx(28, abs=0.3), pytest.approx(184, abs=0.3))
    number = ink.box(rows[0] - 12, rows[0] - 1)
    assert rows[0] - number[3] == pytest.approx(4, abs=0.8)
    assert number[1] - mark[3] == pytest.approx(2 * 225 / 22, abs=4)


def test_sizes_are_those_of_the_standard(pdf: bytes) -> None:
    """The title is 小标宋 of 22 pt, the text 仿宋 of 16 pt, the folio 宋 of 14 pt."""
    sizes = {size for text, size, face in set_(pdf, 1) if "供暖" in solid(text) and "Song-Bold" in face}
    assert sizes == {22}
    assert {size for text, size, face in set_(pdf, 2) if "江河草木" in solid(text)} == {16}
    assert {face for text, _, face in set_(pdf, 2) if "江河草木" in solid(text)} <= {
        "Gongbao-Fang",
        "Gongbao-Kai",
    }
    assert {(size, face) for text, size, face in set_(pdf, 2) if text.strip(" —\n") == "2"} == {
        (14, "Gongbao-Song")
    }


def set_(pdf: bytes, page: int) -> list[tuple[str, int, str]]:
    """What is set on a page: text, size in points, face."""
    found: list[tuple[str, int, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: dict | None, size: float) -> None:
        if text.strip() and font:
            found.append((text, round(abs(tm[3] * cm[3] * size)), font["/BaseFont"].partition("+")[2]))

    Paper(pdf).reader.pages[page - 1].extract_text(visitor_text=visit)
    return found


def test_a_long_name_is_narrowed_to_the_type_area(tmp_path: Path) -> None:
    """It is neither broken nor does it leave the type area."""
    made = pdf_of(document(issuer=LONG), paragraph("正文。"), signature())
    left, _, right, _ = Ink(made, 1).box(60, 100, red=True)
    assert left >= 27.5
    assert right <= 184.5
    assert f"{LONG}文件" in [word.text for word in words(made, 1, tmp_path)]


def test_headings_are_hei_and_kai() -> None:
    """一、 in 黑体, （一） in 楷体."""
    made = pdf_of(
        document(), heading("一、", "总体要求"), heading("（一）", "基本原则", 3), paragraph("正文。")
    )
    faces = {solid(text): face for text, _, face in set_(made, 1)}
    assert faces["一、总体要求"] == "Gongbao-Hei"
    assert faces["（一）基本原则"] == "Gongbao-Kai"


def test_lines_of_two_faces_stay_on_the_lines_of_the_page(tmp_path: Path) -> None:
    """A run-in heading in 楷体 does not push its line away from the others."""
    made = pdf_of(document(), *(item("（一）", f"加强领导。{SOLID * 3}", 3) for _ in range(8)))
    tops = [line.top for line in lines(words(made, 2, tmp_path)) if line.text in SOLID * 2]
    places = [(top - tops[0]) / (225 / 22) for top in tops]
    assert places == [pytest.approx(round(place), abs=0.02) for place in places]
