"""Tables of Word files as rows: every cell in its column, its text once."""

import io

import docx

from intake.lines import number_lines
from intake.sources.word.read import read_docx
from tests.intake.sources.word_files import item, level, numbering, p, table, tc, text_box, word


def lines(body: str, **parts: str) -> list[str]:
    return read_docx("公报.docx", word(body, **parts)).lines


def test_a_cell_merged_over_columns_and_rows_has_its_text_in_its_first_place() -> None:
    made = docx.Document()
    grid = made.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            grid.cell(row, column).text = f"{row}{column}"
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "横"
    grid.cell(1, 2).merge(grid.cell(2, 2)).text = "竖"
    saved = io.BytesIO()
    made.save(saved)
    assert read_docx("a.docx", saved.getvalue()).lines == ["横\t\t02", "10\t11\t竖", "20\t21\t"]


def test_places_that_a_row_leaves_out_at_its_edges_are_empty_cells() -> None:
    body = (
        f"<w:tbl><w:tr>{tc('甲')}{tc('乙')}{tc('丙')}</w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{tc("丁")}</w:tr></w:tbl>'
    )
    assert lines(body) == ["甲\t乙\t丙", "\t\t丁"]


def test_a_row_is_one_line_whatever_breaks_its_cells_have() -> None:
    broken = p("<w:r><w:t>国民</w:t><w:br/><w:t>经济</w:t></w:r>")
    assert lines(table(tc(broken) + tc("第一段", "第二段"))) == ["国民经济\t第一段 第二段"]


def test_a_row_with_one_of_two_cells_filled_is_still_a_row_for_the_readers() -> None:
    found = lines(table(tc("甲") + tc(""), tc("") + tc("乙"), tc("丙") + tc("丁")))
    assert [line.cells for line in number_lines(found)] == [("甲", ""), ("", "乙"), ("丙", "丁")]


def test_the_text_of_a_table_in_a_cell_stays_in_the_cell() -> None:
    inner = table(tc("子") + tc("丑"))
    assert lines(table(tc("甲", inner, "") + tc("乙"), tc("丙") + tc("丁"))) == ["甲 子 丑\t乙", "丙\t丁"]


def test_a_frame_round_a_text_is_no_table() -> None:
    assert lines(table(tc("第一段。", "第二段。"))) == ["第一段。", "第二段。"]


def test_columns_of_text_side_by_side_are_read_one_after_the_other() -> None:
    made = table(tc("左一。", "左二。", "左三。") + tc("右一。"))
    assert lines(made) == ["左一。", "左二。", "左三。", "右一。"]


def test_rows_deleted_while_changes_were_tracked_are_not_read() -> None:
    body = (
        f"<w:tbl><w:tr>{tc('甲')}{tc('乙')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{tc('删')}{tc('去')}</w:tr></w:tbl>"
    )
    assert lines(body) == ["甲\t乙"]


def test_numbers_that_word_makes_stand_in_cells_too() -> None:
    listed = numbering(level(0, "decimal", "%1"))
    assert lines(table(tc(item("")) + tc("甲"), tc(item("")) + tc("乙")), numbering=listed) == [
        "1\t甲",
        "2\t乙",
    ]


def test_a_note_named_in_a_table_stands_behind_the_table_and_a_text_box_in_its_cell() -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    made = table(tc(p("甲", note)) + tc(p("乙", text_box("丙"))), tc("1") + tc("2")) + p("下文。")
    found = lines(made, footnotes=f'<w:footnote w:id="1">{p("初步数。")}</w:footnote>')
    assert found == ["甲（注1）\t乙 丙", "1\t2", "注1：初步数。", "下文。"]


def test_a_span_that_no_page_could_hold_is_not_believed() -> None:
    made = table(tc("甲", props='<w:gridSpan w:val="99999999"/>') + tc("乙"), tc("丙") + tc("丁"))
    [first, second] = lines(made)
    assert first.startswith("甲\t")
    assert len(first) < 1000
    assert second.startswith("丙\t丁")
