"""What an editor corrects in a reading: items, contents, records, problems."""

import pytest

from gazette.models import SectionKind
from intake.editing.claims import document_of
from intake.editing.errors import EditError
from intake.reading import Problem, Reading, numbers_of
from tests.intake.desk_reading import edit, first_document, fresh, in_step, lost_lines


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


def test_a_line_of_the_contents_changes_places_and_names_the_same() -> None:
    reading = fresh()
    first, second = reading.contents[:2]
    named = [item.title for item in reading.items if item.contents_entry == 0]
    edit(reading, "move_entry", number=0, step=1)
    assert reading.contents[:2] == [second, first]
    assert [item.title for item in reading.items if item.contents_entry == 1] == named


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


def test_what_has_no_lines_is_edited_like_the_rest() -> None:
    """What an editor added has none where a later reading of the file lost its place."""
    reading = fresh()
    reading.events[0].lines = reading.tables[0].lines = reading.items[0].lines = []
    document = reading.documents[0]
    document.lines, document.body = [], []
    values = {"date": None, "text": "事", "officials": []}
    chronicle, last = reading.events[0].item, reading.events[-1].lines[0][1]
    edit(reading, "add_record", name="events", item=chronicle, values=values, lines=[last, last])
    assert reading.events[-1].text == "事"
    edit(reading, "remove_record", name="events", number=len(reading.events) - 2)
    edit(reading, "remove_record", name="events", number=len(reading.events) - 1)
    edit(reading, "place_lines", first=last, last=last, target=chronicle)
    assert reading.events[-1].lines == [[last, last]]
    edit(reading, "split_item", number=1, block=1, title="分出的条目")
    second = document_of(reading, 1)
    assert second is not None
    second.lines, second.body = [], []
    edit(reading, "join_item", number=1)
    assert Reading.from_json(reading.to_json()) == reading


def test_the_figures_of_a_table_without_lines_are_read_anew_without_them() -> None:
    """Those of its printed rows keep theirs, and no other table loses any."""
    reading = fresh()
    table = reading.tables[0]
    table.lines = []
    table.row_lines = []
    reading.observations = []
    edit(reading, "set_record", name="tables", number=0, values={"rows": [*table.rows, ["用电量", "5", "6"]]})
    assert {each.indicator for each in reading.observations} >= {"工业增加值", "用电量"}
    assert not any(each.lines for each in reading.observations)
    assert Reading.from_json(reading.to_json()) == reading
