"""A reader's walk through the portal, with a mouse and with a keyboard."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests import world as worlds
from tests.printing.stub import installed

pytestmark = pytest.mark.browser


@pytest.fixture
def faultless(page: Page) -> Iterator[Page]:
    """A page on which nothing may fail: no script, no file, nothing in the console."""
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    # Who clicks on before a page has all its files ends their requests; that is no fault of the page.
    page.on(
        "requestfailed",
        lambda request: faults.append(request.url) if request.failure != "net::ERR_ABORTED" else None,
    )
    yield page
    assert faults == []


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    """What is printed here is not looked at."""
    settings.PDF_DIR = tmp_path
    installed(monkeypatch)


def walk(page: Page, site: str, *, entry: str, title: str, article: str) -> None:
    """Home → newest issue → a document of it → an article's own address → back → the issue's PDF."""
    page.goto(site)
    page.get_by_role("link", name="阅读本期").click()
    issue = page.url
    page.locator(".contents").get_by_role("link", name=entry).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("link", name=f"“{article}”的链接和引文", exact=True).click()
    place = page.locator(":target")
    expect(place).to_contain_text(article)
    expect(place).to_be_in_viewport()
    page.get_by_role("navigation", name="当前位置").get_by_role("link", name="第").last.click()
    expect(page).to_have_url(issue)
    pdf = page.request.get(site + str(page.get_by_role("link", name="PDF").get_attribute("href")))
    assert pdf.ok
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF-")


def test_a_reader_walks_from_home_to_an_article_and_the_pdf(
    transactional_db: None, live_server: LiveServer, faultless: Page, press: None
) -> None:
    world = worlds.build()
    call_command("print_issues", stdout=StringIO())
    walk(faultless, live_server.url, entry=world.first.title, title=world.first.title, article="第二条")


def test_a_reader_walks_through_the_real_issue(
    transactional_db: None, live_server: LiveServer, faultless: Page, press: None
) -> None:
    call_command("load_examples", stdout=StringIO())
    call_command("print_issues", stdout=StringIO())
    walk(
        faultless,
        live_server.url,
        entry="秸秆禁烧",
        title="关于印发《伊犁州直秸秆禁烧和综合利用管理办法（试行）》的通知",
        article="第二条",
    )


def test_a_keyboard_passes_over_the_head_at_once(
    transactional_db: None, live_server: LiveServer, faultless: Page
) -> None:
    """The first Tab shows the way to the text; taking it, the next one meets the text's first link."""
    worlds.build()
    faultless.goto(live_server.url)
    faultless.keyboard.press("Tab")
    skip = faultless.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    faultless.keyboard.press("Enter")
    faultless.keyboard.press("Tab")
    assert faultless.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    "path", ["/", "/yihe/2021/3/", "/yihe/documents/", "/yihe/documents/yihezhengfa-2021-1/"]
)
def test_no_page_is_wider_than_the_screen(
    transactional_db: None, live_server: LiveServer, faultless: Page, path: str
) -> None:
    """Down to 320 pixels, and there with text at 200 %."""
    worlds.build()
    faultless.goto(live_server.url + path)
    for width in (1280, 768, 360, 320):
        faultless.set_viewport_size({"width": width, "height": 800})
        for size in ("100%", "200%"):
            faultless.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            assert faultless.evaluate("document.documentElement.scrollWidth") <= width, (width, size)
