"""404 against 410, former addresses, addresses without their slash, and HEAD: over every kind of address."""

import pytest
from django.test import Client
from django.utils import timezone

from documents.models import FormerAddress
from gazette.models import Issue
from tests.pages.page import Page
from tests.rooms_world import Rooms
from tests.world import World

DOCUMENT = "/yihe/documents/yihezhengfa-2021-1/"


def of_issue(rooms: Rooms) -> list[str]:
    """What an issue holds, by address."""
    return [
        "/yihe/2021/3/",
        "/yihe/2021/3/gazette.pdf",
        DOCUMENT,
        *rooms.records(),
        f"{rooms.table.get_absolute_url()}table.csv",
        f"/yihe/2021/3/chronicle/{rooms.chronicle.pk}/",
        f"/yihe/2021/3/register/{rooms.register.pk}/",
    ]


@pytest.mark.parametrize("prefix", ["", "/en", "/~elder-dark", "/~large/en"])
def test_what_was_taken_back_is_gone(client: Client, rooms: Rooms, prefix: str) -> None:
    """It was there once: that is said, and no search engine need ask again."""
    Issue.objects.update(withdrawn_at=timezone.now())
    for address in of_issue(rooms):
        answer = client.get(f"{prefix}{address}")
        assert answer.status_code == 410, address
        assert client.head(f"{prefix}{address}").status_code == 410, address


@pytest.mark.parametrize(
    "address",
    [
        "/nichts/",
        "/yihe/1999/",
        "/yihe/2021/99/",
        "/yihe/2021/99/gazette.pdf",
        "/yihe/documents/nichts/",
        "/yihe/2021/3/appointments/0/",
        "/yihe/2021/3/meetings/0/",
        "/yihe/2021/3/chronicle/0/",
        "/yihe/2021/3/register/0/",
        "/yihe/chronicle/2021/13/",
        "/yihe/statistics/2021/4/0/",
        "/yihe/statistics/indicators/0/",
        "/officials/0/",
        "/bodies/0/",
        "/openness/0/",
        "/fr/yihe/",
        "/~nichts/yihe/",
        "/yihe/2021/3/x/y/",
        "/robots.txt/",
    ],
)
def test_what_never_was_is_not_found(client: Client, world: World, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.head(address).status_code == 404


def test_a_draft_is_not_told_of(client: Client, rooms: Rooms) -> None:
    """Not even that it will be there."""
    Issue.objects.update(published_at=None)
    for address in of_issue(rooms):
        assert client.get(address).status_code == 404, address


@pytest.mark.parametrize(("address", "status"), [("/nichts/", 404), (DOCUMENT, 410), (f"/en{DOCUMENT}", 410)])
def test_who_finds_nothing_is_shown_ways_on(client: Client, world: World, address: str, status: int) -> None:
    """The search, the way home."""
    Issue.objects.update(withdrawn_at=timezone.now())
    page = Page(client, address, status)
    start = "/en/" if address.startswith("/en/") else "/"
    assert f"{start}search/" in {form.attrib["action"] for form in page.all(".//form[@role='search']")}
    assert start in page.links().values()


@pytest.mark.parametrize("prefix", ["", "/en", "/~elder-dark", "/~large/en"])
def test_an_address_without_its_slash_leads_on_as_it_is_shown(
    client: Client, world: World, prefix: str
) -> None:
    answer = client.get(f"{prefix}/yihe/2021/3?a=b")
    assert (answer.status_code, answer["Location"]) == (301, f"{prefix}/yihe/2021/3/?a=b")


@pytest.mark.parametrize("prefix", ["", "/en", "/~elder-dark"])
def test_a_former_address_leads_to_the_present_one(client: Client, world: World, prefix: str) -> None:
    FormerAddress.objects.create(publication=world.gazette, slug="former", document=world.first)
    answer = client.get(f"{prefix}/yihe/documents/former/")
    assert (answer.status_code, answer["Location"]) == (301, f"{prefix}{DOCUMENT}")
    assert client.get(answer["Location"]).status_code == 200


def test_each_number_of_a_double_issue_leads_to_it(client: Client, world: World) -> None:
    Issue.objects.update(number_end=4)
    assert client.get("/yihe/2021/4/")["Location"] == "/yihe/2021/3/"
