"""Reading on by keys and by swiping, in a real browser."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import world as worlds
from tests.world import World

pytestmark = pytest.mark.browser

# A finger on the glass: from where to where, in CSS pixels, begun on the element that is named.
SWIPE = """([selector, fromX, fromY, toX, toY]) => {
  const on = document.querySelector(selector);
  const touch = (x, y) => new Touch({ identifier: 1, target: on, clientX: x, clientY: y });
  const event = (name, touches, changed) => on.dispatchEvent(
    new TouchEvent(name, { touches, changedTouches: changed, bubbles: true, cancelable: true }));
  event("touchstart", [touch(fromX, fromY)], [touch(fromX, fromY)]);
  event("touchend", [], [touch(toX, toY)]);
}"""


@pytest.fixture
def world(transactional_db: None) -> World:
    return worlds.build()


def test_the_arrow_keys_turn_and_back_comes_back(world: World, live_server: LiveServer, page: Page) -> None:
    first, second = (live_server.url + each.get_absolute_url() for each in (world.first, world.second))
    page.goto(first)
    for keys, reached in (("ArrowRight", second), ("ArrowLeft", first), ("ArrowRight", second)):
        # The script has run, and tells that the keys can be used.
        expect(page.locator(".reading-keys")).to_be_visible()
        page.keyboard.press(keys)
        page.wait_for_url(reached)
    page.go_back()
    expect(page).to_have_url(first)


def test_keys_that_mean_something_else_do_not_turn(world: World, live_server: LiveServer, page: Page) -> None:
    """With a modifier, in a field, or in a table that scrolls."""
    first = live_server.url + world.first.get_absolute_url()
    page.goto(first)
    for keys in ("Shift+ArrowRight", "Control+ArrowRight"):
        page.keyboard.press(keys)
    page.locator("[role=search] input[name=q]").first.focus()
    page.keyboard.press("ArrowRight")
    page.locator(".table-frame").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    expect(page).to_have_url(first)


def test_where_the_script_runs_from_right_to_left_the_keys_are_mirrored(
    world: World, live_server: LiveServer, page: Page
) -> None:
    page.add_init_script(
        "document.addEventListener('readystatechange', () => document.documentElement.dir = 'rtl')"
    )
    page.goto(live_server.url + world.first.get_absolute_url())
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(live_server.url + world.second.get_absolute_url())


def test_a_swipe_turns_and_a_slanting_one_or_one_in_a_table_does_not(
    world: World, live_server: LiveServer, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    first = live_server.url + world.first.get_absolute_url()
    page.goto(first)
    page.evaluate(SWIPE, ["h1", 300, 300, 180, 400])
    page.evaluate(SWIPE, [".table-frame td", 300, 300, 100, 300])
    page.wait_for_timeout(300)
    expect(page).to_have_url(first)
    page.evaluate(SWIPE, ["h1", 300, 300, 100, 320])
    expect(page).to_have_url(live_server.url + world.second.get_absolute_url())
    context.close()


def test_the_address_of_an_issue_is_copied(world: World, live_server: LiveServer, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live_server.url}/yihe/2021/3/")
    page.get_by_role("button", name="复制网址").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{live_server.url}/yihe/2021/3/"
    context.close()
