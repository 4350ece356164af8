"""The desk's buttons: what they do, what they refuse, and that they act on nothing but what they stand beside."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from gazette.models import SectionKind
from intake.editing.claims import document_of
from intake.models import Submission
from tests import desk_world
from tests import world as worlds
from tests.editorial.desk_forms import SCRIPT, address, now, part, press, save, sent, text_of
from tests.editorial.forms import messages


@pytest.fixture
def submission(editor: User) -> Submission:
    return desk_world.submission(worlds.publication(), editor)


def test_a_stale_button_does_nothing(desk: Client, submission: Submission) -> None:
    given = sent(desk, submission, "drop_block", item=0, block=0)
    press(desk, submission, "move_block", item=0, block=0, step=1)
    before = now(submission)
    page = desk.post(address(submission, "act"), given, follow=True)
    assert "刚改过" in messages(page)
    assert now(submission) == before


@pytest.mark.parametrize(
    ("operation", "given"),
    [
        ("drop_block", {"item": 0, "block": 3}),
        ("merge_block", {"item": 0, "block": 3}),
        ("move_block", {"item": 0, "block": 3, "step": -1}),
        ("give_block", {"item": 0, "block": 3, "target": 1}),
        ("split_item", {"number": 0, "block": 3, "title": "新的通知"}),
        ("remove_entry", {"number": 1}),
        ("remove_record", {"name": "events", "number": 1}),
        ("change_kind", {"number": 0, "kind": "other"}),
    ],
)
def test_a_button_of_a_kept_form_does_nothing_to_what_has_its_address_now(
    desk: Client, submission: Submission, operation: str, given: dict[str, Any]
) -> None:
    """Even with the newest version: it was pressed for what is somewhere else by now."""
    kept = sent(desk, submission, operation, **given)
    press(desk, submission, "drop_block", item=0, block=1)
    press(desk, submission, "remove_entry", number=0)
    press(desk, submission, "remove_record", name="events", number=0)
    before = now(submission)
    kept["version"] = submission.version
    answer = desk.post(address(submission, "act"), kept, headers=SCRIPT)
    assert (answer.status_code, "别的内容" in answer.json()["error"]) == (409, True)
    assert now(submission) == before


def test_a_button_without_a_sign_of_what_it_is_for_does_nothing(desk: Client, submission: Submission) -> None:
    given = {"version": 0, "operation": "drop_block", "item": 0, "block": 0}
    assert desk.post(address(submission, "act"), given, headers=SCRIPT).status_code == 409
    assert not now(submission).unplaced


def test_every_button_on_the_pages_is_for_what_stands_beside_it(desk: Client, submission: Submission) -> None:
    """Each item's, and those below the form of a record and of a line of the contents."""
    pages = [address(submission, "item", n) for n in range(len(now(submission).items))]
    for page in (*pages, part(submission, "events.0"), part(submission, "contents.0")):
        for form in re.findall(r'<form[^>]*class="act".*?</form>', text_of(desk.get(page)), re.DOTALL):
            assert 'name="print" value="' in form, page


def test_blocks_are_cut_joined_moved_and_given_by_buttons(desk: Client, submission: Submission) -> None:
    body = now(submission).documents[0].body
    text = body[0].text
    press(desk, submission, "split_block", item=0, block=0, parts=f"{text[:6]}\r\n\r\n{text[6:]}")
    assert [b.text for b in now(submission).documents[0].body[:2]] == [text[:6], text[6:]]
    press(desk, submission, "merge_block", item=0, block=1)
    assert now(submission).documents[0].body[0].text == text
    press(desk, submission, "move_block", item=0, block=0, step=1)
    assert now(submission).documents[0].body[1].text == text
    press(desk, submission, "give_block", item=0, block=1, target=1)
    reading = now(submission)
    assert text not in [b.text for b in reading.documents[0].body]
    assert text in [b.text for b in reading.documents[1].body]
    assert submission.version == 4


def test_a_document_is_cut_in_two_and_joined(desk: Client, submission: Submission) -> None:
    count = len(now(submission).items)
    page = press(desk, submission, "split_item", number=0, block=2, title="关于另一件事的通知")
    assert len(now(submission).items) == count + 1
    assert "关于另一件事的通知" in text_of(page)
    press(desk, submission, "join_item", number=1)
    assert len(now(submission).items) == count


def test_unplaced_lines_become_an_item_or_go_into_one(desk: Client, submission: Submission) -> None:
    first, last = now(submission).documents[0].body[0].lines[0]
    press(desk, submission, "drop_block", item=0, block=0)
    press(desk, submission, "new_item", first=first, last=last, target="", kind="documents", title="新的通知")
    assert "新的通知" in [item.title for item in now(submission).items]
    assert not now(submission).unplaced
    last_item = len(now(submission).items) - 1
    body = document_of(now(submission), 0)
    assert body is not None
    first, last = body.body[0].lines[0]
    press(desk, submission, "drop_block", item=0, block=0)
    events = next(n for n, i in enumerate(now(submission).items) if i.kind == SectionKind.CHRONICLE)
    count = len(now(submission).events)
    press(desk, submission, "place_lines", first=first, last=last, target=events, kind="other", title="")
    assert len(now(submission).events) == count + 1
    assert last_item


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"operation": "give_block", "item": 0, "block": 0, "target": ""}, "请先选择"),
        ({"operation": "give_block", "item": 0, "block": 0, "target": 4}, "请选择另一份文件"),
        ({"operation": "drop_block", "item": 0, "block": 999}, "找不到这一段"),
        ({"operation": "merge_block", "item": 0, "block": 0}, "这是第一段"),
        ({"operation": "split_block", "item": 0, "block": 0, "parts": "别的\n\n文字"}, "文字不能改动"),
        (
            {"operation": "new_item", "first": 1, "last": 9999999, "kind": "other", "title": "题"},
            "已经有归属",
        ),
        ({"operation": "join_item", "number": 0}, "并入前一条"),
        ({"operation": "remove_record", "name": "tables", "number": 0}, "不能单独移出"),
        ({"operation": "move_block", "item": 0, "block": 0, "step": 2}, "一位"),
        ({"operation": "move_block", "item": 0, "block": 1, "step": 0}, "一位"),
        ({"operation": "move_entry", "number": 0, "step": 2}, "一位"),
        ({"operation": "move_entry", "number": "9" * 5000, "step": 1}, "请先选择"),
        ({"operation": "see_problem", "number": 77, "seen": 1}, "找不到这个问题"),
    ],
)
def test_what_cannot_be_done_is_said_in_chinese(
    desk: Client, submission: Submission, given: dict[str, object], said: str
) -> None:
    """And nothing has changed."""
    before = now(submission)
    page = press(desk, submission, **given)  # type: ignore[arg-type]
    assert said in messages(page)
    assert now(submission) == before
    again = sent(desk, submission, **given)  # type: ignore[arg-type]
    answer = desk.post(address(submission, "act"), again, headers=SCRIPT)
    assert (answer.status_code, said in answer.json()["error"]) == (409, True)


def test_records_are_added_with_their_lines_and_taken_out(desk: Client, submission: Submission) -> None:
    reading = now(submission)
    notice = next(n for n, item in enumerate(reading.items) if item.kind == SectionKind.APPOINTMENTS)
    line = reading.appointments[0].lines[0][0]
    name = f"appointments.new.{notice}"
    save(desk, submission, name, person="李 雪", action="remove", post="州长助理", lines=str(line))
    made = now(submission).appointments[1]
    assert (made.person, made.action, made.lines) == ("李 雪", "remove", [[line, line]])
    wrong = save(desk, submission, name, person="甲", post="乙", lines="第五行")
    assert "行号" in " ".join(wrong.context["form"].errors["lines"])
    press(desk, submission, "remove_record", name="appointments", number=0)
    assert [each.person for each in now(submission).appointments] == ["李 雪"]


def test_the_contents_are_corrected_line_by_line(desk: Client, submission: Submission) -> None:
    count = len(now(submission).contents)
    save(desk, submission, f"contents.new.{count}", title="补上的一条", page="12")
    assert now(submission).contents[-1].title == "补上的一条"
    press(desk, submission, "move_entry", number=count, step=-1)
    assert now(submission).contents[count - 1].title == "补上的一条"
    press(desk, submission, "remove_entry", number=count - 1)
    assert len(now(submission).contents) == count
    save(desk, submission, "item.0", contents_entry="")
    assert now(submission).items[0].contents_entry is None
    save(desk, submission, "item.0", contents_entry="0")
    assert now(submission).documents[0].contents_entry == 0
