"""How blocks are set: in columns, over the width of the page, on a page on its side."""

import pytest

from documents.models import Block, BlockKind, Figure
from printing.blocks import PrintedBlock, runs


def heading(text: str, level: int = 2) -> Block:
    return Block(kind=BlockKind.HEADING, level=level, text=text)


LONG = "供暖工作要落到实处。" * 20


def paragraph(text: str = LONG) -> Block:
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


def test_scraps_of_text_take_the_width_of_the_page() -> None:
    """A covering notice or a line under a list is not divided into two columns of two lines each."""
    assert areas(paragraph("正文。"), heading("办法", 1), paragraph()) == [("wide", 2), ("columns", 1)]
    assert areas(paragraph(), table(5), paragraph("附注。")) == [("columns", 1), ("wide", 2)]


def test_a_picture_broader_than_tall_takes_the_width_of_the_page() -> None:
    def figure(width: int, height: int) -> Block:
        return Block(kind=BlockKind.FIGURE, figure=Figure(alt="渠道", width=width, height=height))

    assert PrintedBlock(figure(1600, 900)).area == "wide"
    assert PrintedBlock(figure(900, 900)).area == "columns"


def test_a_heading_goes_with_its_table() -> None:
    """A heading is not left in the columns when the table under it takes the width of the page."""
    assert areas(paragraph(), heading("任务表"), table(5)) == [("columns", 1), ("wide", 2)]
    assert areas(heading("任务表"), table(5)) == [("wide", 2)]
    assert areas(paragraph(), heading("任务表"), table(12)) == [("columns", 1), ("landscape", 2)]


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
