"""Tables that are set with tabs, with pipes, or with blanks alone."""

import pytest

from intake.lines import number_lines
from tests.intake.texts import reading_of

ROWS = [["指标", "单位", "本月"], ["粮食", "吨", "1,200"], ["棉花", "吨", "35.6"], ["牲畜", "头", "800"]]


def _cells(rows: list[str]) -> list[tuple[str, ...] | None]:
    return [line.cells for line in number_lines(rows)]


@pytest.mark.parametrize("gap", ["  ", "      ", "\u3000", "\u3000\u3000", " \u3000 ", "\xa0\xa0", "\t"])
def test_rows_set_with_blanks_are_a_table(gap: str) -> None:
    assert _cells([gap.join(row) for row in ROWS]) == [tuple(row) for row in ROWS]


def test_rows_set_with_pipes_are_a_table() -> None:
    assert _cells([f"| {' | '.join(row)} |" for row in ROWS]) == [tuple(row) for row in ROWS]


def test_a_blank_cell_between_tabs_or_pipes_stays() -> None:
    assert _cells(["甲\t\t3", "| 甲 | | 3 |"]) == [("甲", "", "3"), ("甲", "", "3")]


@pytest.mark.parametrize(
    "rows",
    [
        ["粮食   吨   1200", "棉花   吨   35"],
        ["王明   李强   赵梅", "钱多   孙立   周山", "吴江   郑河   冯海"],
        ["粮食   1200", "棉花   35", "牲畜   800"],
        ["粮食   吨   1200", "棉花   35", "牲畜   头   800"],
        ["粮食   吨   1200", "", "棉花   吨   35", "", "牲畜   头   800"],
        ["粮食 吨 1200", "棉花 吨 35", "牲畜 头 800"],
    ],
    ids=["two rows", "no figures", "two columns", "other widths", "blank lines between", "single blanks"],
)
def test_what_is_no_table(rows: list[str]) -> None:
    assert set(_cells(rows)) == {None}


def test_one_stray_tab_makes_no_row_of_a_sentence() -> None:
    assert _cells(["请认真贯彻执行。\t"]) == [None]


def test_a_cell_left_blank_in_a_row_stays_empty() -> None:
    rows = [
        "指标      单位    本月    累计",
        "粮食      吨      1200    2400",
        "棉花      吨              35",
        "牲畜      头      800     900",
    ]
    assert _cells(rows)[2] == ("棉花", "吨", "", "35")


def test_a_name_keeps_its_single_blank() -> None:
    rows = ["姓名    任务    面积", "王 明    春耕    35", "李 强    春耕    40", "赵 梅    春耕    28"]
    assert [cells and cells[0] for cells in _cells(rows)] == ["姓名", "王 明", "李 强", "赵 梅"]


def test_a_table_set_with_blanks_is_a_block_of_a_document() -> None:
    table = "\n".join("    ".join(row) for row in ROWS)
    text = f"关于春耕的通知\n\n云政发〔2021〕1号\n\n各县市：\n\n任务分配如下。\n\n{table}\n\n云岭市人民政府\n2021年4月8日\n"
    [document] = reading_of(text).documents
    [block] = [block for block in document.body if block.type == "table"]
    assert block.rows == ROWS
