import pytest
from django.test import Client

from portal import shelf
from tests.pages.page import Page


@pytest.mark.parametrize(
    "path", ["/nichts/", "/nichts/2021/1/", "/nichts/documents/", "/a/b/c/d/", "/a/documents/%00/"]
)
def test_an_unknown_address_says_so_and_offers_a_way(client: Client, db: None, path: str) -> None:
    page = Page(client, path, 404)
    assert page.texts(".//h1") == ["没有找到这个网页"]
    assert page.links()["回到首页"] == "/"


def test_a_failure_is_told_without_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """This test may not touch the database, so neither may the page."""

    def fail() -> None:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr(shelf, "newest_issues", fail)
    page = Page(Client(raise_request_exception=False), "/", 500)
    assert page.texts(".//h1") == ["系统出现故障"]
    assert "disk" not in page.text
