"""How pages look and speak, in a browser with scripts: the choice is kept there, and addresses stay plain."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import world as worlds
from tests.world import World

pytestmark = pytest.mark.browser

# A browser that speaks at once, as this machine has no voices. What it says is kept in `said`.
SPEAKS = """
window.said = [];
window.held = false;
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const voices = ["en-US", "zh_CN"].map((lang) => ({ lang }));
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  addEventListener() {},
  cancel() {},
  speak(utterance) {
    window.said.push([utterance.text, utterance.voice && utterance.voice.lang]);
    if (!window.held) setTimeout(() => utterance.onend());
  },
} });
"""


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> tuple[World, str]:
    return worlds.build(), live_server.url


def classes(page: Page) -> set[str]:
    return set(str(page.evaluate("document.documentElement.className")).split()) - {"scripts"}


def test_a_mode_is_kept_from_page_to_page_and_addresses_stay_plain(
    page: Page, site: tuple[World, str]
) -> None:
    world, url = site
    page.goto(url)
    page.get_by_text("字号与颜色").click()
    page.get_by_role("link", name="特大", exact=True).click()
    page.get_by_role("link", name="深色", exact=True).click()
    assert page.url == f"{url}/"
    assert classes(page) == {"larger", "dark"}
    page.goto(url + world.first.get_absolute_url())
    assert classes(page) == {"larger", "dark"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 20, 18)"
    page.get_by_text("字号与颜色").click()
    expect(page.get_by_role("link", name="特大", exact=True)).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="恢复默认").click()
    page.reload()
    assert classes(page) == set()
    assert page.context.cookies() == []


def test_the_simplified_mode_is_one_step_in_and_one_step_out(page: Page, site: tuple[World, str]) -> None:
    _world, url = site
    page.goto(f"{url}/yihe/")
    page.get_by_role("link", name="长者模式", exact=True).click()
    assert classes(page) == {"elder"}
    page.get_by_role("link", name="退出长者模式").click()
    assert classes(page) == set()


def test_a_page_with_modes_in_its_address_goes_over_to_the_plain_one(
    page: Page, site: tuple[World, str]
) -> None:
    _world, url = site
    page.goto(f"{url}/~elder/yihe/?a=1#main")
    assert classes(page) == {"elder"}
    page.get_by_text("字号与颜色").click()
    page.get_by_role("link", name="深色", exact=True).click()
    page.wait_for_url(f"{url}/yihe/?a=1#main")
    assert classes(page) == {"elder", "dark"}


def test_without_scripts_the_tools_are_plain_links(browser: Browser, site: tuple[World, str]) -> None:
    _world, url = site
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/yihe/")
    expect(page.get_by_role("button", name="朗读")).to_be_hidden()
    expect(page.get_by_role("link", name="恢复默认")).to_be_hidden()
    page.get_by_role("link", name="长者模式", exact=True).click()
    assert page.url == f"{url}/~elder/yihe/"
    page.get_by_role("link", name="恢复默认").click()
    assert page.url == f"{url}/yihe/"
    context.close()


def test_a_document_is_read_aloud_paragraph_by_paragraph(page: Page, site: tuple[World, str]) -> None:
    """In a voice of its language; from the title to the end, then the player goes by itself."""
    world, url = site
    page.add_init_script(SPEAKS)
    page.goto(url + world.first.get_absolute_url())
    page.get_by_role("button", name="朗读", exact=True).click()
    expect(page.locator(".player")).to_be_hidden()
    said = page.evaluate("said")
    text = "".join(words for words, _voice in said)
    assert text.index(world.first.title) < text.index("第一条") < text.index("第二条")
    for paragraph in page.locator(".paper :is(.paragraph, .article, .item)").all_inner_texts():
        assert " ".join(paragraph.split("。")[0].split()).rstrip(" #") in text
    assert {voice for _words, voice in said} == {"zh_CN"}
    assert "首页" not in text
    assert page.locator(".being-read").count() == 0


def test_reading_is_paused_taken_up_and_stopped(page: Page, site: tuple[World, str]) -> None:
    world, url = site
    page.add_init_script(SPEAKS)
    page.goto(url + world.first.get_absolute_url())
    page.evaluate("held = true")
    page.get_by_role("button", name="朗读", exact=True).click()
    expect(page.locator(".being-read")).to_have_count(1)
    page.get_by_role("button", name="暂停").click()
    expect(page.get_by_role("status")).to_have_text("已暂停")
    page.get_by_role("button", name="继续").click()
    assert page.evaluate("said[0][0] === said[1][0]")
    first = page.locator(".being-read").inner_text()
    page.get_by_role("button", name="下一段").click()
    assert page.locator(".being-read").inner_text() != first
    page.keyboard.press("Escape")
    expect(page.locator(".player")).to_be_hidden()
    expect(page.get_by_role("button", name="朗读", exact=True)).to_be_focused()
    assert page.locator(".being-read").count() == 0


def test_nothing_is_offered_where_the_browser_has_no_voice(page: Page, site: tuple[World, str]) -> None:
    _world, url = site
    page.add_init_script("speechSynthesis.getVoices = () => []")
    page.goto(url)
    expect(page.get_by_role("button", name="朗读", exact=True)).to_be_hidden()
