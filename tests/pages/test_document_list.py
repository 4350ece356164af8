import datetime

import pytest
from django.test import Client

from documents.models import Document
from tests import world as worlds
from tests.pages.page import Page
from tests.world import World


def titles(client: Client, query: str = "") -> list[str]:
    return Page(client, f"/yihe/documents/{query}").texts(".//ul[@class='document-lines']/li/a")


@pytest.fixture
def shelf(world: World) -> World:
    """Two documents of 2021 in an issue; an opinion of 2023 and a draft outside."""
    worlds.document(world.gazette, 8, title="未发布的文件", published=False)
    alone = worlds.document(world.gazette, 9, title="关于禁烧的意见")
    alone.issued_on, alone.kind = datetime.date(2023, 2, 1), "opinion"
    alone.save()
    return world


def test_all_public_documents_are_listed_the_newest_first(client: Client, shelf: World) -> None:
    assert titles(client) == ["关于禁烧的意见", "关于做好冬季供暖工作的通知", "关于保护湿地的意见"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?year=2023", ["关于禁烧的意见"]),
        ("?kind=opinion", ["关于禁烧的意见"]),
        ("?year=2021&kind=opinion", []),
        ("?alone=on", ["关于禁烧的意见"]),
    ],
)
def test_readers_choose_by_year_kind_and_place(
    client: Client, shelf: World, query: str, found: list[str]
) -> None:
    assert titles(client, query) == found


def test_a_choice_without_documents_says_so(client: Client, shelf: World) -> None:
    assert "没有符合条件的文件。" in Page(client, "/yihe/documents/?year=2021&kind=opinion").text


@pytest.mark.parametrize("query", ["?year=abc", "?kind=%00", "?page=-1", "?page=x", "?alone=maybe"])
def test_a_choice_that_makes_no_sense_is_passed_over(client: Client, shelf: World, query: str) -> None:
    assert len(titles(client, query)) in {1, 3}


def test_years_offered_are_those_that_hold_documents(client: Client, shelf: World) -> None:
    page = Page(client, "/yihe/documents/")
    assert page.texts(".//select[@name='year']/option") == ["全部年份", "2023年", "2021年"]


def test_twenty_stand_on_a_page_and_the_choice_is_kept(client: Client, world: World) -> None:
    for serial in range(10, 29):
        worlds.document(world.gazette, serial)
    assert Document.objects.published().count() == 21
    page = Page(client, "/yihe/documents/?year=2021")
    assert "共 21 件" in page.text
    assert page.links(".//nav[@class='pages']") == {"下一页": "?year=2021&page=2"}
    assert len(titles(client, "?year=2021&page=2")) == 1
