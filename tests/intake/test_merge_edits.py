"""Reading again: what an editor set stays, all else is as the program reads it now."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.flows.likeness import line_map
from intake.flows.merge_edits import keep_edits
from intake.reading import Appointment, Problem, Reading, numbers_of
from tests.intake.texts import ISSUE, reading_of


@pytest.fixture
def read() -> Reading:
    return reading_of(ISSUE)


def edited(reading: Reading) -> Reading:
    return copy.deepcopy(reading)


def claimed(reading: Reading) -> set[int]:
    parts = [*reading.contents, *reading.items, *reading.documents, *reading.appointments]
    lines = numbers_of(reading.unplaced) | (numbers_of(reading.issue.lines) if reading.issue else set())
    return lines.union(*(numbers_of(part.lines) for part in parts))


def test_without_edits_the_new_reading_is_taken_as_it_is(read: Reading) -> None:
    merged, conflicts = keep_edits(read, read, read)
    assert merged.to_json() == read.to_json()
    assert conflicts == []


def test_a_set_value_goes_into_the_new_reading_and_the_other_values_do_not(read: Reading) -> None:
    """What the program reads otherwise than before is told, with the value that it read."""
    old = edited(read)
    old.documents[1].title, old.documents[1].edited = "关于保护和利用湿地的意见", ["title"]
    old.documents[1].issuer = "从前读出的机关"
    merged, [note] = keep_edits(old, read, read)
    document = merged.documents[1]
    assert (document.title, document.edited) == ("关于保护和利用湿地的意见", ["title"])
    assert document.issuer == read.documents[1].issuer
    assert (note.code, note.suggestion) == ("edit-differs", read.documents[1].title)


def test_an_item_whose_number_was_set_is_known_by_its_other_traits(read: Reading) -> None:
    """The number that the editor wrote is hers, not what the item is recognised by."""
    old = edited(read)
    old.documents[0].doc_number, old.documents[0].edited = "伊河政发〔2021〕12号", ["doc_number"]
    merged, _ = keep_edits(old, read, read)
    assert [each.doc_number for each in merged.documents] == [
        "伊河政发〔2021〕12号",
        "伊河政办发〔2021〕12号",
    ]


def test_an_edited_text_is_kept_whole(read: Reading) -> None:
    """With its lines, so that none stands in two texts; what it does not have is unplaced."""
    old = edited(read)
    document = old.documents[0]
    lost = document.body.pop(5)
    document.edited = ["body"]
    document.lines = [[first, last] for first, last in document.lines]
    merged, _ = keep_edits(old, read, read)
    assert [block.text for block in merged.documents[0].body] == [block.text for block in document.body]
    assert lost.text not in [block.text for block in merged.documents[0].body]
    assert claimed(merged) == claimed(read)


def test_the_masthead_keeps_what_was_set(read: Reading) -> None:
    old = edited(read)
    assert old.issue
    old.issue.chief_editor, old.issue.edited = "赵大河", ["chief_editor"]
    merged, _ = keep_edits(old, read, read)
    assert merged.issue
    assert (merged.issue.chief_editor, merged.issue.number) == ("赵大河", 3)


def test_an_edited_item_that_the_new_reading_lacks_is_kept_and_named(read: Reading) -> None:
    old = edited(read)
    old.documents[1].issuer, old.documents[1].edited = "甲厅", ["issuer"]
    new = reading_of(ISSUE.split("伊河州人民政府办公室关于保护湿地的意见\n\n")[0])
    moved = line_map(ISSUE, ISSUE.split("伊河州人民政府办公室关于保护湿地的意见\n\n")[0])
    merged, conflicts = keep_edits(old, new, read, moved)
    assert "关于保护湿地的意见" in "".join(each.title for each in merged.documents)
    kept = merged.documents[-1]
    assert merged.items[kept.item].title.endswith("关于保护湿地的意见")
    assert any(each.code == "edit-without-text" and "湿地" in each.message for each in conflicts)
    assert all(each in merged.problems for each in conflicts)


def test_what_an_editor_added_and_took_out_stays_so(read: Reading) -> None:
    """A row of hers is kept; one that she deleted does not come back."""
    old = edited(read)
    first = old.appointments.pop(0)
    new_row = Appointment(None, "古丽", "appoint", "州审计局局长", "", first.lines, first.item)
    new_row.edited = ["person", "post"]
    old.appointments.append(new_row)
    merged, _ = keep_edits(old, read, read)
    assert [each.person for each in merged.appointments] == ["古丽"]


def test_items_move_with_their_lines(read: Reading) -> None:
    """In a corrected text the same sentence stands elsewhere."""
    old = edited(read)
    old.appointments[0].note, old.appointments[0].edited = "挂职", ["note"]
    text = ISSUE.replace("第一章 总则", "第一章 总则\n\n增加的一段文字。\n")
    merged, _ = keep_edits(old, reading_of(text), read, line_map(ISSUE, text))
    [appointment] = merged.appointments
    assert appointment.note == "挂职"
    assert appointment.lines[0][0] == read.appointments[0].lines[0][0] + 3


def test_a_problem_that_was_seen_stays_seen(read: Reading) -> None:
    old = edited(read)
    old.problems.append(Problem("x", "note", "看过的", [[1, 1]], seen=True))
    new = edited(read)
    new.problems.append(Problem("x", "note", "看过的", [[2, 2]]))
    merged, _ = keep_edits(old, new, read)
    assert merged.problems[-1].seen


@given(st.data())
def test_no_line_is_lost_whatever_was_edited(data: st.DataObject) -> None:
    """Any values set, any rows deleted, any lines of the text dropped: what had a place keeps one."""
    read = reading_of(ISSUE)
    old = copy.deepcopy(read)
    for part in [*old.documents, *old.appointments, *old.contents]:
        names = [name for name in ("title", "doc_number", "body", "person") if hasattr(part, name)]
        part.edited = data.draw(st.lists(st.sampled_from(names), unique=True))
    if data.draw(st.booleans()):
        old.appointments.clear()
    lines = ISSUE.split("\n")
    gone = data.draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[:gone] + lines[gone + 1 :])
    new = reading_of(text)
    merged, _ = keep_edits(old, new, read, line_map(ISSUE, text))
    assert claimed(new) <= claimed(merged)
    assert all(part.item < len(merged.items) for part in [*merged.documents, *merged.appointments])


def test_a_line_of_the_contents_that_an_editor_named_is_named_at_its_new_place(read: Reading) -> None:
    """The readers now find a line more before it."""
    old = edited(read)
    old.items[2].contents_entry, old.items[2].edited = 1, ["contents_entry"]
    more = "关于另一件事的通知\n伊河政发〔2021〕6号……(1)\n\n关于印发《伊河州供暖管理办法（试行）》的通知\n伊河政发〔2021〕7号……(1)"
    text = ISSUE.replace("关于印发《伊河州供暖管理办法（试行）》的通知\n伊河政发〔2021〕7号……(1)", more)
    merged, _ = keep_edits(old, reading_of(text), read, line_map(ISSUE, text))
    assert "湿地" in merged.contents[2].title
    assert merged.items[2].contents_entry == 2
