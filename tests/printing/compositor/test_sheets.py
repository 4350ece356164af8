"""A text that is set in several sheets reads as if it had been set in one."""

import re

import pikepdf
import pytest

from printing.compositor.director import ComplaintsError, compose_here
from printing.manuscript import Printed
from tests.printing.compositor import desk
from tests.printing.compositor.desk import LONG, composed, edge, manuscript, opened, order, pages

pytestmark = pytest.mark.usefixtures("small_sheets")
FOLIO = re.compile(r"— (\d+) —")
INNER, OUTER = 40, 20


def folios(printed: Printed) -> list[int]:
    return [int(found[1]) for page in pages(printed) if (found := FOLIO.search(page))]


def test_folios_go_on_from_sheet_to_sheet() -> None:
    printed = composed(LONG, LONG, LONG)
    assert printed.pages > 6
    assert folios(printed) == list(range(1, printed.pages + 1))


def test_the_same_order_gives_the_same_bytes_however_many_work_on_it() -> None:
    """In this process, in two and in three: where a sheet is set changes nothing."""
    text = manuscript(LONG, "<p>短</p>", LONG, front='<p><a class="folio" href="#x"></a>', back="<p id=x>完")
    once, twice, thrice = (compose_here(order(text, count)).pdf for count in (1, 2, 3))
    assert once == twice == thrice


def test_every_page_has_the_margins_of_its_side() -> None:
    """Also where a sheet begins on the other side than the one before it: the binding margin is the inner one."""
    printed = composed("<p>一", "<p>二", LONG, "<p>末")
    first = [edge(printed, 0, "一"), edge(printed, 1, "二")]
    assert first == pytest.approx([INNER, OUTER], abs=0.1)
    last = INNER if printed.pages % 2 else OUTER
    assert edge(printed, printed.pages - 1, "末") == pytest.approx(last, abs=0.1)


def test_a_running_head_holds_over_the_border_of_a_sheet() -> None:
    """Until another heading takes its place."""
    printed = composed(f"<h1>文件</h1>{LONG}", LONG, "<h1>任免</h1>", "<p>末")
    heads = [
        ("文件" in page.splitlines()[-2:][0], "任免" in page.splitlines()[-2:][0]) for page in pages(printed)
    ]
    assert heads[:-2] == [(True, False)] * (printed.pages - 2)
    assert heads[-2:] == [(False, True)] * 2


def test_the_front_has_the_folios_of_the_text_and_leads_to_it() -> None:
    """Over the borders of sheets; what is not in the text gets no figure."""
    front = '<p>甲<a class="folio" href="#a"></a></p><p>乙<a class="folio" href="#none"></a></p>'
    printed = composed(LONG, "<p>短", "<h1 id=a>甲", front=front)
    pdf = opened(printed)
    (link,) = pdf.pages[0].obj.Annots
    assert printed.folios["a"] == printed.pages - 2
    assert f"甲{printed.folios['a']}" in pages(printed)[0].replace("\n", "").replace(" ", "")
    names = pdf.Root.Names.Dests.Names
    place = names[list(map(str, names)).index(str(link.Dest)) + 1]
    assert place[0].objgen == pdf.pages[-1].objgen


def test_the_text_begins_on_a_right_hand_page() -> None:
    """After a front of one page comes a blank one, without head and folio."""
    printed = composed(LONG, front="<p>封面")
    assert folios(printed)[0] == 1
    assert pages(printed)[1].strip() == ""
    assert "供暖" in pages(printed)[2]


@pytest.mark.parametrize("parts", [1, 2, 3, 4])
def test_what_closes_an_issue_is_its_last_page(parts: int) -> None:
    """Blank pages that fill the issue up stand before it."""
    printed = composed(*["<p>文"] * parts, back='<div class="own">版记</div>', multiple=4)
    assert printed.pages % 4 == 0
    assert "版记" in pages(printed)[-1]
    assert [page.strip() for page in pages(printed)[parts:-1]] == [""] * (printed.pages - parts - 1)


def test_what_follows_the_text_on_its_page_stays_there() -> None:
    """Then the blank pages come last."""
    printed = composed("<p>一", "<p>二", "<p>三", back="<p>选自公报", multiple=2)
    assert "选自公报" in pages(printed)[2]
    assert (printed.pages, pages(printed)[3].strip()) == (4, "")


def test_a_manuscript_may_be_a_front_alone() -> None:
    """An issue without entries is its cover."""
    printed = compose_here(order(manuscript(front="<p>封面")))
    assert (printed.pages, printed.folios) == (1, {})


def test_a_link_that_leads_nowhere_is_a_fault() -> None:
    """So is whatever else WeasyPrint warns of and goes on."""
    with pytest.raises(ComplaintsError, match="no anchor #nowhere"):
        composed('<p><a href="#nowhere">见附件</a>')
    with pytest.raises(ComplaintsError, match="Ignored"):
        composed("<p>一", style=desk.STYLE + "p { colour: red }")


def test_each_face_is_in_the_file_once() -> None:
    """Cut to what all sheets use of it, with one list of widths and one of what its glyphs say."""
    pdf = opened(composed("<p>甲", "<p>乙", "<p>丙", front="<p>丁"))
    programs = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Subtype" in each]
    assert [str(each.Subtype) for each in programs if str(each.Subtype).startswith("/CIDFont")] == [
        "/CIDFontType0C"
    ]
    (font,) = {page.obj.Resources.Font.values().__iter__().__next__().objgen for page in pdf.pages}
    letters = pdf.get_object(font).ToUnicode.read_bytes()
    assert all(letter.encode("utf-16-be").hex().encode() in letters for letter in "甲乙丙丁")


def test_only_the_first_page_of_the_text_is_the_first() -> None:
    """A rule for `:first` holds there, and not wherever a sheet begins."""
    style = desk.STYLE + "@page text:first { margin-left: 60pt; @top-center { content: '首页' } }"
    printed = composed("<p>一", "<p>二", "<p>三", style=style)
    assert [edge(printed, 0, "一"), edge(printed, 2, "三")] == pytest.approx([60, INNER], abs=0.1)
    assert ["首页" in page for page in pages(printed)] == [True, False, False]
