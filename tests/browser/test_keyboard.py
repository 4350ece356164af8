"""The portal without a mouse: search, an issue, a document."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from search.indexing import rebuild
from tests import world as worlds

pytestmark = pytest.mark.browser

MOST_STEPS = 80


@pytest.fixture(autouse=True)
def still(page: Page) -> None:
    """Pages do not glide to what has the focus: where it stands can be seen at once."""
    page.emulate_media(reduced_motion="reduce")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what `selector` names has the focus, looking at every stop on the way."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


# Whoever has the focus stands in view, with a frame around it.
SEEN = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return element === document.body || (inView && getComputedStyle(element).outlineStyle !== "none");
}"""


def test_search_needs_no_mouse(transactional_db: None, live_server: LiveServer, page: Page) -> None:
    """From the top of any page to the box, from the results to the document that was meant."""
    world = worlds.build()
    rebuild()
    page.goto(f"{live_server.url}/yihe/")
    tab_to(page, "[role=search] input[name=q]")
    page.keyboard.type(world.first.title[2:8])
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/search/"))
    tab_to(page, f"main a[href='{world.first.get_absolute_url()}']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(world.first.title)


def test_an_issue_is_read_without_a_mouse(
    transactional_db: None, live_server: LiveServer, page: Page
) -> None:
    """From the contents to an entry, onward, and back to the issue."""
    world = worlds.build()
    page.goto(live_server.url + world.issue.get_absolute_url())
    tab_to(page, ".contents a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(world.first.title)
    tab_to(page, "a[rel=next]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(world.second.title)
    tab_to(page, f".trail a[href='{world.issue.get_absolute_url()}']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(live_server.url + world.issue.get_absolute_url())


def test_an_article_is_cited_without_a_mouse(
    transactional_db: None, live_server: LiveServer, page: Page
) -> None:
    """Each article's own address is a stop on the way through a document."""
    world = worlds.build()
    page.goto(live_server.url + world.first.get_absolute_url())
    tab_to(page, "a.anchor[href='#tiao-2']")
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_in_viewport()
