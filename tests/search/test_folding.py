"""What is the same to a reader is the same to the search, and is shown as it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.folding import fold, fold_with_places, places_of
from tests.search.texts import printed


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("伊州政办发[2018]8号", "伊州政办发〔2018〕8号"),
        ("伊州政办发（2018） 8 号", "伊州政办发〔2018〕8号"),
        ("阿依•努尔", "阿依·努尔"),
        ("阿依努尔", "阿依・努尔"),
        ("阿依.努尔", "阿依 努尔"),
        ("ＧＤＰ", "gdp"),
        ("１２３", "123"),
        ("1000万元", "1,000万元"),
        ("《办法》", "〈办法〉"),
        ("印发办法的通知", "印发《办法》的通知"),
        ("王\u3000强", "王强"),
        ("Ürümqi", "U\u0308ru\u0308mqi"),
    ],
)
def test_ways_of_typing_the_same(typed: str, held: str) -> None:
    assert fold(typed) == fold(held)


@pytest.mark.parametrize(
    ("one", "other"), [("3.5", "35"), ("甲，乙", "甲乙"), ("一、二", "一二"), ("2018", "20（18）")]
)
def test_what_is_not_the_same_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(printed, st.data())
def test_a_part_of_a_text_folded_stands_in_the_folded_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold(text[start:end]) in fold(text)


@given(printed)
def test_each_folded_character_comes_from_the_place_that_is_told(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert places == sorted(places)
    # Full stops and commas are kept or dropped by what stands before them.
    assert all(char in fold(text[place]) or char in ".," for char, place in zip(folded, places, strict=True))


@given(printed, st.data())
def test_marked_places_hold_the_term(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(start, min(len(folded), start + 8)))
    term = folded[start:end]
    marked = [text[first:last] for first, last in places_of(text, [term])]
    assert bool(marked) == bool(term)
    assert all(fold(term).lstrip(".,") in fold(piece) for piece in marked)
