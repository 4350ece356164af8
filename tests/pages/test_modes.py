"""How a reader wants pages to look, kept in the address: for browsers without scripts."""

import pytest
from django.test import Client
from django.urls import get_script_prefix

from portal.modes import modes_of, prefix_of, with_mode
from tests.pages.page import Page
from tests.world import World

DOCUMENT = "/yihe/documents/yihezhengfa-2021-1/"


def inner(page: Page) -> list[str]:
    """Where the links of a page lead within the site, but those of the tools that change modes."""
    tools = {id(link) for link in page.one(".//div[@class='tools']").iter("a")}
    links = [link.attrib["href"] for link in page.root.iter("a") if id(link) not in tools]
    return [link for link in links if link.startswith("/")]


def test_an_address_names_known_modes_in_one_order_and_one_of_a_group() -> None:
    assert modes_of("~elder-dark") == ("elder", "dark")
    assert modes_of("~larger") == ("larger",)
    for wrong in ("~", "~dark-elder", "~elder-large", "~light-dark", "~loud", "~elder-", "elder", ""):
        assert modes_of(wrong) is None, wrong


def test_one_choice_of_a_group_takes_the_place_of_another() -> None:
    assert with_mode(("large", "dark"), "size", "elder") == ("elder", "dark")
    assert with_mode(("large", "dark"), "colours") == ("large",)
    assert prefix_of(with_mode(("large",), "size")) == "/"


@pytest.mark.parametrize("path", ["/", "/yihe/2021/3/", DOCUMENT, "/en/yihe/"])
def test_a_page_in_a_mode_is_the_same_page(client: Client, world: World, path: str) -> None:
    plain, dark = Page(client, path), Page(client, "/~elder-dark" + path)
    assert dark.root.attrib["class"] == "elder dark"
    assert "class" not in plain.root.attrib
    assert dark.text == plain.text


@pytest.mark.parametrize("path", ["/", "/yihe/2021/3/", DOCUMENT, "/en/yihe/"])
def test_every_link_of_a_page_keeps_its_modes(client: Client, world: World, path: str) -> None:
    links = inner(Page(client, "/~elder-dark" + path))
    assert links
    assert [link for link in links if not link.startswith("/~elder-dark/")] == []


def test_languages_and_modes_go_together(client: Client, world: World) -> None:
    page = Page(client, "/~large/en/yihe/")
    assert page.root.attrib["lang"] == "en"
    assert page.links(".//nav[@class='site-nav']")["伊河州"] == "/~large/en/yihe/"


@pytest.mark.parametrize("path", ["/", DOCUMENT, "/en/yihe/"])
def test_only_the_plain_page_is_for_search_engines(client: Client, world: World, path: str) -> None:
    page = Page(client, "/~dark" + path)
    assert page.one(".//link[@rel='canonical']").attrib["href"] == f"http://testserver{path}"
    assert page.tag("robots") == "noindex"
    assert Page(client, path).tag("robots") is None


def test_files_have_one_address_in_all_modes(client: Client, world: World) -> None:
    page = Page(client, "/~dark/yihe/")
    files = [each.attrib["href"] for each in page.all(".//link[@rel='stylesheet']")]
    files += [each.attrib["src"] for each in page.all(".//script[@src]")]
    assert len(files) >= 2
    assert all(file.startswith("/static/") for file in files)


@pytest.mark.parametrize(
    "path", ["/~elder-large/", "/~dark-elder/yihe/", "/~/", "/~nichts/yihe/", "/yihe/~dark/"]
)
def test_what_is_no_mode_is_no_address(client: Client, world: World, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_page_that_is_missing_is_missing_in_its_mode(client: Client, world: World) -> None:
    page = Page(client, "/~dark/nichts/", 404)
    assert page.root.attrib["class"] == "dark"
    assert page.links()["回到首页"] == "/~dark/"


def test_an_address_without_its_last_slash_keeps_its_modes(client: Client, world: World) -> None:
    assert client.get("/~dark/yihe?page=2").headers["Location"] == "/~dark/yihe/?page=2"


def test_the_tools_lead_to_the_same_page_in_the_other_modes(client: Client, world: World) -> None:
    """With its query; the mode that is on is marked, and one step leads back to the plain page."""
    page = Page(client, "/~large-dark/yihe/documents/?year=2021")
    links = page.links(".//div[@class='tools']")
    assert links["特大"] == "/~larger-dark/yihe/documents/?year=2021"
    assert links["浅色"] == "/~large-light/yihe/documents/?year=2021"
    assert links["随系统"] == "/~large/yihe/documents/?year=2021"
    assert links["恢复默认"] == "/yihe/documents/?year=2021"
    assert page.texts(".//details[@class='modes']//a[@aria-current='true']") == ["大", "深色"]


def test_the_way_into_the_simplified_mode_is_the_way_out_of_it(client: Client, world: World) -> None:
    into = Page(client, "/yihe/").one(".//a[@data-mode='elder']").attrib["href"]
    assert into == "/~elder/yihe/"
    assert Page(client, into).one(".//a[@data-mode='elder']").attrib["href"] == "/yihe/"


def test_chinese_addresses_stay_addresses(client: Client, world: World) -> None:
    page = Page(client, "/%E5%85%AC%E6%8A%A5%22%3E/", 404)
    assert page.links(".//div[@class='tools']")["大"] == "/~large/%E5%85%AC%E6%8A%A5%22%3E/"


def test_the_next_request_starts_without_modes(client: Client, world: World) -> None:
    client.get("/~dark/nichts/")
    client.get("/~dark/yihe/")
    assert get_script_prefix() == "/"
    assert "/~" not in "".join(inner(Page(client, "/yihe/")))


def test_modes_set_no_cookie(client: Client, world: World) -> None:
    assert not client.get("/~elder-dark/yihe/").cookies
