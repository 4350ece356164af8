"""The page that explains the API, for people, and the description for programs."""

import pytest
from django.test import Client

from api.schema import description
from tests.api.test_open import LISTS
from tests.pages.page import Page, text_of


@pytest.fixture
def page(client: Client, db: None) -> Page:
    return Page(client, "/api/v1/docs/")


def test_every_address_is_explained(page: Page) -> None:
    told = page.texts(".//p[@class='address']")
    assert told == [f"GET {path}" for path in description()["paths"]]
    assert {address.split("/")[3] for address in told} - {""} == LISTS


def test_a_parameter_says_what_it_may_be(page: Page) -> None:
    rows = [[text_of(cell) for cell in row] for row in page.all(".//tbody/tr")]
    assert ["direction", "代码", "收发：incoming 来文，outgoing 发文"] in rows
    assert ["issued_from", "日期", "成文日期从"] in rows


def test_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    places = {each.attrib["id"] for each in page.root.iter() if "id" in each.attrib}
    links = [each.attrib["href"] for each in page.main.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= places


def test_nothing_on_the_page_needs_a_looser_policy(page: Page) -> None:
    assert all(
        script.get("src") or script.get("type") == "application/ld+json" for script in page.all(".//script")
    )
    assert page.all(".//style") == page.all(".//*[@style]") == []


@pytest.mark.parametrize(("query", "begins"), [("", b"openapi: 3."), ("?format=json", b"{")])
def test_programs_read_the_description_as_yaml_or_json(
    client: Client, db: None, query: str, begins: bytes
) -> None:
    assert client.get(f"/api/v1/schema/{query}").content.startswith(begins)


def test_other_formats_are_refused(client: Client, db: None) -> None:
    assert client.get("/api/v1/schema/?format=xml").json()["parameters"] == {
        "format": ["格式只有 yaml 和 json。"]
    }
