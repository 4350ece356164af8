"""Blocks that an editor corrects, moves, gives away, cuts and joins: their lines and people go with them."""

import pytest

from intake.editing.claims import document_of, owners
from intake.editing.errors import EditError
from intake.editing.people import read_people
from intake.reading import Block, numbers_of
from intake.text import squeeze
from tests.intake.desk_reading import TEXT, block_with, edit, first_document, fresh, in_step


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


def people(text: str) -> Block:
    """A list with its people, as the reader leaves it."""
    block = Block("list", 0, "", text, [], [[1, 1]])
    read_people(block)
    return block


def test_the_people_of_a_list_are_those_of_its_words() -> None:
    """Whether it is corrected, made another thing, or made a list again."""
    reading = fresh()
    block = people("组长：张三（州长）\n副组长：李四（州财政局局长）\n王五（州审计局局长）")
    assert [(m.name, m.role) for m in block.members] == [
        ("张三", "组长"),
        ("李四", "副组长"),
        ("王五", "副组长"),
    ]
    reading.documents[0].body.insert(0, block)
    corrected = {"text": "组长：赵六（州长）\n副组长：李四（州财政局副局长）"}
    edit(reading, "set_block", item=0, block=0, values=corrected)
    assert [(m.name, m.office) for m in block.members] == [("赵六", "州长"), ("李四", "州财政局副局长")]
    edit(reading, "set_block", item=0, block=0, values={"type": "paragraph"})
    assert not block.members
    edit(reading, "set_block", item=0, block=0, values={"type": "list"})
    assert [m.name for m in block.members] == ["赵六", "李四"]


def test_the_people_of_a_list_go_with_their_lines_when_it_is_cut_and_joined() -> None:
    """One without a role of his own keeps the one above him."""
    reading = fresh()
    body = reading.documents[0].body
    whole = people("组长：张三（州长）\n副组长：李四（州财政局局长）\n王五（州审计局局长）")
    body.insert(0, whole)
    before = list(whole.members)
    parts = ["组长：张三（州长）\n副组长：李四（州财政局局长）", "王五（州审计局局长）"]
    edit(reading, "split_block", item=0, block=0, parts=parts)
    assert [block.members for block in body[:2]] == [before[:2], before[2:]]
    edit(reading, "merge_block", item=0, block=1)
    assert body[0].members == before


@pytest.mark.parametrize("step", [0, 2, -2])
def test_a_thing_changes_places_with_its_neighbour_only(step: int) -> None:
    reading = fresh()
    for operation, given in (("move_block", {"item": 0, "block": 2}), ("move_entry", {"number": 2})):
        with pytest.raises(EditError, match="一位"):
            edit(reading, operation, step=step, **given)
    assert reading == fresh()
