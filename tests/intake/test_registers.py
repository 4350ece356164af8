"""Registers of documents received and sent, number first or title first, in lines and in tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.lines import number_lines
from intake.readers.registers import direction_of, read_register
from intake.readers.segments import Segment
from intake.reading import RegisterEntry

SPRING, FIRE = ("伊河政发〔2021〕1号", "关于春耕的通知"), ("伊河政办发〔2021〕12号", "关于防火的意见")


def entries(text: str, heading: str = "发文目录") -> list[RegisterEntry]:
    lines = number_lines([heading, *text.split("\n")])
    return read_register(lines, Segment(0, 1, heading, None, "register", None, len(lines)))


@pytest.mark.parametrize(
    "text",
    [
        "伊河政发〔2021〕1号 关于春耕的通知\n伊河政办发〔2021〕12号 关于防火的意见",
        "▲伊河政发〔2021〕1号 关于春耕的通知\n△伊河政办发〔2021〕12号 关于防火的意见",
        "1. 伊河政发[2021]1号　关于春耕的通知\n\n2. 伊河政办发[2021]12号　关于防火的\n\n意见",
        "1、伊河政发（2021）第1号：关于春耕的通知\n2、伊河政办发（2021）第12号：关于防火的意见",
        "关于春耕的通知 伊河政发〔2021〕1号\n关于防火的意见 伊河政办发〔2021〕12号",
        "关于春耕的通知（伊河政发〔2021〕1号）\n关于防火的意见（伊河政办发〔2021〕12号）",
        "关于春耕的\n通知（伊河政发〔2021〕1号）\n关于防火的意见\n伊河政办发〔2021〕12号",
        "伊河政发〔2021〕1号\n关于春耕的通知\n伊河政办发〔2021〕12号\n关于防火的意见",
        "序号\t文号\t标题\t日期\n1\t伊河政发〔2021〕1号\t关于春耕的通知\t3月1日\n2\t伊河政办发〔2021〕12号\t关于防火的意见\t3月9日",
        "| 标题 | 日期 | 文号 |\n|---|---|---|\n| 关于春耕的通知 | 2021-03-01 | 伊河政发〔2021〕1号 |\n| 关于防火的意见 | 2021-03-09 | 伊河政办发〔2021〕12号 |",
        "┌序号┬文  号┬标  题┬日期┐\n1  伊河政发〔2021〕1号  关于春耕的通知  3月1日\n2  伊河政办发〔2021〕12号  关于防火的意见  3月9日",
        "市政府文件\n伊河政发〔2021〕1号 关于春耕的通知\n\n市政府办公室文件\n伊河政办发〔2021〕12号 关于防火的意见",
    ],
)  # fmt: skip
def test_the_same_two_in_many_layouts(text: str) -> None:
    assert [(e.direction, e.doc_number, e.title) for e in entries(text)] == [
        ("outgoing", *SPRING),
        ("outgoing", *FIRE),
    ]


@pytest.mark.parametrize(
    ("sub", "direction"),
    [
        ("（一）省政府、省政府办公厅来文", "incoming"),
        ("上级来文", "incoming"),
        ("二、收文", "incoming"),
        ("国务院文件", "incoming"),
        ("（二）市政府、市政府办公室发文", "outgoing"),
        ("本级发文：", "outgoing"),
    ],
)
def test_a_heading_inside_turns_the_direction(sub: str, direction: str) -> None:
    read = entries(f"\n{sub}\n伊河政发〔2021〕1号 关于春耕的通知", "收发文目录")
    assert [(e.direction, e.title) for e in read] == [(direction, "关于春耕的通知")]


def test_two_registers_in_one_item_keep_their_directions() -> None:
    text = "来文目录\n国发〔2021〕1号 国务院关于春耕的通知\n发文目录\n伊河政发〔2021〕1号 关于春耕的通知"
    assert [e.direction for e in entries(text, "收发文目录")] == ["incoming", "outgoing"]


def test_a_number_inside_a_title_is_not_the_documents_own() -> None:
    read = entries("伊河政发〔2021〕1号 关于废止伊河政发〔2009〕3号文件的通知")
    assert [(e.doc_number, e.title) for e in read] == [(SPRING[0], "关于废止伊河政发〔2009〕3号文件的通知")]


def test_where_no_heading_says_which_way_nothing_is_guessed() -> None:
    assert direction_of("收发文目录") is None
    assert entries("伊河政发〔2021〕1号 关于春耕的通知", "收发文目录") == []


PIECES = st.sampled_from(
    [
        "伊河政发〔2021〕1号",
        "关于春耕的通知",
        "来文",
        "发文",
        "\n",
        "\n\n",
        "\t",
        "|",
        "1. ",
        "（",
        "）",
        "3月1日",
        "市政府文件",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join))
def test_any_register_is_read_and_no_line_is_in_two_entries(text: str) -> None:
    taken = [n for entry in entries(text) for first, last in entry.lines for n in range(first, last + 1)]
    assert len(taken) == len(set(taken))
    assert all(entry.direction in {"incoming", "outgoing"} for entry in entries(text))
