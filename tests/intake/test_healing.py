"""Paragraphs that columns broke or tore: what is put together again, and what is not."""

import pytest

from intake.lines import number_lines
from intake.readers.healing import heal
from intake.readers.paragraphs import Paragraph, paragraphs


def _parts(*texts: str, blank: bool = True) -> list[Paragraph]:
    gap = [""] if blank else []
    return paragraphs(number_lines([line for text in texts for line in (text, *gap)]), [])


def _healed(*texts: str) -> list[str]:
    return [part.text for part in heal(_parts(*texts))]


BEGUN = "《云岭市用水管理办法》已经市人民政府同意，现印发给你们，请"
END = "认真贯彻执行。"
KNOWN = "各县市要高度重视，请认真组织学习。"


def test_a_paragraph_goes_on_in_the_next_line_where_its_sentence_has_not_ended() -> None:
    texts = ["各县市要把保护湿地摆在重要位置，切实加强领", "导，落实责任，务求实效。"]
    assert [p.text for p in _parts(*texts, blank=False)] == ["".join(texts)]


@pytest.mark.parametrize(
    "lines",
    [
        ["（四）负责提醒有关单位定期召开会议研究解", "决存在的问题，做好会议记录。"],
        ["二、征集对象：年满十八周岁至二十周岁的男性青", "年应当参加体检。"],
        ["责任单位：市发展和改革委员会、市教育局、市财政", "局、市审计局"],
        ["加强统计工作，做好数据的报送。（牵头单位：", "市统计局、市财政局）"],
        ["第三条 用水单位应当按照规定的时间和要求向主管部", "门报送用水计划。"],
    ],
)
def test_a_line_as_wide_as_its_column_goes_on(lines: list[str]) -> None:
    assert [p.text for p in _parts(*lines, blank=False)] == ["".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["（一）指导思想", "坚持节水优先、空间均衡、系统治理、两手发力。"],
        [
            "一、加强组织领导，落实工作责任，形成合力",
            "各县市要成立领导小组，主要领导亲自抓，分管领导具体抓。",
        ],
        ["责任单位：市财政局", "配合单位：市审计局"],
        ["领导小组办公室设在市财政局。", "联系电话另行通知。"],
        ["云岭市人民政府", "2021年4月8日"],
        ["请各县市认真贯彻", "云岭市用水管理办法"],
    ],
)
def test_headings_keyed_lines_and_signatures_stay_apart(lines: list[str]) -> None:
    assert [p.text for p in _parts(*lines, blank=False)] == lines


def test_a_torn_end_near_by_is_joined_to_its_beginning() -> None:
    assert _healed(BEGUN, "一、总则", END, KNOWN) == [BEGUN + END, "一、总则", KNOWN]


def test_an_end_that_stands_before_its_beginning_is_found_too() -> None:
    assert _healed(END, BEGUN, "一、总则", KNOWN) == [BEGUN + END, "一、总则", KNOWN]


def test_a_healed_paragraph_names_both_its_places() -> None:
    whole = next(part for part in heal(_parts(BEGUN, "一、总则", END, KNOWN)) if part.torn)
    assert whole.ranges == [[1, 1], [5, 5]]


def test_words_printed_twice_at_the_seam_are_taken_once() -> None:
    begun = "为保护水资源，市人民政府决定，在全市范围内开展节水行动，各县市"
    end = "开展节水行动，各县市要加强领导，抓好落实。"
    assert _healed(begun, "一、总则", end) == [
        "为保护水资源，市人民政府决定，在全市范围内开展节水行动，各县市要加强领导，抓好落实。",
        "一、总则",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        [BEGUN, "一、总则", END, "二、细则", "认真组织实施。"],
        ["为保护水资源，各县市要加强用水", "一、总则", "牛羊满山坡，瓜果飘香。"],
        [BEGUN, *["各县市要加强领导。"] * 5, END],
        ["为保护水资源，根据（国家", "一、总则", "有关规定，制定本办法。"],
    ],
    ids=["two candidates", "no evidence", "out of reach", "an open bracket not closed"],
)
def test_what_fits_in_more_ways_than_one_or_in_none_is_left_as_it_is(texts: list[str]) -> None:
    assert _healed(*texts) == [part.text for part in _parts(*texts)]


def test_whole_paragraphs_are_never_touched() -> None:
    texts = ["一、总则", "各县市要加强领导。", "请认真贯彻执行。"]
    assert _healed(*texts) == texts


def test_a_table_parts_the_pieces() -> None:
    lines = [BEGUN, "", "县市\t面积\t时间", "东河\t3\t四月", "", END]
    parts = paragraphs(number_lines(lines), [])
    assert [p.text for p in heal(parts)] == [BEGUN, "", END]


def test_narrow_columns_without_blank_lines_are_no_paragraph_a_line() -> None:
    sentence = "各县市要把保护湿地摆在重要位置切实加强领导落实责任务求实效并按照要求定期报送进展情况。"
    lines = [piece for _ in range(12) for piece in (sentence[:20], sentence[20:40], sentence[40:])]
    parts = paragraphs(number_lines(lines), [])
    assert [part.text for part in parts] == [sentence] * 12
