"""How blocks are set, and where lines may break."""

import pytest

from documents.models import Block, BlockKind
from printing.blocks import PrintedBlock, runs
from printing.breaks import breakable, measure


def heading(text: str, level: int = 2) -> Block:
    return Block(kind=BlockKind.HEADING, level=level, text=text)


def paragraph(text: str = "正文。") -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text)


def table(columns: int, cell: str = "一") -> Block:
    return Block(kind=BlockKind.TABLE, rows=[[cell] * columns, [cell] * columns])


def areas(*blocks: Block) -> list[tuple[str, int]]:
    return [(run.area, len(run.blocks)) for run in runs(blocks)]


def test_titles_of_issued_texts_span_the_columns() -> None:
    """The columns end above such a title and begin anew under it."""
    assert areas(paragraph(), heading("办法", 1), paragraph(), paragraph()) == [
        ("columns", 1),
        ("wide", 1),
        ("columns", 2),
    ]


@pytest.mark.parametrize(
    ("block", "area"),
    [
        (table(2), "columns"),
        (table(4), "wide"),
        (table(2, "规范网上服务事项并推进政务服务"), "wide"),
        (table(11), "landscape"),
    ],
)
def test_a_table_gets_the_room_it_needs(block: Block, area: str) -> None:
    """Narrow ones stay in the column, wide ones take the page, very wide ones a turned page."""
    assert PrintedBlock(block).area == area


def test_a_heading_goes_with_its_table() -> None:
    """A heading is not left in the columns when the table under it takes the width of the page."""
    assert areas(paragraph(), heading("任务表"), table(5)) == [("columns", 1), ("wide", 2)]
    assert areas(heading("任务表"), table(5)) == [("wide", 2)]


def test_short_rows_are_filled_up() -> None:
    """A row that lost its last cells keeps the grid."""
    block = Block(kind=BlockKind.TABLE, rows=[["县市", "日期", "备注"], ["东河县"]])
    assert PrintedBlock(block).rows == [["县市", "日期", "备注"], ["东河县", "", ""]]


@pytest.mark.parametrize(
    ("label", "text", "lead"),
    [
        ("（一）", "促进就业联动。大力实施就业优先战略。", "促进就业联动。"),
        ("（一）", "按时供暖；", ""),
        ("（一）", "按时供暖。", ""),
        ("1.", "促进就业联动。大力实施。", ""),
        ("（一）", "对符合条件的，给予补贴：首次创业的。其他的。", ""),
    ],
)
def test_a_short_first_sentence_is_a_run_in_heading(label: str, text: str, lead: str) -> None:
    """After （一）, a first sentence that more text follows is a heading; a whole item is not."""
    block = PrintedBlock(Block(kind=BlockKind.ITEM, level=3, label=label, text=text))
    assert block.lead == lead
    assert block.lead + block.rest == text


def test_items_of_an_article_have_no_run_in_heading() -> None:
    """In rules with articles （一） counts items, and their first sentence is like the others."""
    item = Block(kind=BlockKind.ITEM, level=3, label="（一）", text="加强管理。接入终端应当专用。")
    article = Block(kind=BlockKind.ARTICLE, level=3, label="第一条", text="应当做到：")
    (rules,), (text,) = runs([article, item]), runs([item])
    assert rules.blocks[1].lead == ""
    assert text.blocks[0].lead == "加强管理。"


@pytest.mark.parametrize(
    ("title", "width"),
    [("关于促进国际道路货运甩挂运输发展的实施意见", 12), ("关于保护湿地的意见", 18)],
)
def test_lines_of_a_title_are_of_about_one_length(title: str, width: int) -> None:
    """A title of 21 characters is not parted into 18 and 3; one that fits a line keeps to it."""
    assert measure(title, 18) == width


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("建设“智慧支付”工程", "建设|“智慧支付”|工程"),
        ("（“互联网”）", "（“互联网”）"),
        ("称为“一号”。“一网”", "称为|“一号”。|“一网”"),
        ("“开头”", "“开头”"),
        ("实施 “四上” 企业", "实施 “四上” 企业"),
    ],
)
def test_lines_may_break_outside_quotation_marks(text: str, broken: str) -> None:
    """But no closing mark begins a line, and no opening one ends it."""
    assert breakable(text).replace("\u200b", "|") == broken
