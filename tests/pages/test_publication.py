import pytest
from django.test import Client

from tests import world as worlds
from tests.pages.page import Page
from tests.world import World


def test_issues_stand_by_year_the_newest_first(client: Client, world: World) -> None:
    worlds.issue(world.gazette, year=2021, number=1)
    worlds.issue(world.gazette, year=2020, number=6)
    worlds.issue(world.gazette, year=2020, number=5, published=False)
    page = Page(client, "/yihe/")
    assert page.texts(".//section[@class='volume']/h2") == ["2021年", "2020年", "文件"]
    assert [a.attrib["href"] for a in page.all(".//ul[@class='issue-lines']//a")] == [
        "/yihe/2021/3/",
        "/yihe/2021/1/",
        "/yihe/2020/6/",
    ]


def test_a_publication_of_documents_alone_shows_these(client: Client, db: None) -> None:
    """A collection that no issue holds is public content too."""
    gazette = worlds.publication()
    worlds.document(gazette)
    page = Page(client, "/yihe/")
    assert page.links()["关于做好冬季供暖工作的通知"] == "/yihe/documents/yihezhengfa-2021-1/"
    assert page.links()["全部文件"] == "/yihe/documents/"


@pytest.mark.parametrize("path", ["/yihe/", "/yihe/documents/", "/yihe/2021/", "/yihe/2021/3/"])
def test_a_publication_without_public_content_is_not_there(client: Client, db: None, path: str) -> None:
    """404 and no blank column, however much lies in the drawer."""
    gazette = worlds.publication()
    worlds.document(gazette, printed_in=worlds.issue(gazette, published=False))
    Page(client, path, 404)


def test_a_year_lists_its_issues_in_order(client: Client, world: World) -> None:
    worlds.issue(world.gazette, number=1)
    worlds.issue(world.gazette, year=2020, number=1)
    page = Page(client, "/yihe/2021/")
    assert list(page.links(".//ul[@class='issue-lines']").values()) == ["/yihe/2021/1/", "/yihe/2021/3/"]


@pytest.mark.parametrize("year", ["1999", "99999999999999999999"])
def test_a_year_without_issues_is_not_there(client: Client, world: World, year: str) -> None:
    Page(client, f"/yihe/{year}/", 404)
