"""Numbers that Word makes stand in the text, as they are printed."""

import io

import docx
import pytest

from intake.sources.word.counting import counted
from intake.sources.word.read import read_docx
from tests.intake.sources.word_files import item, level, numbering, p, word


def lines(body: str, **parts: str) -> list[str]:
    return read_docx("公报.docx", word(body, **parts)).lines


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {3: "03"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 32: "三十二"}),
        ("chineseCountingThousand", {10: "十", 101: "一百零一", 110: "一百一十", 1002: "一千零二", 10010: "一万零一十"}),
        ("japaneseCounting", {2: "二", 15: "十五"}),
        ("chineseLegalSimplified", {3: "叁", 20: "贰拾"}),
        ("ideographTraditional", {1: "甲", 10: "癸"}),
        ("ideographZodiac", {1: "子"}),
        ("ideographDigital", {20: "二〇"}),
        ("upperLetter", {1: "A", 27: "AA"}),
        ("lowerLetter", {2: "b"}),
        ("upperRoman", {4: "IV", 9: "IX"}),
        ("lowerRoman", {14: "xiv"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalFullWidth", {10: "１０"}),
        ("none", {1: ""}),
        ("aFormatOfTheFuture", {7: "7"}),
    ],
)  # fmt: skip
def test_every_format_counts_as_word_prints_it(style: str, printed: dict[int, str]) -> None:
    assert {number: counted(number, style) for number in printed} == printed


def test_levels_count_each_for_itself_and_begin_anew_under_the_next_higher_number() -> None:
    listed = numbering(
        level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
    )
    body = item("甲") + item("子", 1) + item("丑", 1) + item("一层", 2) + item("乙") + item("寅", 1)
    assert lines(body, numbering=listed) == ["一、甲", "（一）子", "（二）丑", "1.一层", "二、乙", "（一）寅"]


def test_articles_go_on_through_the_chapters_where_the_list_says_so() -> None:
    never = '<w:lvlRestart w:val="0"/>'
    listed = numbering(level(0, "chineseCounting", "第%1章"), level(1, "chineseCounting", "第%2条", never))
    body = item("总则") + item("为了规范", 1) + item("附则") + item("本办法", 1)
    assert lines(body, numbering=listed) == ["第一章 总则", "第一条 为了规范", "第二章 附则", "第二条 本办法"]


def test_a_number_may_hold_those_of_the_levels_above_it_in_figures() -> None:
    legal = "<w:isLgl/>"
    listed = numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", legal))
    assert lines(item("甲") + item("乙", 1), numbering=listed) == ["一、甲", "1.1 乙"]


def test_a_second_list_of_one_description_goes_on_unless_it_says_where_to_begin() -> None:
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for n, override in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        )
    )
    listed = numbering(level(0, "decimal", "%1."), lists=lists)
    body = item("甲", list_id=1) + item("乙", list_id=2) + item("丙", list_id=3) + item("丁", list_id=3)
    assert lines(body, numbering=listed) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_may_refuse() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="条"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    listed = numbering(
        level(0, "decimal", "%1"), level(1, "chineseCounting", "第%2条", '<w:pStyle w:val="t"/>')
    )
    refused = p("不编号", props='<w:pStyle w:val="t"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = p("为了", props='<w:pStyle w:val="t"/>') + refused + p("适用", props='<w:pStyle w:val="t"/>')
    assert lines(body, numbering=listed, styles=styles) == ["第一条 为了", "不编号", "第二条 适用"]


def test_the_gap_behind_a_number_is_the_one_that_is_printed() -> None:
    nothing = '<w:suff w:val="nothing"/>'
    assert lines(item("甲"), numbering=numbering(level(0, "decimal", "%1", nothing))) == ["1甲"]
    assert lines(item("甲"), numbering=numbering(level(0, "decimal", "%1"))) == ["1 甲"]


def test_bullets_that_mean_something_are_kept_and_ornaments_are_not() -> None:
    assert lines(item("任命"), numbering=numbering(level(0, "bullet", "▲"))) == ["▲任命"]
    assert lines(item("任命"), numbering=numbering(level(0, "bullet", "\uf0b7"))) == ["任命"]


def test_a_list_that_stands_in_makes_its_paragraphs_stand_in() -> None:
    indent = '<w:pPr><w:ind w:firstLine="640"/></w:pPr>'
    assert lines(item("甲"), numbering=numbering(level(0, "decimal", "%1.", indent))) == ["　　1.甲"]


def test_a_list_that_the_file_does_not_describe_has_no_numbers() -> None:
    assert lines(item("甲", list_id=9)) == ["甲"]
    assert lines(item("甲", level=12), numbering=numbering(level(0, "decimal", "%1."))) == ["甲"]


def test_lists_of_a_real_file_are_numbered() -> None:
    made = docx.Document()
    for text in ("甲", "乙"):
        made.add_paragraph(text, style="List Number")
    saved = io.BytesIO()
    made.save(saved)
    assert read_docx("a.docx", saved.getvalue()).lines == ["1.甲", "2.乙"]
