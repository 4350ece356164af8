"""The desk by plain forms, as it works without scripts, and the answers that its script takes."""

from typing import Any

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from documents.models import Document
from editorial.roles import EDITOR
from editorial.views.desk.parts import part_of
from gazette.models import SectionKind
from intake.editing.claims import document_of
from intake.models import Submission
from intake.reading import Problem, Reading
from tests import desk_world
from tests import world as worlds
from tests.desk_world import LINES
from tests.editorial.conftest import member
from tests.editorial.forms import messages, shown

SCRIPT = {"X-Desk": "1"}
LISTS = ["appointments", "events", "register", "meetings", "tables"]


@pytest.fixture
def submission(editor: User) -> Submission:
    return desk_world.submission(worlds.publication(), editor)


def now(submission: Submission) -> Reading:
    submission.refresh_from_db()
    return Reading.from_json(submission.reading or {})


def address(submission: Submission, step: str = "review", *more: object) -> str:
    return reverse(f"admin:intake_submission_{step}", args=[submission.pk, *more])


def part(submission: Submission, name: str) -> str:
    return address(submission, "edit", name)


def save(client: Client, submission: Submission, name: str, **changes: str) -> Any:
    """Open a form as a browser does, change some fields, and send it."""
    filled = shown(client.get(part(submission, name)))
    return client.post(part(submission, name), {**filled, **changes}, follow=True)


def press(client: Client, submission: Submission, operation: str, **given: object) -> Any:
    submission.refresh_from_db()
    sent = {"version": submission.version, "operation": operation, **given}
    return client.post(address(submission, "act"), sent, follow=True)


def text_of(page: Any) -> str:
    return str(page.content.decode())


def every_part(reading: Reading) -> list[str]:
    names = ["issue", *(f"contents.{n}" for n in range(len(reading.contents)))]
    names += [f"item.{n}" for n in range(len(reading.items))]
    names += [f"block.{d.item}.{n}" for d in reading.documents for n in range(len(d.body))]
    return names + [f"{name}.{n}" for name in LISTS for n in range(len(getattr(reading, name)))]


def test_every_line_stands_beside_what_was_understood(desk: Client, submission: Submission) -> None:
    """The lines by number, each with the way to what holds it; the items closed."""
    page = text_of(desk.get(address(submission)))
    for number in range(1, len(LINES) + 1):
        assert f'id="L{number}"' in page
    reading = now(submission)
    for n, item in enumerate(reading.items):
        assert item.title in page
        assert f'data-url="{address(submission, "item", n)}"' in page
    block = reading.documents[0].body[0].lines[0][0]
    assert f'<li id="L{block}" data-of="i0-b0"' in page


def test_an_unplaced_line_is_marked_and_listed(desk: Client, submission: Submission) -> None:
    first = now(submission).documents[0].body[1].lines[0][0]
    press(desk, submission, "drop_block", item=0, block=1)
    page = text_of(desk.get(address(submission)))
    assert f'<li id="L{first}" data-of="i0"' not in page
    assert f'<li id="L{first}" class="loose"' in page
    assert "未归属的行" in page
    assert f'name="first" value="{first}"' in page


def test_an_item_has_a_page_of_its_own_without_scripts(desk: Client, submission: Submission) -> None:
    """With all its blocks and ways to correct each; the script gets the item alone."""
    reading = now(submission)
    whole = text_of(desk.get(address(submission, "item", 0)))
    alone = text_of(desk.get(address(submission, "item", 0), headers=SCRIPT))
    assert "<html" in whole
    assert "<html" not in alone
    for n in range(len(reading.documents[0].body)):
        assert part(submission, f"block.0.{n}") in whole
        assert part(submission, f"block.0.{n}") in alone


def test_what_an_editor_sets_is_kept_marked_and_recorded(
    desk: Client, editor: User, submission: Submission
) -> None:
    """The value, that it is hers, the count of changes, and who changed what from what to what."""
    before = now(submission).documents[0].issuer
    page = save(desk, submission, "item.0", issuer="伊河州水利局", issued_on="2021年4月9日")
    document = now(submission).documents[0]
    assert (document.issuer, document.issued_on) == ("伊河州水利局", "2021-04-09")
    assert document.edited == ["issued_on", "issuer"]
    assert submission.version == 1
    assert 'class="set"' in text_of(page)
    [entry] = LogEntry.objects.get_for_object(submission).filter(action=LogEntry.Action.UPDATE)
    assert entry.actor == editor
    assert [before or "", "伊河州水利局"] in entry.changes.values()
    history = text_of(desk.get(reverse("admin:intake_submission_history", args=[submission.pk])))
    assert "伊河州水利局" in history


def test_saving_a_form_as_it_stands_changes_nothing(desk: Client, submission: Submission) -> None:
    """Every form of everything that was read takes what it shows for what was read."""
    before = now(submission)
    for name in every_part(before):
        page = save(desk, submission, name)
        assert page.status_code == 200, name
        assert now(submission) == before, name
    assert submission.version == 0
    assert {name.split(".")[0] for name in every_part(before)} >= {"issue", "contents", "block", "tables"}


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        ("item", "issued_on", "2021-02-30", "没有这一天"),
        ("item", "title", "", "必填"),
        ("issue", "published", "2021-13", "没有这一天"),
        ("issue", "number_end", "1", "不能小于"),
        ("block", "text", "", "文字不能空着"),
        ("block", "level", "9", "5"),
        ("tables", "rows", "甲｜乙\n丙", "第2行有1格"),
        ("events", "officials", "｜州长", "看不出姓名"),
        ("appointments", "post", "职" * 201, "200"),
    ],
)
def test_a_value_that_cannot_be_is_said_beside_its_field_and_not_lost(
    desk: Client, submission: Submission, kind: str, field: str, value: str, said: str
) -> None:
    name = next(each for each in every_part(now(submission)) if each.startswith(kind))
    page = save(desk, submission, name, **{field: value})
    assert page.status_code == 422
    assert said in " ".join(page.context["form"].errors[field])
    assert page.context["form"][field].value() == value
    assert now(submission).to_json() == desk_world.reading().to_json() | {"problems": []}


def test_a_stale_form_says_who_changed_what_and_keeps_what_was_typed(
    desk: Client, submission: Submission
) -> None:
    """Where the thing itself is as it was, saving once more is enough."""
    opened = shown(desk.get(part(submission, "item.0")))
    other = Client()
    other.force_login(member("巴图", EDITOR))
    save(other, submission, "item.1", issuer="州林业局")
    page = desk.post(part(submission, "item.0"), {**opened, "issuer": "州水利局"})
    assert page.status_code == 422
    assert "巴图" in text_of(page)
    assert "再点一次" in text_of(page)
    assert page.context["form"]["issuer"].value() == "州水利局"
    assert now(submission).documents[0].issuer != "州水利局"
    desk.post(part(submission, "item.0"), shown(page))
    assert now(submission).documents[0].issuer == "州水利局"
    assert now(submission).documents[1].issuer == "州林业局"


def test_a_form_of_what_was_changed_itself_can_only_be_copied(desk: Client, submission: Submission) -> None:
    """Two people at the same block: the second sees what she typed, and no button to overwrite with."""
    opened = shown(desk.get(part(submission, "block.0.0")))
    other = Client()
    other.force_login(member("巴图", EDITOR))
    save(other, submission, "block.0.0", text="巴图改的。")
    page = desk.post(part(submission, "block.0.0"), {**opened, "text": "古丽改的。"})
    assert "不是您打开时的样子" in text_of(page)
    assert "古丽改的。" in text_of(page)
    assert "保存</button>" not in text_of(page)
    assert now(submission).documents[0].body[0].text == "巴图改的。"


def test_a_form_of_what_is_gone_gives_back_what_was_typed(desk: Client, submission: Submission) -> None:
    last = len(now(submission).documents[0].body) - 1
    opened = shown(desk.get(part(submission, f"block.0.{last}")))
    press(desk, submission, "drop_block", item=0, block=0)
    page = desk.post(part(submission, f"block.0.{last}"), {**opened, "text": "写了很久的一段。"})
    assert page.status_code == 409
    assert "写了很久的一段。" in text_of(page)


def test_a_stale_button_does_nothing(desk: Client, submission: Submission) -> None:
    version = submission.version
    press(desk, submission, "move_block", item=0, block=0, step=1)
    before = now(submission)
    sent = {"version": version, "operation": "drop_block", "item": 0, "block": 0}
    page = desk.post(address(submission, "act"), sent, follow=True)
    assert "刚改过" in messages(page)
    assert now(submission) == before


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
    answer = desk.post(address(submission, "act"), {"version": 0, **given}, headers=SCRIPT)
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


def test_problems_come_first_and_are_ticked_off(desk: Client, editor: User) -> None:
    """The gravest first; each with both its places; what is ticked is no longer counted as open."""
    lines = desk_world.reading().documents[0].lines
    problems = [
        Problem("torn", "note", "一处提示", lines),
        Problem("number-twice", "error", "一处错误", [*lines, [88, 88]]),
    ]
    submission = desk_world.submission(worlds.publication(), editor, problems=problems)
    page = text_of(desk.get(address(submission)))
    assert page.index("一处错误") < page.index("一处提示") < page.index('id="lines"')
    assert 'href="#L88"' in page
    assert 'data-to="i0"' in page
    assert "还有1处错误没有看过" in page
    after = press(desk, submission, "see_problem", number=1, seen=1)
    assert "没有看过" not in text_of(after)
    assert [problem.seen for problem in now(submission).problems] == [False, True]


def test_a_suggestion_is_taken_over_by_a_button(desk: Client, editor: User) -> None:
    document = desk_world.reading().documents[0]
    problem = Problem("title-differs", "warning", "不一致", document.lines, document.title, "应有的标题")
    submission = desk_world.submission(worlds.publication(), editor, problems=[problem])
    assert "采用建议" in text_of(desk.get(address(submission)))
    press(desk, submission, "take_suggestion", number=0)
    assert now(submission).documents[0].title == "应有的标题"


def test_the_script_gets_the_parts_that_are_different(desk: Client, submission: Submission) -> None:
    """The item and its head, the lines that nothing holds now, the new version; not the other items."""
    first = now(submission).documents[0].body[0].lines[0][0]
    sent = {"version": 0, "operation": "drop_block", "item": 0, "block": 0}
    answer = desk.post(address(submission, "act"), sent, headers=SCRIPT).json()
    assert answer["version"] == 1
    assert {"i0", "i0-head", "unplaced"} <= answer["regions"].keys()
    assert "i1" not in answer["regions"]
    assert answer["lines"][str(first)][:2] == ["", True]
    assert 'name="version" value="1"' in answer["regions"]["i0"]


def test_an_address_that_means_nothing_is_not_found(desk: Client, submission: Submission) -> None:
    for name in ("block.0", "block.x.1", "documents.0", "appointments.new", "tables.new.5", "issue.1"):
        assert desk.get(part(submission, name)).status_code == 404, name
    assert desk.get(address(submission, "item", 99)).status_code == 404
    assert desk.post(address(submission, "act"), {"operation": "drop_database"}).status_code == 404


def test_only_editors_review(client: Client, signer: User, submission: Submission) -> None:
    client.force_login(signer)
    assert client.get(address(submission)).status_code == 403
    assert client.post(part(submission, "issue"), {}).status_code == 403
    assert client.post(address(submission, "act"), {}).status_code == 403


def test_what_is_accepted_is_corrected_no_more(desk: Client, submission: Submission) -> None:
    opened = shown(desk.get(part(submission, "item.0")))
    Submission.objects.update(state=Submission.State.ACCEPTED)
    assert desk.get(address(submission)).status_code == 302
    assert desk.post(part(submission, "item.0"), {**opened, "issuer": "州水利局"}).status_code == 302
    page = press(desk, submission, "drop_block", item=0, block=0)
    assert "不能修改" in messages(page)
    assert submission.version == 0


def test_accepting_makes_drafts_of_the_corrected_reading(desk: Client, submission: Submission) -> None:
    """From the review page: what she set is in the records, and noted there as hers."""
    save(desk, submission, "item.0", issuer="伊河州水利局")
    page = desk.get(address(submission))
    assert "收录后将建立草稿" in text_of(page)
    desk.post(address(submission, "accept"), {"version": now(submission) and submission.version}, follow=True)
    document = Document.objects.get(title=now(submission).documents[0].title)
    assert document.issuer == "伊河州水利局"
    assert "issuer" in document.edited_fields


def test_a_long_text_costs_no_more_questions_and_little_more_page(
    desk: Client, editor: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Three thousand lines: texts of items come later, so the page stays below a megabyte."""
    submission = desk_world.submission(worlds.publication(), editor)
    reading = now(submission)
    document = reading.documents[0]
    document.body = [document.body[0]] * 3000
    submission.text = "\n".join([*LINES, *(["这是很长的一期公报里的一行文字。" * 3] * 3000)])
    submission.reading = reading.to_json()
    submission.save()
    with django_assert_max_num_queries(12):
        page = desk.get(address(submission))
    assert len(page.content) < 1_000_000


def test_a_part_knows_itself_again(submission: Submission) -> None:
    """The digest by which a stale form is told follows what the form shows."""
    reading = now(submission)
    before = part_of(reading, "block.0.0").print
    assert part_of(now(submission), "block.0.0").print == before
    reading.documents[0].body[0].text += "。"
    assert part_of(reading, "block.0.0").print != before
