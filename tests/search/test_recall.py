"""Nothing is missed: whatever part of anything published a reader types, it is found.

The texts are recombined from real gazettes and from what is hard to compare.
"""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.models import Block, Document
from search.folding import fold
from search.indexing import rebuild
from search.models import Item
from tests import world as worlds
from tests.search.found import found, ids, scanned
from tests.search.texts import LINES

HARD = "·•．.，,１〔[（2018〕]）8号 \u3000“”《》—é①㎡℃ß１ئ\U00020bb7\U0002a6d6e\u0301\u200b\n'\"\\%_&|!()*:"


@pytest.fixture
def texts(world: worlds.World) -> list[str]:
    """The parts of 40 documents of eight paragraphs, every fourth one full of hard characters."""
    dice = random.Random(5)  # noqa: S311
    parts: list[str] = []
    for serial in range(10, 50):
        document = worlds.document(world.gazette, serial)
        made = [_paragraph(dice, hard=serial % 4 == 0) for _ in range(8)]
        parts += made
        Block.objects.bulk_create(
            Block(document=document, position=100 + position, text=text) for position, text in enumerate(made)
        )
    rebuild()
    return parts


def _paragraph(dice: random.Random, *, hard: bool) -> str:
    line = "".join(dice.choice(LINES) for _ in range(3))
    if hard:
        line = "".join(char + (dice.choice(HARD) if dice.random() < 0.3 else "") for char in line)
    return line


def test_any_part_is_found(texts: list[str]) -> None:
    """The engine finds just what a scan of all texts finds, and the text itself is always among it."""

    @settings(max_examples=150, suppress_health_check=[HealthCheck.large_base_example])
    @given(st.data())
    def each(data: st.DataObject) -> None:
        text = data.draw(st.sampled_from(texts))
        start = data.draw(st.integers(0, len(text) - 2))
        length = data.draw(st.one_of(st.integers(2, 8), st.integers(2, 90)))
        part = text[start : start + length]
        if len("".join(fold(part))) < 2:
            return
        hits = ids(part)
        holding = {item.pk for item in Item.objects.all() if fold(text) in item.folded}
        assert hits & holding
        if not part.split()[1:]:
            assert hits == scanned([part])

    each()


@pytest.mark.parametrize("size", [2, 3, 5])
def test_all_parts_of_one_document_are_found(world: worlds.World, size: int) -> None:
    """Every part of everything that the page of a document prints."""
    rebuild()
    item = Item.objects.get(kind="document", object_id=world.first.pk)
    for part in [item.title, item.number, *item.text.split("\n")]:
        for start in range(len(part) - size + 1):
            typed = part[start : start + size]
            assert len(fold(typed)) < 2 or item.pk in ids(typed), typed


def test_a_mark_that_is_left_out_counts_as_typed(rooms: object) -> None:
    """Two characters, of which folding leaves one, are looked for without the index."""
    assert ids("·努") == scanned(["努"])
    assert ids("·努")


def test_one_character_alone_is_not_looked_for(rooms: object) -> None:
    assert found("州").total == 0


def test_characters_set_wide_are_one_word(rooms: object) -> None:
    assert ids("王 强") == ids("王强")
    assert ids("王强")


def test_terms_may_stand_anywhere_and_in_any_order(rooms: object) -> None:
    assert ids("供暖 王强") == ids("王强 供暖") == scanned(["王强", "供暖"])
    assert ids("供暖 王强")


def test_a_phrase_does_not_reach_over_a_paragraphs_end(world: worlds.World) -> None:
    rebuild()
    assert not ids("现印发你们。伊河州人民政府")


def test_a_sentence_torn_over_two_lines_is_one(world: worlds.World) -> None:
    Block.objects.create(document=world.first, position=50, text="凡是供暖的单位，都要\n按时供暖。")
    rebuild()
    assert ids("都要按时供暖")


def test_cells_and_attachments_are_found(world: worlds.World) -> None:
    rebuild()
    assert ids("东河县") == ids("供暖时间表") == ids("10月15日") != set()


@pytest.mark.parametrize(
    "typed", ["'", '"', "\\", "'' OR 1=1", "%_", "a & b | !c", "供暖\x00通知", "*供暖*", "供暖:*", "(供暖"]
)
def test_signs_of_query_languages_are_characters_like_others(rooms: object, typed: str) -> None:
    found(typed)


def test_a_very_long_query_is_looked_for_up_to_its_limit(rooms: object) -> None:
    assert found("供暖" * 5000).total == 0


def test_a_text_with_more_pairs_than_an_index_takes_is_found(
    world: worlds.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from search.backends import postgresql, sqlite

    for backend in (postgresql, sqlite):
        monkeypatch.setattr(backend, "MOST_GRAMS", 40)
    rebuild()
    assert Item.objects.filter(unindexed=True).exists()
    assert Document.objects.count() == found("供暖").of_kind("document")
    assert ids("室温不低于十八摄氏度") == scanned(["室温不低于十八摄氏度"])


def test_the_index_is_never_more_public_than_the_pages(rooms: object) -> None:
    """What is withdrawn is hidden at once, without any indexing."""
    from django.utils import timezone

    from gazette.models import Issue

    assert ids("供暖")
    Issue.objects.update(withdrawn_at=timezone.now())
    assert Item.objects.exists()
    assert not ids("供暖")
    assert not ids("王强")
    assert not ids("州财政局")
