import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from documents.models import BlockKind
from editorial.admin.rows import RowsField, to_rows, to_text
from tests import world as worlds
from tests.editorial.forms import change_url, opened

CELL = st.text(
    st.characters(exclude_categories=["Cs"], include_characters="｜\\\t\n\r空")
    | st.sampled_from("｜\\\t\n空")
)


@given(st.lists(st.lists(CELL, min_size=1)))
def test_a_table_comes_back_as_it_was(rows: list[list[str]]) -> None:
    """Whatever stands in the cells: separators, line breaks, backslashes, nothing at all."""
    assert to_rows(to_text(rows)) == rows


@given(st.lists(st.lists(CELL, min_size=1)))
def test_a_browser_that_sends_the_text_back_unchanged_has_changed_nothing(rows: list[list[str]]) -> None:
    """Browsers send line ends of their own."""
    assert not RowsField().has_changed(rows, to_text(rows).replace("\n", "\r\n"))


def test_a_table_pasted_from_a_spreadsheet_is_read() -> None:
    """There the cells are set apart by tabs."""
    assert to_rows("县市\t日期\r\n东河县\t10月15日\r\n") == [["县市", "日期"], ["东河县", "10月15日"]]


def test_an_unknown_escape_names_its_row() -> None:
    """The editor learns where, and how to write it."""
    with pytest.raises(ValidationError, match="第2行"):
        to_rows("甲｜乙\n丙｜\\丁")


def test_an_uneven_row_is_refused_with_its_number_and_kept(world: worlds.World, desk: Client) -> None:
    """Nothing is saved, and the typed table is still in the form."""
    draft = worlds.document(world.gazette, 7, published=False)
    table = draft.blocks.get(kind=BlockKind.TABLE)
    typed = "县市｜日期\n东河县｜10月15日\n西河县"
    answer = desk.post(change_url(draft), {**opened(desk, draft), "blocks-8-rows": typed})
    assert "表格第3行有1格，第1行有2格" in answer.content.decode()
    assert "西河县" in answer.content.decode()
    table.refresh_from_db()
    assert table.rows == [["县市", "开始日期"], ["东河县", "10月15日"]]


def test_an_uneven_table_from_the_paper_does_not_block_other_corrections(
    world: worlds.World, desk: Client
) -> None:
    """Only a table that the editor touches must be even."""
    draft = worlds.document(world.gazette, 7, published=False)
    draft.blocks.filter(kind=BlockKind.TABLE).update(rows=[["甲"], ["乙", "丙"]])
    assert desk.post(change_url(draft), {**opened(desk, draft), "title": "新标题"}).status_code == 302
    assert draft.blocks.get(kind=BlockKind.TABLE).rows == [["甲"], ["乙", "丙"]]


def test_text_belongs_to_text_and_rows_to_tables(world: worlds.World, desk: Client) -> None:
    """A table has no text beside its rows."""
    draft = worlds.document(world.gazette, 7, published=False)
    answer = desk.post(
        change_url(draft), {**opened(desk, draft), "blocks-8-text": "多余", "blocks-0-rows": "甲｜乙"}
    )
    assert "表格的内容写在" in answer.content.decode()
    assert "只有类型为" in answer.content.decode()
