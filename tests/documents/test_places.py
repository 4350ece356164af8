"""Where the blocks of a text stand, and the addresses of these places; no database is needed."""

from documents.models import Attachment, Block, BlockKind, Document
from documents.presentation import outline
from documents.references import References

HEADING, ARTICLE, ITEM = BlockKind.HEADING, BlockKind.ARTICLE, BlockKind.ITEM
PARAGRAPH, SIGNATURE = BlockKind.PARAGRAPH, BlockKind.SIGNATURE

Written = tuple[BlockKind, int, str, str]


class Unlinked(References):
    """Names no other document, so that none is looked up."""

    def __init__(self) -> None:
        self._held = {}


def places(*written: Written) -> list[tuple[str, str]]:
    """Anchor and place of each block; what cannot be cited has neither."""
    blocks = [Block(kind=kind, level=level, label=label, text=text) for kind, level, label, text in written]
    return [
        (part.anchor, part.place) for part in outline(Document(title="通知"), blocks, [], Unlinked()).parts
    ]


def article(label: str, text: str = "内容。") -> Written:
    return ARTICLE, 3, label, text


def item(label: str, level: int = 3) -> Written:
    return ITEM, level, label, "内容；"


def paragraph(text: str = "内容。") -> Written:
    return PARAGRAPH, 0, "", text


def test_an_article_of_one_paragraph_names_no_paragraph() -> None:
    assert places(article("第二条"), item("（一）"), item("（二）")) == [
        ("tiao-2", "第二条"),
        ("tiao-2-xiang-1", "第二条第（一）项"),
        ("tiao-2-xiang-2", "第二条第（二）项"),
    ]


def test_items_belong_to_the_paragraph_before_them() -> None:
    """款 are counted per article; the first one is where the article is."""
    assert places(
        article("第二条"),
        item("（一）"),
        paragraph(),
        item("（一）"),
        item("1.", 4),
        article("第三条"),
        paragraph(),
    ) == [
        ("tiao-2", "第二条"),
        ("tiao-2-xiang-1", "第二条第一款第（一）项"),
        ("tiao-2-kuan-2", "第二条第二款"),
        ("tiao-2-kuan-2-xiang-1", "第二条第二款第（一）项"),
        ("tiao-2-kuan-2-xiang-1-1", "第二条第二款第（一）项第1目"),
        ("tiao-3", "第三条"),
        ("tiao-3-kuan-2", "第三条第二款"),
    ]


def test_the_first_item_of_an_article_is_not_the_article_after_it() -> None:
    """第二条之一 is #tiao-2-1; 第二条第1项 is elsewhere."""
    made = places(article("第二条"), item("1.", 4), article("第二条之一"))
    assert [anchor for anchor, _name in made] == ["tiao-2", "tiao-2-xiang-1", "tiao-2-1"]


def test_what_follows_a_heading_a_signature_or_a_list_of_attachments_is_no_paragraph_of_an_article() -> None:
    for end in ((HEADING, 2, "第二章", "附则"), (SIGNATURE, 0, "", "州政府"), paragraph("附件：1.甲")):
        assert places(article("第二条"), end, paragraph())[2] == ("", "")


def test_announced_attachments_are_no_items() -> None:
    assert places(paragraph("附件：1.甲"), item("2.", 4), (SIGNATURE, 0, "", "州政府"), item("1.", 4)) == [
        ("", ""),
        ("", ""),
        ("", ""),
        ("bufen-1", "第1项"),
    ]


def test_headings_and_numbered_paragraphs_count_on_within_their_part() -> None:
    """Whether （二） is set as a heading or runs into its paragraph, its name and its address are the same."""
    part = (HEADING, 2, "二、", "任务")
    set_apart = places(part, item("（一）"), (HEADING, 3, "（二）", "甲"), item("1.", 4), item("（三）"))
    run_in = places(part, item("（一）"), item("（二）"), item("1.", 4), item("（三）"))
    assert set_apart == run_in
    assert run_in == [
        ("bufen-2", "第二部分"),
        ("bufen-2-1", "第二部分第（一）项"),
        ("bufen-2-2", "第二部分第（二）项"),
        ("bufen-2-2-1", "第二部分第（二）项第1目"),
        ("bufen-2-3", "第二部分第（三）项"),
    ]


def test_what_stands_under_an_issued_text_is_counted_as_if_it_stood_alone() -> None:
    text = (HEADING, 1, "", "实施方案")
    run_in, set_apart = places(text, (ITEM, 2, "一、", "甲。乙。")), places(text, (HEADING, 2, "一、", "甲"))
    assert run_in == set_apart == [("biaoti", ""), ("bufen-1", "第一部分")]
    assert places(text, item("（一）")) == [("biaoti", ""), ("bufen-1", "第（一）项")]


def test_anchors_of_headings_and_articles_come_before_those_of_items() -> None:
    """Links to headings are older: an item that has the same label takes another address."""
    made = places((HEADING, 2, "一、", "甲"), item("（一）"), (HEADING, 3, "（一）", "乙"))
    assert [anchor for anchor, _name in made] == ["bufen-1", "bufen-1-1_2", "bufen-1-1"]


def test_an_attachment_is_cited_with_its_document() -> None:
    annex = Attachment(pk=7, label="附件2", title="考核表", position=2)
    block = Block(kind=ARTICLE, level=3, label="第一条", text="内容。", attachment=annex)
    shown = outline(Document(title="通知", doc_number="甲政发〔2021〕1号"), [block], [annex], Unlinked())
    assert shown.annexes[0].quotation == "《通知》（甲政发〔2021〕1号）附件2"
    assert shown.annexes[0].parts[0].quotation == "《通知》（甲政发〔2021〕1号）附件2第一条"
    assert shown.annexes[0].parts[0].anchor == "fujian-2-tiao-1"


def test_an_article_offers_the_places_within_it() -> None:
    """For the keyboard one link an article is enough; those within are found beside its citation."""
    blocks = [
        Block(kind=kind, level=level, label=label, text=text)
        for kind, level, label, text in (article("第二条"), item("（一）"), paragraph(), article("第三条"))
    ]
    parts = outline(Document(title="通知"), blocks, [], Unlinked()).parts
    assert parts[0].inner == (("第一款第（一）项", "tiao-2-xiang-1"), ("第二款", "tiao-2-kuan-2"))
    assert [part.is_offered_above for part in parts] == [False, True, True, False]
