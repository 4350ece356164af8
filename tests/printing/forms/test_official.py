"""What an official document's reprint says and does not say."""

from pathlib import Path

import pytest

from documents.models import Block, BlockKind, DocumentKind
from printing.errors import MissingGlyphError
from printing.forms.official import official_manuscript, set_document
from tests.printing.forms.measure import words
from tests.printing.forms.texts import (
    SOLID,
    TAKEN,
    annex,
    document,
    heading,
    item,
    paragraph,
    pdf_of,
    signature,
)
from tests.printing.paper import Paper, solid
from tests.world import World


def test_every_page_says_what_it_was_taken_from() -> None:
    """And the last one that it is not the original, after those to whom copies go."""
    paper = Paper(pdf_of(document(), paragraph(SOLID * 40), signature(), paragraph("抄送：州监察委员会。")))
    assert len(paper.pages) > 2
    assert all(TAKEN.foot in solid(page) for page in paper.pages)
    last = solid(paper.pages[-1])
    assert last.index("抄送：州监察委员会。") < last.index(solid(TAKEN.line))
    assert "不是文件原件" not in solid("".join(paper.pages[:-1]))


def test_nothing_of_a_colophon_is_invented(world: World) -> None:
    """Neither who printed it and when, nor copies, nor a seal: the record does not have them."""
    html = official_manuscript(world.first).html
    for word in ("印发机关", "抄送", "<img", "<svg"):
        assert word not in html


def test_the_parts_stand_in_the_order_of_the_standard() -> None:
    made = pdf_of(
        document(),
        paragraph("现印发你们。"),
        paragraph("附件：1.供暖时间表"),
        item("2.", "值班表"),
        signature(),
        attachments=(annex(),),
    )
    text = solid(Paper(made).pages[0])
    parts = [
        "伊河州人民政府文件",
        "伊河政发〔2021〕8号",
        "关于做好冬季供暖工作的通知",
        "各县市人民政府：",
        "现印发你们。",
        "附件：1.供暖时间表",
        "2.值班表",
        "2021年4月8日",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_an_issued_text_begins_a_page_under_its_title() -> None:
    """And so does an attachment, under 附件1."""
    within = paragraph("十月十五日开始。")
    within.attachment_id = 1
    made = pdf_of(
        document(),
        paragraph("现印发你们。"),
        heading("", "供暖办法", 1),
        paragraph("正文。"),
        within,
        attachments=(annex(),),
    )
    paper = Paper(made)
    assert len(paper.pages) == 3
    assert solid(paper.pages[1]).startswith("供暖办法")
    assert solid(paper.pages[2]).startswith("附件1供暖时间表")
    assert [title for _, title in paper.bookmarks] == [
        "关于做好冬季供暖工作的通知",
        "供暖办法",
        "附件1 供暖时间表",
    ]


def test_the_signature_stands_two_characters_from_the_right(tmp_path: Path) -> None:
    """And its date begins two characters after the name, as it does without a seal."""
    made = pdf_of(document(), paragraph("正文。"), signature())
    name, date = (
        next(word for word in words(made, 1, tmp_path) if word.text == text)
        for text in ("伊河州人民政府", "2021年4月8日")
    )
    assert date.left - name.left == pytest.approx(2 * 156 / 28, abs=0.5)
    assert max(name.right, date.right) == pytest.approx(184 - 2 * 156 / 28, abs=1)


def test_a_letter_shows_no_folio_on_its_first_page() -> None:
    """Its name has no 文件; the number stands at the right under a double rule."""
    letter = document(DocumentKind.LETTER, title="关于同意建立湿地公园的函")
    paper = Paper(pdf_of(letter, paragraph(SOLID * 25), signature()))
    assert paper.folios[:2] == [None, 2]
    assert "文件" not in solid(paper.pages[0])
    assert paper.place_of(0, "伊河政发〔2021〕8号") > 105 / 25.4 * 72


def test_an_order_has_no_title_beside_its_mark() -> None:
    order = document(
        DocumentKind.ORDER, title="伊河州人民政府令（第12号）", doc_number="第12号", addressee=""
    )
    paper = Paper(pdf_of(order, paragraph("现予公布。"), signature("州长　古丽\n2021年4月8日")))
    text = solid(paper.pages[0])
    assert text.startswith("伊河州人民政府令第12号现予公布。")
    assert [title for _, title in paper.bookmarks] == ["伊河州人民政府令（第12号）"]


def test_a_document_of_an_issue_names_its_number_and_of_print_its_page(world: World) -> None:
    assert "选自《伊河州人民政府公报》2021年第3号（总第103期）。" in official_manuscript(world.first).html
    world.issue.as_printed = True
    world.issue.save()
    world.first.refresh_from_db()
    assert "2021年第3号（总第103期），原刊第1页起。" in official_manuscript(world.first).html


def test_a_very_wide_table_has_turned_pages_of_its_own() -> None:
    """The text before and after it stands upright; a document that ends with it ends on them."""
    table = Block(kind=BlockKind.TABLE, rows=[["县市", *["指标"] * 11], ["东河县", *["12.5"] * 11]])
    for after, turned in (([paragraph("后文。")], [False, True, False]), ([], [False, True])):
        paper = Paper(pdf_of(document(), paragraph("正文。"), heading("", "任务表", 2), table, *after))
        sizes = [page.mediabox for page in paper.reader.pages]
        assert [size.width > size.height for size in sizes] == turned
        assert solid(TAKEN.line) in solid(paper.pages[-1])


def test_a_character_that_no_face_has_is_refused() -> None:
    """With the place where it stands."""
    with pytest.raises(MissingGlyphError, match="关于做好冬季供暖工作的通知"):
        set_document(document(), [paragraph("供暖\ue000工作。")], [], TAKEN)


def test_markup_in_a_record_is_text() -> None:
    made = document(title="<b>通知</b>", issuer="<i>州</i>")
    html = "".join(set_document(made, [paragraph("<script>")], [], TAKEN).text)
    assert "<b>通知" not in html
    assert "<script>" not in html
    assert "<i>" not in html
