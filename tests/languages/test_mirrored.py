"""Pages from right to left in a real browser: the same layout, mirrored, and nothing that sticks out."""

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.languages.conftest import translation
from tests.rooms_world import Rooms
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 320, "height": 720}
# What is wider than the window, but for what scrolls in a frame of its own.
STICKING_OUT = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAGES = [
    "/ug/",
    "/ug/yihe/",
    "/ug/yihe/2021/",
    "/ug/yihe/2021/3/",
    "/ug/yihe/documents/",
    "/ug/yihe/documents/yihezhengfa-2021-1/",
    "/ug/yihe/documents/yihezhengfa-2021-1/in/ug/",
    "/ug/yihe/appointments/",
    "/ug/yihe/chronicle/",
    "/ug/yihe/statistics/",
    "/ug/officials/",
    "/ug/search/?q=供暖",
]


@pytest.mark.usefixtures("uyghur")
def test_no_page_is_wider_than_a_phone(live_server: LiveServer, page: Page, furnished: Rooms) -> None:
    """Longer words than the Chinese ones, from right to left, 320 pixels wide: WCAG 2.2, 1.4.10."""
    page.set_viewport_size(PHONE)
    wide = {}
    for address in PAGES:
        answer = page.goto(f"{live_server.url}{address}")
        assert answer is not None
        assert answer.status == 200, address
        wide[address] = page.evaluate(STICKING_OUT)
    assert not {address: by for address, by in wide.items() if by > 0}


@pytest.mark.usefixtures("uyghur")
def test_the_layout_is_mirrored(live_server: LiveServer, page: Page, furnished: Rooms) -> None:
    """What begins at the left of a Chinese page begins at the right of this one."""
    page.goto(f"{live_server.url}/yihe/2021/3/")
    assert _begins(page, ".site-name") < 300
    page.goto(f"{live_server.url}/ug/yihe/2021/3/")
    assert _begins(page, ".site-name") > 300


def test_the_fonts_come_with_such_text_only(live_server: LiveServer, browser: Browser, world: World) -> None:
    """A Chinese page costs its reader no letter of another script."""
    held = translation(world.first, "mn-mong")
    assert not _fonts(browser, f"{live_server.url}/yihe/")
    assert _fonts(browser, f"{live_server.url}{held.get_absolute_url()}") == {"noto-sans-mongolian"}


def test_mongolian_runs_in_columns_that_scroll_in_their_frame(
    live_server: LiveServer, page: Page, world: World
) -> None:
    """From top to bottom, the first column at the left; the page itself is no wider for it."""
    held = translation(world.first, "mn-mong")
    held.text = "\n".join([held.title] * 60)
    held.save()
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}{held.get_absolute_url()}")
    text = page.locator(".vertical-frame > *")
    assert text.evaluate("e => getComputedStyle(e).writingMode") == "vertical-lr"
    assert page.locator(".vertical-frame").evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.evaluate(STICKING_OUT) <= 0


def _begins(page: Page, selector: str) -> float:
    box = page.locator(f"{selector} a").first.bounding_box()
    assert box is not None
    return box["x"]


def _fonts(browser: Browser, address: str) -> set[str]:
    """The folders of the fonts of other scripts that a page loads."""
    opened = browser.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(address, wait_until="networkidle")
    opened.close()
    return {url.split("/")[-2] for url in asked if "/fonts/noto-" in url}
