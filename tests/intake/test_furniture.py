"""Page numbers, running heads and marks of word processors: printed, but no part of any text."""

import pytest

from intake.lines import clean, is_rule, number_lines
from intake.reading import numbers_of
from tests.intake.texts import ISSUE, reading_of

PAGE_NUMBERS = [
    "— 3 —",
    "-3-",
    "－12－",
    "· 10 ·",
    "•10•",
    "第 3 页",
    "第3页 共12页",
    "第3页共12页",
    "2021年第6期 · 4 ·",
]
NO_FURNITURE = ["3", "第3号", "— 总则 —", "3.", "2021年第3期", "第3页的附注", "-3.5%", "1—12月"]


@pytest.mark.parametrize("text", PAGE_NUMBERS)
def test_page_numbers_are_furniture(text: str) -> None:
    [line] = number_lines([text])
    assert line.blank
    assert line.furniture == clean(text)


@pytest.mark.parametrize("text", NO_FURNITURE)
def test_other_short_lines_are_text(text: str) -> None:
    [line] = number_lines([text])
    assert line.text == text
    assert not line.furniture


@pytest.mark.parametrize(
    "text", ["云岭市人民政府公报 2021年第3期", "云岭政报 2021·3", "YUNLING GAZETTE 2021.3"]
)
def test_a_running_head_is_furniture_behind_the_first_pages(text: str) -> None:
    lines = number_lines([text, *["风调雨顺，五谷丰登。"] * 80, text])
    assert lines[0].text == clean(text)
    assert not lines[0].furniture
    assert lines[-1].furniture == clean(text)


@pytest.mark.parametrize("printed", PAGE_NUMBERS[:6])
def test_a_paragraph_goes_on_over_a_page(printed: str) -> None:
    parted = ISSUE.replace(
        "，现印发你们，请认真贯彻\n执行。", f"，现印发你们，请认真贯彻\n\n{printed}\n\n执行。"
    )
    before, after = reading_of(ISSUE), reading_of(parted)
    assert parted != ISSUE
    assert [[b.text for b in d.body] for d in after.documents] == [
        [b.text for b in d.body] for d in before.documents
    ]


def test_furniture_belongs_to_the_issue_and_to_no_document() -> None:
    reading = reading_of(ISSUE.replace("第一章 总则", "— 3 —\n\n第一章 总则"))
    assert reading.issue is not None
    [block] = reading.issue.body
    place = block.lines[0][0]
    assert (block.type, block.text) == ("furniture", "— 3 —")
    assert all(place not in numbers_of(d.lines) for d in reading.documents)
    assert all(place not in numbers_of(b.lines) for d in reading.documents for b in d.body)
    assert reading.unplaced == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("**云岭**市", "云岭市"),
        ("<b>云岭</b>", "云岭"),
        ("\ufeff云\u200b岭", "云岭"),
        ("云岭\u3000\u3000市", "云岭 市"),
        ("云岭\u2003\u2003市", "云岭 市"),
        ("2018 年 3 月", "2018年3月"),
        ("A \t  B", "A B"),
    ],
)
def test_marks_of_word_processors_are_no_wording(raw: str, text: str) -> None:
    assert clean(raw) == text


@pytest.mark.parametrize("text", ["-----", "***", "* * *", "———", "| --- | --- |", "====="])
def test_ornaments_are_rules(text: str) -> None:
    assert is_rule(number_lines([text])[0])


@pytest.mark.parametrize("text", ["", "—甲—", "1-2"])
def test_text_and_blank_lines_are_no_rules(text: str) -> None:
    assert not is_rule(number_lines([text])[0])
