"""The same page in another language, by links that need neither script nor cookie."""

import pytest
from django.test import Client

from tests.pages.page import Page
from tests.world import World

NAV = ".//nav[@class='languages']"


def links(client: Client, path: str, status: int = 200) -> dict[str, str]:
    return {a.attrib["hreflang"]: a.attrib["href"] for a in Page(client, path, status).all(f"{NAV}/a")}


def test_a_page_leads_to_itself_in_the_other_language_and_back(world: World, client: Client) -> None:
    """Chinese addresses have no prefix."""
    assert links(client, "/yihe/2021/3/") == {"en": "/en/yihe/2021/3/"}
    assert links(client, "/en/yihe/2021/3/") == {"zh-Hans": "/yihe/2021/3/"}


def test_what_was_asked_for_and_the_modes_stay(world: World, client: Client) -> None:
    """A filtered list stays filtered, and large text large."""
    assert links(client, "/~elder-dark/yihe/documents/?kind=notice&page=1") == {
        "en": "/~elder-dark/en/yihe/documents/?kind=notice&page=1"
    }


def test_an_address_with_chinese_letters_is_written_as_addresses_are(world: World, client: Client) -> None:
    world.first.slug = "文件-1"
    world.first.save()
    assert links(client, world.first.get_absolute_url()) == {"en": "/en/yihe/documents/%E6%96%87%E4%BB%B6-1/"}


def test_each_link_is_in_its_own_language(world: World, client: Client) -> None:
    """Who cannot read the page can read the way out of it."""
    link = Page(client, "/").one(f"{NAV}/a")
    assert (link.text, link.get("lang"), link.get("dir")) == ("English", "en", "ltr")


def test_the_page_about_the_api_speaks_every_language_too(world: World, client: Client) -> None:
    """Although it stands at an address of the API, which has one language."""
    assert links(client, "/api/v1/docs/") == {"en": "/en/api/v1/docs/"}


@pytest.mark.django_db
def test_a_page_that_does_not_exist_is_missing_in_every_language(client: Client) -> None:
    assert links(client, "/en/nowhere/", 404) == {"zh-Hans": "/nowhere/"}


def test_neither_cookie_nor_browser_decides(world: World, client: Client) -> None:
    """One address shows everybody the same page, which may be kept for all."""
    answer = client.get("/yihe/", headers={"accept-language": "en"}, cookies={"django_language": "en"})
    assert answer.headers["Content-Language"] == "zh-hans"
    assert not answer.cookies
    assert "Vary" not in answer.headers or "Accept-Language" not in answer.headers["Vary"]
