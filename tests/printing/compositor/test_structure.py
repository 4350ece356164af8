"""The tags: what a screen reader reads, and in which order."""

import pikepdf
import pytest

from printing.manuscript import Printed
from tests.printing.compositor.desk import LONG, composed, opened, pages, tree

pytestmark = pytest.mark.usefixtures("small_sheets")
SENTENCE = "供暖工作要落到实处。"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "dccc59e70000000049454e44ae426082"
)


_KEPT: list[pikepdf.Pdf] = []


def elements(printed: Printed, *names: str) -> list[pikepdf.Object]:
    """The elements of some names, in the order of the file."""
    pdf = opened(printed)
    # What has been read of a file is gone when the file is.
    _KEPT.append(pdf)
    found = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary))
    return [each for each in found if each.get("/Type") == "/StructElem" and str(each.S) in names]


def test_a_paragraph_torn_over_pages_is_one_paragraph() -> None:
    """Read to its end, without the heads and folios between its pages."""
    printed = composed(f"<h1>题</h1>{LONG}")
    _document, (_article, heading, paragraph) = tree(printed)
    assert printed.pages > 1
    assert heading == ["H1", "题"]
    assert paragraph[0] == "P"
    assert "".join(paragraph[1:]) == SENTENCE * 45


def test_a_paragraph_torn_over_columns_is_one_paragraph() -> None:
    printed = composed(f'<div class="columns">{LONG}</div>')
    _document, (_article, paragraph) = tree(printed)
    assert "".join(paragraph[1:]) == SENTENCE * 45


def test_sheets_stand_under_one_document_in_their_order() -> None:
    printed = composed("<p>甲", "<p>乙", front="<p>封面", back="<p>完")
    assert tree(printed) == [
        "Document",
        ["P", "封面"],
        ["Art", ["P", "甲"]],
        ["Art", ["P", "乙"]],
        ["P", "完"],
    ]


def test_headings_go_down_by_one_level_at_a_time() -> None:
    """Whatever element the page has for them, and over the borders of sheets."""
    printed = composed("<h1>一</h1><h3>二</h3>", "<h3>三</h3><h2>四</h2><h1>五</h1>")
    names = [[element[0] for element in article[1:]] for article in tree(printed)[1:]]
    assert names == [["H1", "H2"], ["H2", "H2", "H1"]]


def test_a_repeated_table_head_is_read_once() -> None:
    """Head cells say what they are heads of; those that are printed again are not read again."""
    rows = "".join(f'<tr><th scope="row">{n}</th><td colspan="2">热</td></tr>' for n in range(20))
    table = f"<table><thead><tr><th>甲</th><th>乙</th><th>丙</th></tr></thead><tbody>{rows}</tbody></table>"
    printed = composed(table)
    assert sum("甲" in page for page in pages(printed)) > 1
    ((_table, head, body),) = tree(printed)[1][1:]
    assert head == ["THead", ["TR", ["TH", "甲"], ["TH", "乙"], ["TH", "丙"]]]
    assert body[0] == "TBody"
    assert body[1:] == [["TR", ["TH", str(n)], ["TD", "热"]] for n in range(20)]
    cells = elements(printed, "/TH", "/TD")
    scopes = [str(each.A.get("/Scope", "")) for each in cells]
    assert (scopes.count("/Column"), scopes.count("/Row")) == (3, 20)
    assert {int(each.A.ColSpan) for each in cells if str(each.S) == "/TD"} == {2}


def test_lists_are_lists() -> None:
    printed = composed("<ol><li>一</li><li>二<ul><li>三</li></ul></li></ol>")
    ((_list, first, second),) = tree(printed)[1][1:]
    assert first == ["LI", ["Lbl", "1. "], ["LBody", "一"]]
    assert second[2] == ["LBody", "二", ["L", ["LI", ["Lbl", "◦ "], ["LBody", "三"]]]]


def test_links_are_read_and_can_be_followed() -> None:
    """The tag of a link has its words and its place on the page, which says where it leads."""
    printed = composed('<p>见<a href="#b">附件</a>。', "<p id=b>附件")
    assert tree(printed)[1][1] == ["P", "见", ["Link", "附件", "→"], "。"]
    pdf = opened(printed)
    (note,) = pdf.pages[0].obj.Annots
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert str(note.Contents) == "附件"
    assert str(parents[int(note.StructParent) * 2 + 1].S) == "/Link"


def test_a_picture_has_its_words() -> None:
    printed = composed('<img src="map.png" alt="供热管网图" style="width: 50pt">', images={"map.png": PNG})
    (figure,) = elements(printed, "/Figure")
    assert str(figure.Alt) == "供热管网图"
    left, bottom, right, top = map(float, figure.A.BBox)
    assert (right - left, top - bottom) == pytest.approx((50, 50), abs=0.1)
    assert (left, top) == pytest.approx((40, 160), abs=0.1)


def test_leaders_and_hidden_decoration_are_not_read() -> None:
    """The dots between a title and its folio are for the eye."""
    style = "p a::before { content: leader('…') } a { text-decoration: none }"
    printed = composed(
        "<h1 id=a>甲</h1>",
        front='<p>甲<a class="folio" href="#a"></a></p><p aria-hidden="true">※</p>',
        style=f"@page {{ size: 200pt; margin: 20pt }} {style}",
    )
    assert "…" in pages(printed)[0]
    assert "※" in pages(printed)[0]
    assert tree(printed)[1] == ["P", "甲", ["Link", "1", "→"]]


def test_a_text_in_another_language_says_so() -> None:
    printed = composed('<p lang="ug" dir="rtl">بىر</p>')
    (paragraph,) = elements(printed, "/P")
    assert str(paragraph.Lang) == "ug"


def test_empty_elements_leave_no_tags() -> None:
    """But a cell without a text stays: without it the row would be shorter than the others."""
    printed = composed("<p></p><ul></ul><table><tr><td>一</td><td></td></tr></table>")
    assert tree(printed)[1] == ["Art", ["Table", ["TBody", ["TR", ["TD", "一"], ["TD"]]]]]
