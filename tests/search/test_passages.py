"""What is shown of a text that was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.folding import fold
from search.passages import marked, passages
from tests.search.texts import printed

LONG = "一" * 300


def test_terms_are_marked_as_they_are_printed() -> None:
    assert (
        marked("州长阿依•努尔、阿依·努尔", ["阿依努尔"])
        == "州长<mark>阿依•努尔</mark>、<mark>阿依·努尔</mark>"
    )


def test_marks_that_meet_are_one() -> None:
    assert marked("政务公开", ["政务", "公开"]) == "<mark>政务公开</mark>"


def test_text_is_text() -> None:
    assert marked("<b>供暖</b>&", ["供暖"]) == "&lt;b&gt;<mark>供暖</mark>&lt;/b&gt;&amp;"


def test_a_paragraph_is_shown_round_the_term() -> None:
    shown = passages(f"{LONG}供暖{LONG}", ["供暖"])
    assert shown.startswith("<span>…一")
    assert shown.endswith("一…</span>")
    assert "<mark>供暖</mark>" in shown
    assert len(shown) < 200


def test_cells_are_shown_among_their_neighbours() -> None:
    assert passages("县市\n开始日期\n东河县\n10月15日", ["东河"]) == (
        "<span>县市\u3000开始日期\u3000<mark>东河</mark>县\u300010月15日</span>"
    )


def test_terms_that_stand_near_are_shown_together() -> None:
    assert passages(f"{LONG}供暖的时候，要检查{LONG}", ["检查", "供暖"]).count("<span>") == 1


def test_terms_that_stand_apart_are_shown_apart() -> None:
    shown = passages(f"供暖{LONG}\n{LONG}检查", ["供暖", "检查"])
    assert shown.count("<span>") == 2
    assert shown.count("<mark>") == 2


def test_where_only_the_title_has_the_words_the_text_is_shown_from_its_beginning() -> None:
    assert passages("各县市：\n要供暖", ["湿地"]) == "<span>各县市：</span>"


@given(st.lists(printed, min_size=1, max_size=6), st.data())
def test_every_term_of_a_text_is_marked(parts: list[str], data: st.DataObject) -> None:
    """However terms, marks that are left out and ends of paragraphs fall."""
    lines = [" ".join(part.split()) for part in parts]
    folded = data.draw(st.sampled_from([fold(line) for line in lines]))
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    term = folded[start : start + data.draw(st.integers(1, 40))]
    assert "<mark>" in passages("\n".join(lines), [term])


@pytest.mark.parametrize("text", ["", "\n", "\n\n"])
def test_no_text_is_no_fault(text: str) -> None:
    assert passages(text, ["供暖"]) == "<span></span>"
