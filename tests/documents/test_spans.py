"""Merged cells of tables: how they are told, checked and shown."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from documents.models import Block, BlockKind
from documents.spans import check, head_rows, table
from tests.pages.page import Page
from tests.world import World

# 项目 stands over two rows, 本月 over two columns.
ROWS = [
    ["项目", "本月", "", "备注"],
    ["", "数量", "金额", ""],
    ["白杨", "3", "20", ""],
    ["红柳", "4", "25", ""],
]
SPANS = [[0, 0, 2, 1], [0, 1, 1, 2], [0, 3, 2, 1], [2, 3, 2, 1]]


def shape(rows: list[list[str]], spans: list[list[int]]) -> list[list[tuple[str, int, int]]]:
    made = table(rows, spans)
    return [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in [*made.head, *made.body]]


def test_covered_cells_are_not_set() -> None:
    assert shape(ROWS, SPANS) == [
        [("项目", 2, 1), ("本月", 1, 2), ("备注", 2, 1)],
        [("数量", 1, 1), ("金额", 1, 1)],
        [("白杨", 1, 1), ("3", 1, 1), ("20", 1, 1), ("", 2, 1)],
        [("红柳", 1, 1), ("4", 1, 1), ("25", 1, 1)],
    ]


def test_the_head_is_as_deep_as_its_merged_cells() -> None:
    """The first row, with the rows into which it reaches, and those into which these reach."""
    assert len(table(ROWS, SPANS).head) == 2
    assert len(table(ROWS, []).head) == 1
    assert head_rows(4, [[1, 1, 2, 1], [0, 0, 2, 1]]) == 3


def test_a_table_that_would_be_all_head_has_none() -> None:
    assert table([["甲", "乙"]]).head == []
    assert table([["甲", "乙"], ["", "丙"]], [[0, 0, 2, 1]]).head == []


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([[0, 0, 5, 1]], "第1行第1列起，5行×1列：超出了表格，表格只有4行4列"),
        ([[0, 3, 1, 2]], "超出了表格"),
        ([[9, 0, 1, 2]], "第10行第1列起"),
        ([[0, 0, 1, 1]], "至少要占两格"),
        ([[-1, 0, 2, 1]], "至少要占两格"),
        ([[0, 0, 2, 1], [1, 0, 1, 2]], "第2行第1列起，1行×2列：和另一处合并重叠"),
        ([[2, 0, 2, 1]], "盖住了第4行第1列的“红柳”"),
        ([[0, 0, 2]], "占几行、几列"),
        ([["0", 0, 2, 1]], "整数"),
        ("甲", "占几行、几列"),
        ({"a": 1}, "占几行、几列"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(spans: object, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check(ROWS, spans)
    assert said in refused.value.messages[0]


def test_covered_cells_may_repeat_the_text() -> None:
    """So some sources write merged cells; whoever reads the rows alone has the text in each."""
    check([["伊河", "伊河"], ["甲", "乙"]], [[0, 0, 1, 2]])


@given(
    st.lists(st.lists(st.sampled_from(["", "甲", "乙"]), max_size=4), max_size=4),
    st.lists(st.lists(st.integers(-1, 4), min_size=3, max_size=5), max_size=3),
)
def test_no_text_is_ever_lost(rows: list[list[str]], spans: list[list[int]]) -> None:
    """Whatever spans a table was given, each of its texts is shown."""
    shown = {text for row in shape(rows, spans) for text, _rows, _columns in row}
    assert {text for row in rows for text in row} <= shown


def test_the_page_shows_merged_cells(client: Client, world: World) -> None:
    """A head of two rows, whose cells say how far they reach; the file for spreadsheets has all cells."""
    Block.objects.filter(document=world.first, kind=BlockKind.TABLE).update(rows=ROWS, spans=SPANS)
    page = Page(client, world.first.get_absolute_url())
    (shown,) = page.all(".//table")
    heads = shown.findall("./thead/tr")
    assert [
        (cell.text, cell.get("scope"), cell.get("rowspan"), cell.get("colspan")) for cell in heads[0]
    ] == [("项目", "col", "2", None), ("本月", "colgroup", None, "2"), ("备注", "col", "2", None)]
    assert [cell.text for cell in heads[1]] == ["数量", "金额"]
    assert [len(row) for row in shown.findall("./tbody/tr")] == [4, 3]
    file = client.get(f"{world.first.get_absolute_url()}tables/1.csv").content.decode("utf-8-sig")
    assert file.splitlines()[:2] == ["项目,本月,,备注", ",数量,金额,"]


def test_a_block_is_not_saved_with_spans_that_hide_a_text(world: World) -> None:
    block = Block.objects.get(document=world.first, kind=BlockKind.TABLE)
    block.spans = [[0, 0, 2, 1]]
    with pytest.raises(ValidationError) as refused:
        block.full_clean()
    assert list(refused.value.message_dict) == ["spans"]
