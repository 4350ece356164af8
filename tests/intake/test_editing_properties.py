"""Whatever an editor does to a reading: every line stays in an item or among the unplaced, no word is lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from gazette.models import SectionKind
from intake.editing.apply import perform
from intake.editing.claims import document_of
from intake.editing.errors import EditError
from intake.reading import Reading, numbers_of
from intake.text import squeeze
from tests.intake.desk_reading import TEXT, fresh, in_step, lost_lines, words


@st.composite
def operations(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    name = draw(
        st.sampled_from(
            ["move_block", "give_block", "drop_block", "split_block", "merge_block", "place_lines", "new_item",
             "split_item", "join_item", "remove_entry", "move_entry", "add_entry", "remove_record", "add_record",
             "change_kind", "set_block"]
        )
    )  # fmt: skip
    item, block, step = draw(st.integers(0, 8)), draw(st.integers(0, 12)), draw(st.sampled_from([-1, 1]))
    first, length = draw(st.integers(1, len(TEXT))), draw(st.integers(0, 8))
    records = draw(st.sampled_from(["appointments", "events", "register"]))
    kind = draw(st.sampled_from(SectionKind.values))
    of_block = {"item": item, "block": block}
    given: dict[str, dict[str, object]] = {
        "move_block": {**of_block, "step": step},
        "give_block": {**of_block, "target": draw(st.integers(0, 8))},
        "drop_block": of_block,
        "split_block": {**of_block, "parts": draw(st.integers(1, 9))},
        "merge_block": of_block,
        "place_lines": {"first": first, "last": first + length, "target": item},
        "new_item": {"first": first, "last": min(first + length, len(TEXT)), "kind": kind, "title": "新条目"},
        "split_item": {"number": item, "block": block, "title": "分出的条目"},
        "join_item": {"number": item},
        "remove_entry": {"number": item},
        "move_entry": {"number": item, "step": step},
        "add_entry": {"place": item, "values": {"section": "", "title": "条", "doc_number": None, "page": None}},
        "remove_record": {"name": records, "number": block},
        "add_record": {"name": records, "item": item, "lines": [first, first], "values": _values(records)},
        "change_kind": {"number": item, "kind": kind},
        "set_block": {**of_block, "values": {"type": draw(st.sampled_from(["attachment", "paragraph", "heading"]))}},
    }  # fmt: skip
    return name, given[name]


def _values(records: str) -> dict[str, object]:
    return {
        "appointments": {"person": "甲", "action": "appoint", "post": "乙", "note": ""},
        "events": {"date": None, "text": "事", "officials": []},
        "register": {"direction": "incoming", "doc_number": "", "title": "题"},
    }[records]


def _do(reading: Reading, name: str, given: dict[str, object]) -> bool:
    """Perform an operation on a copy, as the desk does; whether it could be done."""
    if name == "split_block":
        document = document_of(reading, given["item"])  # type: ignore[arg-type]
        bodies = document.body if document else []
        text = bodies[given["block"]].text if given["block"] < len(bodies) else ""  # type: ignore[index,operator]
        given = {**given, "parts": [text[: given["parts"]], text[given["parts"] :]]}  # type: ignore[misc]
    try:
        perform(reading, TEXT, name, **given)
    except EditError:
        return False
    return True


# These read lines anew: what they lose is the reader's affair, and their lines are still accounted for.
READERS = {"new_item", "change_kind"}


# These read lines anew: what they lose is the reader's affair, and their lines are still accounted for.
READERS = {"new_item", "change_kind"}


@given(st.lists(operations(), max_size=12))
def test_whatever_is_done_no_line_and_no_word_is_lost(steps: list[tuple[str, dict[str, object]]]) -> None:
    """After each step every printed line is held or unplaced, and every word stands in a record or there."""
    reading = fresh()
    assert not lost_lines(reading)
    for name, values in steps:
        tried = Reading.from_json(reading.to_json())
        before = words(reading)
        if not _do(tried, name, dict(values)):
            continue
        assert not lost_lines(tried), name
        assert in_step(tried), name
        if name not in READERS:
            loose = "".join(TEXT[n - 1] for n in numbers_of(tried.unplaced))
            assert not (before - words(tried)) - Counter(squeeze(loose)), name
        reading = tried
