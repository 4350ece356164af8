"""The review page of a text by plain pages, as it works without scripts, and the answers that its script takes."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from documents.models import Document
from editorial import audit
from intake.models import Submission
from intake.reading import Problem
from tests import desk_world
from tests import world as worlds
from tests.desk_world import LINES
from tests.editorial.desk_forms import SCRIPT, address, every_part, now, part, press, save, sent, text_of
from tests.editorial.forms import messages, shown


@pytest.fixture
def submission(editor: User) -> Submission:
    return desk_world.submission(worlds.publication(), editor)


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
    given = sent(desk, submission, "drop_block", item=0, block=0)
    answer = desk.post(address(submission, "act"), given, headers=SCRIPT).json()
    assert answer["version"] == 1
    assert {"i0", "i0-head", "unplaced"} <= answer["regions"].keys()
    assert "i1" not in answer["regions"]
    assert answer["lines"][str(first)][:2] == ["", True]
    assert 'name="version" value="1"' in answer["regions"]["i0"]


def test_an_address_that_means_nothing_is_not_found(desk: Client, submission: Submission) -> None:
    names = ["block.0", "block.x.1", "documents.0", "appointments.new", "tables.new.5", "issue.1"]
    for name in [*names, "contents.x.1", "contents.²", "contents." + "9" * 5000]:
        assert desk.get(part(submission, name)).status_code == 404, name[:20]
    assert desk.get(address(submission, "item", 99)).status_code == 404
    assert desk.post(address(submission, "act"), {"operation": "drop_database"}).status_code == 404


def test_what_has_no_lines_is_shown_and_corrected_too(desk: Client, submission: Submission) -> None:
    """As what an editor added, where a later reading of the file lost its place."""
    reading = now(submission)
    reading.items[3].lines = reading.events[0].lines = reading.tables[0].lines = []
    submission.reading = reading.to_json()
    submission.save()
    assert desk.get(address(submission)).status_code == 200
    for name in [*every_part(reading), "events.new.3"]:
        assert desk.get(part(submission, name)).status_code == 200, name
    press(desk, submission, "remove_record", name="events", number=1)
    first = now(submission).unplaced[0][0]
    press(desk, submission, "place_lines", first=first, last=first, target=3)
    assert not now(submission).unplaced


def test_the_steps_on_a_text_are_called_what_they_are(desk: Client, submission: Submission) -> None:
    """In the record of what was done, a correction at the desk is no ordinary edit, nor is keeping a scan."""
    press(desk, submission, "move_block", item=0, block=0, step=1)
    history = text_of(desk.get(reverse("admin:intake_submission_history", args=[submission.pk])))
    assert "<td>核对来稿</td>" in history
    audit.record("archive_scan", submission, None)
    history = text_of(desk.get(reverse("admin:intake_submission_history", args=[submission.pk])))
    assert "<td>扫描件存档</td>" in history


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
