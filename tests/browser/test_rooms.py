"""From a person to the paper, and a chart over its table."""

from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import rooms_world
from tests import world as worlds
from tests.browser.test_walk import faultless, press

__all__ = ["faultless", "press"]

pytestmark = pytest.mark.browser


@pytest.fixture
def rooms(transactional_db: None) -> rooms_world.Rooms:
    return rooms_world.furnish(worlds.build())


def test_a_reader_walks_from_an_official_to_the_notice_and_the_pdf(
    rooms: rooms_world.Rooms, live_server: LiveServer, faultless: Page, press: None
) -> None:
    """Found by a part of the name; the notice says what became of him, the PDF is the issue's."""
    call_command("print_issues", stdout=StringIO())
    faultless.goto(f"{live_server.url}/officials/")
    faultless.get_by_label("姓名").fill("王")
    faultless.get_by_role("button", name="查找").click()
    faultless.get_by_role("link", name="王强").click()
    expect(faultless.get_by_role("heading", level=1)).to_have_text("王强")
    faultless.get_by_role("link", name=rooms.notice.title).click()
    expect(faultless.get_by_role("heading", level=1)).to_have_text(rooms.notice.title)
    removed = faultless.locator("section", has=faultless.get_by_role("heading", name="免去"))
    expect(removed).to_contain_text("王强")
    pdf = faultless.request.get(
        live_server.url + str(faultless.get_by_role("link", name="PDF").get_attribute("href"))
    )
    assert pdf.ok
    assert pdf.body().startswith(b"%PDF-")


def test_a_chart_stands_over_its_table_without_any_script(
    rooms: rooms_world.Rooms, live_server: LiveServer, browser: Browser
) -> None:
    """With the figures that the table shows, the corrected one among them; as wide as its frame."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(live_server.url + rooms.indicator("工业增加值（规上）").get_absolute_url())
    chart = page.get_by_role("img", name="工业增加值（规上）（当月）")
    expect(chart).to_be_visible()
    expect(chart.locator(".chart-figure")).to_have_text("1200")
    expect(page.get_by_role("cell", name="1100")).to_be_visible()
    box = chart.bounding_box()
    assert box
    assert 250 < box["width"] < 390
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen(
    rooms: rooms_world.Rooms, live_server: LiveServer, page: Page, width: int
) -> None:
    """Down to 320 pixels, and there with text at 200 %."""
    page.set_viewport_size({"width": width, "height": 800})
    for path in rooms.addresses():
        page.goto(live_server.url + path)
        for size in ("100%", "200%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
