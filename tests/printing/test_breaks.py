"""Where a line of Chinese may end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.breaks import AT_NEED, EVEN, FREELY, NEVER, OPEN, TIGHT, breaks, joints, may_break


def ends(text: str) -> str:
    """The text with | where a line may freely end and ¦ where it may at need."""
    marks = {NEVER: "", AT_NEED: "¦", FREELY: "|"}
    return "".join(f"{marks[how]}{char}" for how, char in zip(breaks(text), text, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "供|暖，|保|暖。",
        "（一）|供|暖",
        "《办|法》|和|“智|慧|支|付”|等",
        "甲”，|乙",
        "各|县|市：|“甲”“乙”".replace("”“", "”|“"),
        "等|等……|又|一——|二",
        "买|买|提·|艾|则|孜",
        "增|长|15.8%，|约¦3,500¦万|元",
        "2018¦年¦1¦月¦15¦日|起",
        "政|办|发|〔2018〕¦22¦号",
        "第¦5¦条|规|定",
        "用|Python |code |写",
        "don’t |stop",
        "见|www.gov.cn/¦zwgk|上",
        "一　|二",
        "有\u200b|零",
    ],
)
def test_lines_end_where_rules_and_habit_allow(text: str) -> None:
    """GB/T 15834 for marks; figures stay with their units, numbers of documents whole, words untorn."""
    assert ends(text.replace("|", "").replace("¦", "")) == text


def test_the_first_character_begins_the_line_already() -> None:
    """There is no end of a line before it."""
    assert breaks("供暖") == bytes([NEVER, FREELY])
    assert breaks("") == b""


@given(st.text(max_size=60))
def test_every_character_has_an_answer(text: str) -> None:
    """Whatever the text, each character is told of once, also where there may be room."""
    assert len(breaks(text)) == len(joints(text)) == len(text)
    assert may_break(text) == (FREELY in breaks(text))


def test_words_and_figures_are_not_spaced_out() -> None:
    """Room comes between characters, more after marks and beside words and figures, none within these and dashes."""
    assert joints("供暖，2018年——a b") == bytes(
        [TIGHT, EVEN, EVEN, OPEN, *[TIGHT] * 3, OPEN, EVEN, TIGHT, OPEN, TIGHT, OPEN]
    )
