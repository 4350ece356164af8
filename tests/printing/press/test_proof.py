"""清样: a proof to be read and corrected."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from printing import press
from printing.press.lines import Ruled, Stretch, ruled, stretches
from printing.press.proof import NUMBER_SIZE
from tests.printing.press import sheets
from tests.printing.press.sheets import Drawn, drawn


def pages(pdf: bytes) -> list[list[Drawn]]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [drawn(page) for page in file.pages]


def numbers(page: list[Drawn]) -> tuple[list[float], list[float]]:
    """The heights at which line numbers stand, left and right of the middle of A4."""
    small = [each for each in page if each.size == pytest.approx(NUMBER_SIZE)]
    return [each.y for each in small if each.x < 297], [each.y for each in small if each.x > 297]


@pytest.fixture(scope="module")
def columns() -> bytes:
    return sheets.sheets(sheets.columns(70))


def test_every_page_says_that_it_is_a_proof(columns: bytes) -> None:
    """A watermark lies large and aslant under the text, and a strip stands over it, on each page."""
    made = press.proof(columns, sheets.TEXT)
    assert len(pages(made)) == 3
    for page in pages(made):
        watermark, strip = page[:2]
        assert watermark.size > 80
        assert strip.y > 800
    before, after = (sheets.grey(pdf, page=2).histogram()[220:240] for pdf in (columns, made))
    assert sum(after) - sum(before) > 0.03 * 298 * 421


def test_the_text_of_a_proof_is_that_of_the_issue(columns: bytes) -> None:
    """What is drawn on it is in no line that is read, copied or searched."""
    assert sheets.text(press.proof(columns, sheets.TEXT)) == sheets.text(columns)


def test_lines_are_numbered_beside_their_column(columns: bytes) -> None:
    """Those of the left column in the left margin, those of the right one in the right, on their baselines."""
    made = press.proof(columns, sheets.TEXT)
    left, right = numbers(pages(made)[0])
    assert len(left) == len(right) == 34
    # Without the running head and, on this page, the folio at the right.
    assert left == pytest.approx(sheets.baselines(columns, 0, right=False)[1:], abs=2)
    assert right == pytest.approx(sheets.baselines(columns, 0, right=True)[:-1], abs=2)


def test_lines_of_the_page_s_width_are_numbered_at_the_left() -> None:
    """A table's cells in the right half of the page do not make a column."""
    row = "<tr><td>县市</td><td>完成数</td></tr>"
    table = f'<p>{sheets.SENTENCE * 2}</p><table style="width: 100%; table-layout: fixed">{row * 12}</table>'
    left, right = numbers(pages(press.proof(sheets.sheets(table), sheets.TEXT))[0])
    assert (len(left), right) == (14, [])


def test_contents_make_no_second_column() -> None:
    """Leaders that begin beside the middle are part of their line."""
    lines = [Stretch(700 - 20 * at, 70, 290, "收发文目录") for at in range(3)]
    leaders = [Stretch(700 - 20 * at, 300, 520, "……59") for at in range(3)]
    assert ruled([*lines, *leaders], middle=297) == Ruled([700, 680, 660], [], (70, 520))
    columns = [Stretch(700 - 20 * at, 300, 520, "各县市要做好供暖") for at in range(3)]
    assert ruled([*lines, *columns], middle=297) == Ruled([700, 680, 660], [700, 680, 660], (70, 520))


def test_pagination_is_not_numbered_by_the_pdf_s_own_word() -> None:
    """A running head that the manuscript does not name is known by its mark."""
    bare = "@page:right { @top-left { content: none } @bottom-right { content: none } }"
    with pikepdf.open(BytesIO(sheets.sheets("<p>供暖</p>", bare))) as file:
        page = file.pages[0]
        page.contents_add(b"/Artifact <</Type /Pagination>> BDC", prepend=True)
        page.contents_add(b"EMC")
        pdf = sheets.saved(file)
    with pypdfium2.PdfDocument(pdf) as document:
        found = stretches(document[0])
        assert [each.text for each in found] == ["供暖"]
        assert ruled(found, 297) is None


def test_a_proof_says_which_it_is(columns: bytes) -> None:
    """The strip is longer by what is known: which proof, of which day."""
    plain = pages(press.proof(columns, sheets.TEXT))[0][1]
    second = pages(press.proof(columns, sheets.TEXT, round_=2, dated="2021年5月6日"))[0][1]
    assert second.x < plain.x
    with pikepdf.open(BytesIO(press.proof(columns, sheets.TEXT))) as file:
        assert file.docinfo["/Title"] == f"清样：{sheets.TEXT.title}"


def test_only_what_is_not_signed_says_so(columns: bytes) -> None:
    """The strip of a published issue's proof is shorter, and stands in the middle all the same."""
    plain = pages(press.proof(columns, sheets.TEXT))[0][1]
    signed = pages(press.proof(columns, sheets.TEXT, signed=True))[0][1]
    assert signed.x == pytest.approx(plain.x + 5 * plain.size / 2, abs=1)


def test_a_blank_page_has_no_line_numbers() -> None:
    """It is marked as a proof all the same."""
    (page,) = pages(press.proof(sheets.blank(1), sheets.TEXT))
    assert len(page) == 2


def test_the_same_pages_give_the_same_proof(columns: bytes) -> None:
    """Byte for byte."""
    assert press.proof(columns, sheets.TEXT) == press.proof(columns, sheets.TEXT)
