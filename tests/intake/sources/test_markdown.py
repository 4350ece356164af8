"""What OCR programs write: marks go, the wording and the numbers of the lines stay."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.lines import is_rule, number_lines
from intake.read import read
from intake.sources.markdown import ORNAMENT, normalise
from intake.sources.open import read_source


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (r"伊河政发\[2018\]1号", "伊河政发[2018]1号"),
        (r"1\. 第一项\_注", "1. 第一项_注"),
        (r"\#农业", "＃农业"),
        ("A&amp;B&nbsp;C&lt;甲&gt;", "A&B\xa0C<甲>"),
        ("甲&#10;乙&#9;丙", "甲 乙 丙"),
        ('<div align="center">关于公文的<b>通知</b></div>', "关于公文的通知 "),
        ("<u>某某</u>州<sup>①</sup>", "某某州①"),
        ("<伊犁州管理办法>", "<伊犁州管理办法>"),
        ("见[国务院](http://www.gov.cn/a)", "见国务院"),
        ("[2018]2号(附)", "[2018]2号(附)"),
        ("![](images/a.jpg)甲", "甲"),
        ("![某州地图](images/a.jpg)", "某州地图"),
        ("> 引文", "引文"),
        (r"$\textcircled{1}$ 甲", "① 甲"),
        (r"\textcircled{12}乙", "⑫乙"),
        (r"面积$100\mathrm{m}^{2}$，占$5\%$，$20^{\circ}\mathrm{C}$", "面积100m²，占5%，20°C"),
        (r"$\blacktriangle$任命 $\geq 5$ $3\sim 5$ $\square$", "▲任命 ≥5 3～5 □"),
        (r"$5 \text{万元}$", "5 万元"),
        ("价格为$100至$200", "价格为$100至$200"),
        ("甲<!-- 第3页 -->", "甲"),
    ],
)
def test_a_line_is_what_was_printed(line: str, printed: str) -> None:
    assert normalise(line).text == printed


@pytest.mark.parametrize("line", ["![](images/a.jpg)", "```", "<center>", "<!-- page -->", "&nbsp;"])
def test_a_line_that_is_all_mark_becomes_an_ornament_and_is_still_accounted_for(line: str) -> None:
    normal = normalise(f"甲\n{line}\n乙")
    middle = number_lines(normal.text.split("\n"))[1]
    assert normal.text.split("\n")[1] == ORNAMENT
    assert is_rule(middle)
    assert not middle.blank


def test_a_table_in_html_becomes_rows_each_on_the_line_where_it_ends() -> None:
    text = "<table>\n<tr><td>项目</td><td>数</td></tr>\n<tr>\n<td>甲</td>\n<td>5</td>\n</tr>\n</table>\n下文"
    normal = normalise(text)
    assert normal.text.split("\n") == [
        ORNAMENT, "项目\t数", ORNAMENT, ORNAMENT, ORNAMENT, "甲\t5", ORNAMENT, "下文",
    ]  # fmt: skip
    assert normal.origin == ()


def test_a_table_in_one_line_becomes_rows_that_know_their_line() -> None:
    rows = '<tr><td rowspan="2">项目</td><td colspan="2">金额</td></tr><tr><td>甲</td><td>乙<br>丙</td></tr>'
    normal = normalise(f"前文\n<html><body><table>{rows}</table></body></html>后文\n末行")
    assert normal.text.split("\n") == ["前文", "项目\t金额\t", "\t甲\t乙 丙", "后文", "末行"]
    assert normal.origin == (1, 2, 2, 2, 3)


def test_what_a_table_holds_outside_of_its_cells_is_kept() -> None:
    table = "<table><caption>表一</caption><tr><td>甲<td>1<tr><td>乙<td>2</tr>注：初步数</table>"
    assert normalise(table).text.split("\n") == ["表一", "甲\t1", "乙\t2", "注：初步数"]


@pytest.mark.parametrize("line", ["<table><td>", "--|--", "![](", "<table>", "$\\(", "[](", "<!--", "<td>|"])
def test_a_text_made_of_marks_takes_no_longer_than_any_other(line: str) -> None:
    began = time.monotonic()
    normalise((line + "\n") * 60_000)
    normalise(line * 60_000)
    assert time.monotonic() - began < 10


def test_a_table_that_never_ends_stays_as_it_is() -> None:
    assert normalise("<table><tr><td>甲").text == "<table><tr><td>甲"


def test_rows_of_pipes_without_the_outer_ones_are_rows() -> None:
    lines = normalise("名称 | 数\n--- | ---\n甲 | 5\n下文").text.split("\n")
    assert [line.cells for line in number_lines(lines)][::2] == [("名称", "数"), ("甲", "5")]
    assert lines[3] == "下文"


def test_a_pipe_that_belongs_to_a_cell_parts_no_cells() -> None:
    [line] = number_lines([normalise(r"| 甲\|乙 | 5 |").text])
    assert line.cells == ("甲｜乙", "5")


def test_text_without_marks_is_the_same_text() -> None:
    text = "# 公报\n\n**甲**\t乙\n- 丙\n---\n"
    assert normalise(text) == normalise(text)
    assert normalise(text).text == text


def test_a_name_that_says_markdown_is_the_format() -> None:
    text = read_source("a.md", "# 公报\n\n![](a.jpg)\n\n正文。".encode())
    assert (text.format, len(text.lines)) == ("md", 5)


MARKS = st.sampled_from(
    [
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>甲",
        "</td>",
        "|",
        "---|---",
        "\n",
        "![](a)",
        r"\[",
        "$",
        r"\(",
        "&#10;",
        "```",
        "乙。",
    ]
)


@given(st.lists(MARKS, max_size=40).map("".join))
def test_whatever_the_marks_every_line_of_the_file_is_in_the_text_in_its_order(text: str) -> None:
    normal = normalise(text)
    origin = normal.origin or tuple(range(1, len(normal.text.split("\n")) + 1))
    assert len(origin) == len(normal.text.split("\n"))
    assert list(origin) == sorted(origin)
    assert set(origin) == set(range(1, len(text.split("\n")) + 1))
    assert {char: normal.text.count(char) for char in "甲乙"} == {char: text.count(char) for char in "甲乙"}


@given(st.lists(MARKS, max_size=30).map("".join))
def test_no_line_with_text_is_left_out_of_the_account(text: str) -> None:
    if not text.strip():
        return
    reading = read(read_source("a.md", text.encode()))
    told = {n for first, last in reading.unplaced for n in range(first, last + 1)}
    for item in reading.documents:
        told |= {n for first, last in item.lines for n in range(first, last + 1)}
    source = read_source("a.md", text.encode())
    full = {n for n, line in enumerate(source.lines, 1) if line.strip(" \t|")}
    assert full <= told
