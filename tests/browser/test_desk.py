"""An editor at the desk: lines and what was understood of them, by mouse and by keyboard alone."""

import re

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from editorial.roles import EDITOR
from intake.models import Submission
from intake.reading import Problem, Reading
from tests import desk_world
from tests import world as worlds

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


CORRECTED, JOINED = re.compile("改好的一段。$"), re.compile("改好的一段。.+")
LOOKED_AT, LOOSE = re.compile(r"\blooked-at\b"), re.compile(r"\bloose\b")


@pytest.fixture
def submission(transactional_db: None) -> Submission:
    """An issue with two problems: one at the first document, one at the notice."""
    editor = worlds.editor("古丽")
    editor.groups.add(Group.objects.get(name=EDITOR))
    reading = desk_world.reading()
    problems = [
        Problem("torn", "warning", "这一段没有结束。", reading.documents[0].body[1].lines),
        Problem("appointment-not-read", "warning", "这一句没有读出任免。", reading.appointments[0].lines),
    ]
    return desk_world.submission(worlds.publication(), editor, problems=problems)


@pytest.fixture
def review(page: Page, live_server: LiveServer, submission: Submission) -> Page:
    page.goto(f"{live_server.url}/admin/intake/submission/{submission.pk}/review/")
    page.get_by_label("用户名").fill("古丽")
    page.get_by_label("密码").fill("a long pass phrase")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="读入结果")).to_be_visible()
    page.wait_for_load_state()
    return page


def now(submission: Submission) -> Reading:
    submission.refresh_from_db()
    return Reading.from_json(submission.reading or {})


def test_a_line_leads_to_its_block_and_the_block_to_its_lines(review: Page, submission: Submission) -> None:
    """The item opens and its text comes by itself; both sides are marked."""
    first = now(submission).documents[1].body[1].lines[0][0]
    review.locator(f"#L{first}").click()
    expect(review.locator("#i1-b1")).to_be_visible()
    expect(review.locator("#i1-b1")).to_have_class(LOOKED_AT)
    other = now(submission).documents[1].body[0].lines[0][0]
    review.locator("#i1-b0 .at").click()
    expect(review.locator(f"#L{other}")).to_be_in_viewport()
    expect(review.locator(f"#L{other}")).to_have_class(LOOKED_AT)
    expect(review.locator(f"#L{first}")).not_to_have_class(LOOKED_AT)


def test_a_block_is_corrected_where_it_stands(review: Page, submission: Submission) -> None:
    """Its form opens below it, refuses beside the field, and closes with the new text in its place."""
    review.locator("#i1 > summary").click()
    review.locator("#i1-b0 .edit").click()
    field = review.locator("#i1-b0 textarea[name=text]")
    level = review.locator("#i1-b0 input[name=level]")
    right = level.input_value()
    field.fill("改好的一段。")
    level.fill("9")
    review.locator("#i1-b0").get_by_role("button", name="保存").click()
    expect(review.locator("#i1-b0 .fault")).to_contain_text("5")
    expect(level).to_be_focused()
    expect(field).to_have_value("改好的一段。")
    level.fill(right)
    review.locator("#i1-b0").get_by_role("button", name="保存").click()
    expect(review.locator("#i1-b0 .said")).to_have_text(CORRECTED)
    expect(review.locator("#i1-b0 .editor")).to_have_count(0)
    assert now(submission).documents[1].body[0].text == "改好的一段。"
    assert now(submission).documents[1].edited == ["body"]
    # The page goes on with the new version: the next change is taken too.
    review.locator("#i1-b1 .edit").click()
    review.locator("#i1-b1").get_by_role("button", name="并入上一段").click()
    expect(review.locator("#i1-b0 .said")).to_have_text(JOINED)
    submission.refresh_from_db()
    assert submission.version == 2


def test_whoever_leaves_with_something_typed_is_asked_first(review: Page, submission: Submission) -> None:
    asked: list[str] = []
    review.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    review.locator("#i1 > summary").click()
    review.locator("#i1-b0 .edit").click()
    review.locator("#i1-b0 textarea[name=text]").fill("还没有保存的一段。")
    review.evaluate("location.assign('/admin/')")
    expect(review.locator("#i1-b0 textarea[name=text]")).to_have_value("还没有保存的一段。")
    assert asked == ["beforeunload"]


def test_a_block_that_is_taken_out_leaves_marked_lines(review: Page, submission: Submission) -> None:
    first = now(submission).documents[1].body[1].lines[0][0]
    review.locator("#i1 > summary").click()
    review.locator("#i1-b1 .edit").click()
    review.locator("#i1-b1").get_by_role("button", name="移出").click()
    expect(review.locator(f"#L{first}")).to_have_class(LOOSE)
    stray = review.locator(".stray")
    expect(stray).to_have_count(1)
    stray.locator("summary").click()
    stray.locator("select[name=target]").select_option("1")
    stray.get_by_role("button", name="收入").click()
    expect(review.locator(".stray")).to_have_count(0)
    expect(review.locator(f"#L{first}")).not_to_have_class(LOOSE)
    assert not now(submission).unplaced


def test_a_form_that_is_kept_open_follows_what_it_is_for(review: Page, submission: Submission) -> None:
    """Another block is taken out: a form above it is saved; one below it may only be copied from."""
    before = [block.text for block in now(submission).documents[0].body]
    review.locator("#i0 > summary").click()
    for block, typed in (("#i0-b0", "改好的一段。"), ("#i0-b3", "写给原来那一段的。")):
        review.locator(f"{block} .edit").click()
        review.locator(f"{block} textarea[name=text]").fill(typed)
    review.locator("#i0-b1 .edit").click()
    review.locator("#i0-b1").get_by_role("button", name="移出").click()
    expect(review.locator(".stray")).to_have_count(1)
    kept = review.locator("[data-part='block.0.3'].editor-place")
    expect(kept.get_by_text("这一处已经移动")).to_be_visible()
    expect(kept.locator("textarea[name=text]")).to_have_value("写给原来那一段的。")
    expect(kept.get_by_role("button", name="保存")).to_be_disabled()
    review.locator("#i0-b0").get_by_role("button", name="保存").click()
    expect(review.locator("#i0-b0 .said")).to_have_text(CORRECTED)
    after = [block.text for block in now(submission).documents[0].body]
    assert after == ["改好的一段。", *before[2:]]
    # The other one is still there to be copied from.
    expect(kept.locator("textarea[name=text]")).to_have_value("写给原来那一段的。")
    kept.get_by_role("link", name="不改了").click()
    expect(kept).to_have_count(0)


def test_a_new_entry_is_added_below_the_head_of_the_contents(review: Page, submission: Submission) -> None:
    """Its form opens and closes by the same link, and an answer leaves it where it is."""
    link = review.locator("#contents .edit")
    link.click()
    place = review.locator("#contents + .editor-place")
    place.get_by_label("标题").fill("补上的一条")
    review.locator("#p0").get_by_role("button", name="已看").click()
    expect(review.locator("#p0")).to_have_class("warning seen")
    place.get_by_role("button", name="保存").click()
    expect(review.locator(".contents")).to_contain_text("补上的一条")
    assert now(submission).contents[-1].title == "补上的一条"
    link.click()
    expect(place).to_have_count(1)
    link.click()
    expect(place).to_have_count(0)


def test_problems_are_walked_through_by_keys(review: Page, submission: Submission) -> None:
    """n, s, ?, e and Escape, without a mouse; while something is typed they are letters."""
    review.keyboard.press("n")
    expect(review.locator("#p0")).to_be_focused()
    review.keyboard.press("s")
    expect(review.locator("#p0")).to_have_class("warning seen")
    expect(review.locator("#p1")).to_be_focused()
    assert [problem.seen for problem in now(submission).problems] == [True, False]
    review.locator("#p1").get_by_role("link", name="干部任免").press("Enter")
    expect(review.locator("[id^='i2-a0']")).to_be_focused()
    review.keyboard.press("e")
    post = review.get_by_label("职务")
    post.press("End")
    post.press("n")
    expect(post).to_have_value(now(submission).appointments[0].post + "n")
    post.press("Escape")
    expect(review.locator(".editor")).to_have_count(0)
    review.keyboard.press("?")
    expect(review.get_by_text("下一处未归属的行")).to_be_visible()


def test_a_document_that_is_cut_in_two_shows_as_two(review: Page, submission: Submission) -> None:
    count = len(now(submission).items)
    review.locator("#i0 > summary").click()
    review.locator("#i0-b2 .edit").click()
    review.locator("#i0-b2").get_by_text("从这一段起是新的文件").click()
    review.locator("#i0-b2").get_by_label("新文件的标题").fill("关于另一件事的通知")
    review.locator("#i0-b2").get_by_role("button", name="分出来").click()
    expect(review.locator("details.item")).to_have_count(count + 1)
    expect(review.locator("#i1 > summary")).to_contain_text("关于另一件事的通知")


def test_on_a_phone_one_stands_below_the_other(review: Page) -> None:
    """Nothing is wider than the window, and links jump between the parts."""
    review.set_viewport_size({"width": 390, "height": 800})
    assert review.evaluate("document.documentElement.scrollWidth") <= 390
    review.get_by_role("navigation", name="本页").get_by_role("link", name="读入结果").click()
    expect(review.get_by_role("heading", name="读入结果")).to_be_in_viewport()
    review.locator("#i1 > summary").click()
    review.locator("#i1-b0 .edit").click()
    expect(review.locator("#i1-b0 textarea[name=text]")).to_be_visible()
    assert review.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_form_on_a_page_of_its_own_is_sent_by_the_browser(review: Page, submission: Submission) -> None:
    """As without scripts: saving goes on to the page of the item, at the block."""
    review.goto(f"{review.url}edit/block.1.0/")
    review.get_by_label("文字", exact=True).fill("改好的一段。")
    review.get_by_role("button", name="保存").click()
    expect(review.locator("#i1-b0 .said")).to_have_text(CORRECTED)
    assert review.url.endswith("/review/items/1/#i1-b0")
