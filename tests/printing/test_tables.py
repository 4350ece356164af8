"""Tables of documents: where they stand, how large, which cells are heads, and what becomes of too wide ones."""

import pytest

from printing.tables import Sheet, sheets

HEAD = ["县市", "牲畜（头）", "增减%"]
BODY = [["东河县", "12,500", "-1.5"], ["西河县", "980", "2.0"]]


def only(rows: list[list[str]], merged: list[list[int]] | None = None) -> Sheet:
    (sheet,) = sheets(rows, merged or [])
    return sheet


def wide(columns: int, cell: str = "12345.67") -> list[list[str]]:
    head = ["县市", *(f"第{n}项" for n in range(1, columns))]
    return [head, ["东河县", *[cell] * (columns - 1)], ["西河县", *[cell] * (columns - 1)]]


@pytest.mark.parametrize(
    ("rows", "area", "size"),
    [
        (wide(2), "columns", 1),
        (wide(4), "wide", 1),
        (wide(9), "wide", 2),
        (wide(10), "wide", 3),
        (wide(11), "landscape", 1),
        (wide(15), "landscape", 3),
        (wide(18), "landscape", 4),
        ([["任务", "要求"], ["供暖", "规范网上服务事项并推进政务服务平台的建设和应用"]], "wide", 1),
    ],
)
def test_a_table_stands_where_it_fits_in_the_largest_size(
    rows: list[list[str]], area: str, size: int
) -> None:
    """In the column, over both, on its side; smaller only when it has to be."""
    sheet = only(rows)
    assert (sheet.area, sheet.size) == (area, size)


def test_a_table_that_no_page_holds_is_set_in_pieces() -> None:
    """Each piece names the rows in its first column, and together they have every column once."""
    rows = wide(40)
    pieces = sheets(rows)
    assert len(pieces) > 1
    assert {piece.area for piece in pieces} == {"landscape"}
    assert all([row.cells[0].text for row in piece.body] == ["东河县", "西河县"] for piece in pieces)
    heads = [cell.text for piece in pieces for cell in piece.head[0].cells[1:]]
    assert heads == rows[0][1:]


def test_the_first_row_heads_the_columns_and_names_head_the_rows() -> None:
    """As header cells with their scope, by which a screen reader finds its way."""
    sheet = only([HEAD, *BODY])
    assert [(cell.tag, cell.scope) for cell in sheet.head[0].cells] == [("th", "col")] * 3
    assert [(cell.tag, cell.scope) for cell in sheet.body[0].cells] == [("th", "row"), ("td", ""), ("td", "")]


def test_numbers_of_rows_name_nothing() -> None:
    """序号 is no header of its row, and its numbers are no amounts."""
    sheet = only([["序号", "任务"], ["1", "按时供暖"], ["2", "保证室温"]])
    assert [(cell.tag, cell.manner) for cell in sheet.body[0].cells] == [("td", "short"), ("td", "short")]


def test_amounts_stand_under_each_other() -> None:
    """A column of figures ends at one edge, also where a figure is missing; a column of words does not."""
    sheet = only([HEAD, *BODY, ["南河县", "—", ""]])
    manners = [[cell.manner for cell in row.cells[1:]] for row in sheet.body]
    assert manners == [["figure", "figure"]] * 3
    assert only([["县市", "日期"], ["东河县", "10月15日"]]).body[0].cells[1].manner == ""


def test_merged_cells_are_set_once() -> None:
    """With the rows and columns that they take; a head that is merged downwards has two rows."""
    rows = [["县市", "面积", "", "人口"], ["", "耕地", "林地", ""], ["东河县", "12.5", "3.1", "10"]]
    sheet = only(rows, [[0, 0, 2, 1], [0, 1, 1, 2], [0, 3, 2, 1]])
    head = [[(cell.text, cell.rowspan, cell.colspan) for cell in row.cells] for row in sheet.head]
    assert head == [[("县市", 2, 1), ("面积", 1, 2), ("人口", 2, 1)], [("耕地", 1, 1), ("林地", 1, 1)]]
    assert sheet.head[0].cells[1].scope == "colgroup"
    assert [cell.manner for cell in sheet.body[0].cells] == ["short", "figure", "figure", "figure"]


def test_merged_cells_are_divided_with_their_table() -> None:
    """A head over all columns of a table in pieces heads each piece, as wide as that is."""
    rows = wide(40)
    pieces = sheets([["县市", "指标", *[""] * 38], *rows], [[0, 0, 2, 1], [0, 1, 1, 39]])
    assert len(pieces) > 1
    for piece in pieces:
        assert [cell.colspan for cell in piece.head[0].cells] == [1, len(piece.body[0].cells) - 1]


def test_what_cannot_be_broken_is_broken_anywhere() -> None:
    """An address of 200 letters may not push the table off the page; a word keeps whole."""
    sheet = only([["网址", "说明"], ["x" * 200, "Windows"], ["y", "二"]])
    assert [cell.manner for cell in sheet.body[0].cells] == ["endless", ""]


def test_a_row_with_a_long_text_may_go_on_over_the_page() -> None:
    """Others are kept whole. Widths are given then, for finding them by such a cell takes minutes."""
    sheet = only([["序号", "任务", "时限"], ["1", "检修供暖设施。" * 700, "10月"], ["2", "检修", "10月"]])
    assert [row.is_torn for row in sheet.body] == [True, False]
    assert sum(sheet.shares) == pytest.approx(100, abs=0.1)
    assert sheet.shares[1] > 60
    assert only([HEAD, *BODY]).shares == []


@pytest.mark.parametrize("rows", [[], [[]], [[], []]])
def test_an_empty_table_is_nothing(rows: list[list[str]]) -> None:
    assert sheets(rows) == []


def test_a_single_row_is_no_head() -> None:
    sheet = only([["东河县", "西河县"]])
    assert sheet.head == []
    assert [cell.text for cell in sheet.body[0].cells] == ["东河县", "西河县"]
