"""A document read with and without scripts: citations, the contents beside the text, wide tables."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from documents.models import Block, BlockKind
from tests import world as worlds
from tests.world import World

pytestmark = pytest.mark.browser


@pytest.fixture
def long_text(transactional_db: None) -> World:
    """A document of thirty articles in three chapters."""
    world = worlds.build()
    for chapter in range(2, 5):
        rows = [(BlockKind.HEADING, 2, f"第{chapter}章", "管理")]
        rows += [(BlockKind.ARTICLE, 3, f"第{chapter * 10 + count}条", "内容。" * 40) for count in range(10)]
        for place, (kind, level, label, text) in enumerate(rows, chapter * 20):
            Block.objects.create(
                document=world.first, position=place, kind=kind, level=level, label=label, text=text
            )
    return world


def test_an_article_is_cited_with_the_keyboard(long_text: World, live_server: LiveServer, page: Page) -> None:
    """The link leads to the place and shows its citation; a button copies it with its address, and says so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(live_server.url + long_text.first.get_absolute_url())
    link = page.get_by_role("link", name="“第二条”的链接和引文", exact=True)
    link.focus()
    page.keyboard.press("Enter")
    quote = page.locator("[data-anchor='tiao-2']")
    expect(quote).to_be_visible()
    # The first step goes from the place that was reached to its own link.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(quote.get_by_role("button", name="复制引文和网址")).to_be_focused()
    page.keyboard.press("Enter")
    expect(quote.get_by_role("status")).to_have_text("已复制。")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "《供暖办法》（伊河政发〔2021〕1号）第二条\n"
        f"{live_server.url}{long_text.first.get_absolute_url()}#tiao-2"
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-anchor='tiao-2-xiang-1']")).to_be_visible()
    expect(quote).to_be_hidden()


def test_the_contents_tell_where_the_reader_is(long_text: World, live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url + long_text.first.get_absolute_url())
    outline = page.get_by_role("navigation", name="在本文中")
    outline.get_by_role("link", name="第3章").click()
    expect(outline.locator("[aria-current]")).to_have_text("第3章　管理")
    expect(page.locator(":target")).to_be_in_viewport()


def test_without_scripts_the_citation_is_shown_and_the_contents_are_at_hand(
    long_text: World, live_server: LiveServer, browser: Browser
) -> None:
    """Beside the text on a wide page, folded above it on a phone."""
    for width, shown in ((1280, True), (390, False)):
        context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(live_server.url + long_text.first.get_absolute_url() + "#tiao-1")
        expect(page.locator("[data-anchor='tiao-1']")).to_have_text(
            "《供暖办法》（伊河政发〔2021〕1号）第一条"
        )
        expect(page.locator(".outline a[href='#zhang-3']")).to_be_visible(visible=shown)
        context.close()


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_nothing_is_wider_than_a_small_phone(
    long_text: World, live_server: LiveServer, page: Page, size: str
) -> None:
    """A wide table scrolls within its frame, and its first column stays in sight."""
    Block.objects.create(
        document=long_text.first, position=2, kind=BlockKind.TABLE, rows=[["县市", *"甲乙丙丁戊己"]] * 3
    )
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(live_server.url + long_text.first.get_absolute_url())
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    frame = page.locator(".table-frame.wide").first
    frame.evaluate("frame => { frame.scrollLeft = 300 }")
    first = frame.locator("tbody td").first
    assert first.evaluate("cell => cell.getBoundingClientRect().left") >= frame.evaluate(
        "frame => frame.getBoundingClientRect().left"
    )
