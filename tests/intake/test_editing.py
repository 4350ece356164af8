"""What an editor does to a reading: every line stays in an item or among the unplaced, no word is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.models import SectionKind
from intake.editing.apply import perform
from intake.editing.attachments import headings
from intake.editing.blocks import wording
from intake.editing.claims import claimed, document_of, owners
from intake.editing.errors import EditError
from intake.reading import Problem, Reading, numbers_of
from intake.text import squeeze
from tests import desk_world
from tests.desk_world import LINES

TEXT = LINES
fresh = desk_world.reading


def edit(reading: Reading, operation: str, **given: object) -> list[tuple[str, str, str]]:
    return [change.said() for change in perform(reading, TEXT, operation, **given)]


def first_document(reading: Reading, blocks: int = 3) -> int:
    return next(each.item for each in reading.documents if len(each.body) >= blocks)


def block_with(reading: Reading, type_: str) -> tuple[int, int]:
    return next(
        (document.item, place)
        for document in reading.documents
        for place, block in enumerate(document.body)
        if block.type == type_
    )


def lost_lines(reading: Reading) -> list[int]:
    held = claimed(reading) | numbers_of(reading.unplaced)
    return [n for n, line in enumerate(TEXT, 1) if line.strip() and n not in held]


def words(reading: Reading) -> Counter[str]:
    """Every character that a document, an event or a report says."""
    said = [document.title for document in reading.documents]
    said += [document.doc_number or "" for document in reading.documents]
    said += [document.addressee or "" for document in reading.documents]
    said += [wording(block) for document in reading.documents for block in document.body]
    said += [record.text for record in (*reading.events, *reading.meetings)]
    return Counter(squeeze("".join(said)))


def in_step(reading: Reading) -> bool:
    """Whether everything that points to something else points to what is there."""
    for document in reading.documents:
        printed = headings(document)
        assert len(document.attachments) >= len(printed)
        pairs = zip(document.attachments, printed, strict=False)
        assert all(block.text in {"", each.title} for each, block in pairs)
        assert document.contents_entry == reading.items[document.item].contents_entry
        assert document.title == reading.items[document.item].title
        assert document.lines == reading.items[document.item].lines
    assert sorted(each.item for each in reading.documents) == [
        n for n, item in enumerate(reading.items) if item.kind == SectionKind.DOCUMENTS
    ]
    named = [item.contents_entry for item in reading.items if item.contents_entry is not None]
    assert all(0 <= entry < len(reading.contents) for entry in named)
    return Reading.from_json(reading.to_json()) == reading


def test_what_an_editor_sets_is_named_and_the_rest_stays_as_read() -> None:
    """`edited` says which values are hers; a value that she leaves alone is none of them."""
    reading = fresh()
    item = first_document(reading)
    document = document_of(reading, item)
    assert document is not None
    before = document.title
    values = {"title": "关于春耕的通知", "issuer": document.issuer}
    said = edit(reading, "set_item", number=item, values=values)
    assert document.edited == ["title"]
    assert reading.items[item].title == "关于春耕的通知"
    assert [(old, new) for _, old, new in said] == [(before, "关于春耕的通知")]


def test_a_block_goes_to_another_document_with_its_lines() -> None:
    reading = fresh()
    source, target = [each.item for each in reading.documents if each.body][:2]
    block = document_of(reading, source).body[1]  # type: ignore[union-attr]
    edit(reading, "give_block", item=source, block=1, target=target)
    giver, taker = document_of(reading, source), document_of(reading, target)
    assert block not in giver.body  # type: ignore[union-attr]
    assert block in taker.body  # type: ignore[union-attr]
    assert numbers_of(block.lines) <= numbers_of(taker.lines)  # type: ignore[union-attr]
    assert not numbers_of(block.lines) & numbers_of(giver.lines)  # type: ignore[union-attr]
    assert f"i{target}-b" in owners(reading)[block.lines[0][0]][0]


def test_an_attachment_goes_with_the_block_that_begins_it() -> None:
    reading = fresh()
    source, block = block_with(reading, "attachment")
    target = next(each.item for each in reading.documents if each.item != source)
    title = document_of(reading, source).attachments[0].title  # type: ignore[union-attr]
    edit(reading, "give_block", item=source, block=block, target=target)
    assert title in [each.title for each in document_of(reading, target).attachments]  # type: ignore[union-attr]
    assert in_step(reading)


def test_a_block_is_split_where_the_editor_leaves_a_blank_line_and_joined_again() -> None:
    reading = fresh()
    item, place = block_with(reading, "paragraph")
    document = document_of(reading, item)
    assert document is not None
    text, count = document.body[place].text, len(document.body)
    edit(reading, "split_block", item=item, block=place, parts=[text[:5], text[5:]])
    assert len(document.body) == count + 1
    assert [each.text for each in document.body[place : place + 2]] == [text[:5], text[5:]]
    edit(reading, "merge_block", item=item, block=place + 1)
    assert document.body[place].text == text
    assert len(document.body) == count


def test_the_parts_of_a_block_hold_the_lines_that_they_stand_on() -> None:
    """Counted by characters, where the block's words are those of its lines."""
    reading = fresh()
    document, place, lines = next(
        (document, n, sorted(numbers_of(block.lines)))
        for document in reading.documents
        for n, block in enumerate(document.body)
        if block.type == "signature" and len([x for x in numbers_of(block.lines) if TEXT[x - 1].strip()]) == 2
    )
    parts = document.body[place].text.split("\n")
    edit(reading, "split_block", item=document.item, block=place, parts=parts)
    assert [block.lines for block in document.body[place : place + 2]] == [
        [[lines[0]] * 2],
        [[lines[-1]] * 2],
    ]


def test_a_block_that_is_joined_brings_its_lines_along() -> None:
    reading = fresh()
    document, place = next(
        (document, n)
        for document in reading.documents
        for n, block in enumerate(document.body)
        if n and not block.rows and {block.type, document.body[n - 1].type} == {"paragraph"}
    )
    lines = numbers_of(document.body[place - 1].lines) | numbers_of(document.body[place].lines)
    edit(reading, "merge_block", item=document.item, block=place)
    assert numbers_of(document.body[place - 1].lines) == lines


def test_attachments_stay_in_the_order_of_the_text() -> None:
    """Whichever block is made the beginning of one first."""
    reading = fresh()
    document = reading.documents[0]
    before = [each.title for each in document.attachments]
    for place in (4, 2):
        edit(reading, "set_block", item=document.item, block=place, values={"type": "attachment"})
    made = [document.body[2].text, document.body[4].text]
    assert [each.title for each in document.attachments] == [*made, *before]
    edit(reading, "set_block", item=document.item, block=2, values={"type": "paragraph"})
    assert [each.title for each in document.attachments] == [made[1], *before, made[0]]
    assert in_step(reading)


def test_a_line_of_the_contents_changes_places_and_names_the_same() -> None:
    reading = fresh()
    first, second = reading.contents[:2]
    named = [item.title for item in reading.items if item.contents_entry == 0]
    edit(reading, "move_entry", number=0, step=1)
    assert reading.contents[:2] == [second, first]
    assert [item.title for item in reading.items if item.contents_entry == 1] == named


def test_splitting_changes_no_word() -> None:
    reading = fresh()
    item, place = block_with(reading, "paragraph")
    with pytest.raises(EditError, match="文字不能改动"):
        edit(reading, "split_block", item=item, block=place, parts=["别的", "文字"])


def test_a_table_is_split_between_rows() -> None:
    reading = fresh()
    item, place = block_with(reading, "table")
    document = document_of(reading, item)
    assert document is not None
    rows = document.body[place].rows
    edit(reading, "split_table", item=item, block=place, parts=[rows[:1], rows[1:]])
    assert [block.rows for block in document.body[place : place + 2]] == [rows[:1], rows[1:]]


def test_a_block_that_is_taken_out_leaves_its_lines_unplaced_and_can_come_back() -> None:
    reading = fresh()
    item, place = block_with(reading, "paragraph")
    block = document_of(reading, item).body[place]  # type: ignore[union-attr]
    first, last = block.lines[0]
    edit(reading, "drop_block", item=item, block=place)
    assert numbers_of(block.lines) & numbers_of(reading.unplaced)
    edit(reading, "place_lines", first=first, last=last, target=item)
    assert not numbers_of(block.lines) & numbers_of(reading.unplaced)
    back = document_of(reading, item).body[place]  # type: ignore[union-attr]
    assert squeeze(back.text) == squeeze(block.label + block.text)


def test_a_document_is_cut_in_two_from_a_block_on() -> None:
    reading = fresh()
    item = first_document(reading, 4)
    document = document_of(reading, item)
    assert document is not None
    tail, count = document.body[2:], len(reading.items)
    edit(reading, "split_item", number=item, block=2, title="关于另一件事的通知")
    made = document_of(reading, item + 1)
    assert made is not None
    assert made.body == tail
    assert len(reading.items) == count + 1
    assert not numbers_of(made.lines) & numbers_of(document.lines)
    assert in_step(reading)
    edit(reading, "join_item", number=item + 1)
    assert len(reading.items) == count
    assert document_of(reading, item).body[-len(tail) :] == tail  # type: ignore[union-attr]


def test_unplaced_lines_become_an_item_of_their_own_read_by_its_reader() -> None:
    """Here a register's rows, which had been taken out one by one."""
    reading = fresh()
    item = next(n for n, each in enumerate(reading.items) if each.kind == SectionKind.REGISTER)
    count = sum(each.item == item for each in reading.register)
    edit(reading, "change_kind", number=item, kind="other")
    assert not any(each.item == item for each in reading.register)
    assert not lost_lines(reading)
    edit(reading, "change_kind", number=item, kind="register")
    assert sum(each.item == item for each in reading.register) == count


def test_a_line_of_the_contents_may_go_and_what_follows_keeps_its_own() -> None:
    reading = fresh()
    named = {id(item): reading.contents[item.contents_entry] for item in reading.items if item.contents_entry}
    edit(reading, "remove_entry", number=0)
    for item in reading.items:
        if id(item) in named:
            assert item.contents_entry is not None
            assert reading.contents[item.contents_entry] is named[id(item)]
    edit(
        reading,
        "add_entry",
        place=0,
        values={"section": "", "title": "新的一条", "doc_number": None, "page": "1"},
    )
    assert reading.contents[0].edited
    assert in_step(reading)


def test_an_appointment_that_goes_leaves_its_line_to_be_used_again() -> None:
    reading = fresh()
    gone = reading.appointments[0]
    held = [each for each in reading.appointments if each is not gone and each.lines == gone.lines]
    edit(reading, "remove_record", name="appointments", number=0)
    if not held:
        assert numbers_of(gone.lines) <= numbers_of(reading.unplaced)
    edit(
        reading, "add_record", name="appointments", item=gone.item, lines=list(gone.lines[0]),
        values={"person": "王 芳", "action": "appoint", "post": "州长", "note": ""},
    )  # fmt: skip
    made = next(each for each in reading.appointments if each.person == "王 芳")
    assert made.edited == ["action", "note", "person", "post"]
    assert not numbers_of(gone.lines) & numbers_of(reading.unplaced)


def test_the_figures_of_a_table_follow_its_cells() -> None:
    reading = fresh()
    table = reading.tables[0]
    rows = [list(row) for row in table.rows]
    place = next(
        (r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if r and c and cell.isdigit()
    )
    rows[place[0]][place[1]] = "4321"
    edit(reading, "set_record", name="tables", number=0, values={"rows": rows})
    assert "4321" in [each.value for each in reading.observations if each.item == table.item]
    assert table.edited == ["rows"]


def test_a_suggestion_is_taken_over_where_the_quote_is_a_whole_title() -> None:
    reading = fresh()
    document = reading.documents[0]
    reading.problems = [
        Problem("title-differs", "warning", "不一致", document.lines, document.title, "应有的标题"),
        Problem("number-shape", "warning", "不规范", document.lines, "正文里的几个字", "另几个字"),
    ]
    edit(reading, "take_suggestion", number=0)
    assert (document.title, reading.problems[0].seen) == ("应有的标题", True)
    with pytest.raises(EditError, match="不能直接采用"):
        edit(reading, "take_suggestion", number=1)


def test_a_problem_that_was_looked_at_stays_so_in_the_json() -> None:
    reading = fresh()
    reading.problems = [
        Problem("torn", "warning", "断", [[1, 1]]),
        Problem("torn", "warning", "断", [[2, 2]]),
    ]
    edit(reading, "see_problem", number=0, seen=True)
    plain = reading.to_json()["problems"]
    assert [each.get("seen") for each in plain] == [True, None]
    assert Reading.from_json(reading.to_json()).problems[0].seen


NUMBERS = st.integers(0, 40)


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
