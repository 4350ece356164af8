import datetime

import pytest
from django.test import Client
from django.utils import timezone

from gazette.models import Issue
from tests import world as worlds
from tests.pages.page import Page, text_of
from tests.world import World


def test_the_newest_issue_stands_on_the_cover_with_its_contents(client: Client, world: World) -> None:
    """Name, number, serial and date, then every document by section."""
    worlds.issue(world.gazette, number=2)
    page = Page(client, "/")
    cover = text_of(page.one(".//div[@class='cover']"))
    assert "伊河州人民政府公报 2021年第3号（总第103期） 2021年5月20日" in cover
    assert page.texts(".//section[@class='contents-section']/h3") == ["州人民政府文件"]
    assert page.links()["关于保护湿地的意见"] == "/yihe/documents/yihezhengfa-2021-2/"


def test_the_first_publication_has_the_cover_and_the_others_a_line(client: Client, world: World) -> None:
    """A newer issue of a neighbour does not push the portal's own gazette from its cover."""
    neighbour = worlds.publication("donghe", "东河州")
    neighbour.position = 2
    neighbour.save()
    worlds.issue(neighbour, year=2022, number=1)
    page = Page(client, "/")
    assert page.links(".//div[@class='cover']")["伊河州人民政府公报"] == "/yihe/2021/3/"
    assert page.links(".//ul[@class='titles']") == {
        "东河州人民政府公报": "/donghe/",
        "2022年第1号（总第101期）": "/donghe/2022/1/",
    }


def test_years_and_newest_documents_are_a_click_away(client: Client, world: World) -> None:
    worlds.issue(world.gazette, year=2019, number=1)
    worlds.issue(world.gazette, year=2019, number=2)
    alone = worlds.document(world.gazette, 9, title="关于表彰先进的通报")
    alone.issued_on = datetime.date(2022, 1, 1)
    alone.save()
    page = Page(client, "/")
    assert page.links(".//ul[@class='years']") == {"2021年": "/yihe/2021/", "2019年": "/yihe/2019/"}
    assert page.texts(".//ul[@class='document-lines']/li/a")[0] == "关于表彰先进的通报"


@pytest.mark.django_db
def test_an_empty_portal_says_so(client: Client) -> None:
    """No blank column: a publication without public content is not named."""
    worlds.issue(worlds.publication(), published=False)
    page = Page(client, "/")
    assert "尚未发布公报。" in page.text
    assert "伊河州" not in page.text


def test_what_was_withdrawn_leaves_the_home_page(client: Client, world: World) -> None:
    Issue.objects.update(withdrawn_at=timezone.now())
    assert "关于保护湿地的意见" not in Page(client, "/").text


def test_a_portal_of_documents_alone_shows_these(client: Client, db: None) -> None:
    worlds.document(worlds.publication())
    page = Page(client, "/")
    assert page.links()["关于做好冬季供暖工作的通知"] == "/yihe/documents/yihezhengfa-2021-1/"
    assert page.all(".//div[@class='cover']") == []
    assert "尚未发布公报。" not in page.text


def test_a_name_that_begins_with_its_place_may_break_after_it(client: Client, world: World) -> None:
    """And is whole where it does not."""
    name = ".//h2[@id='newest']//span"
    assert Page(client, "/").texts(name) == ["伊河州", "人民政府公报"]
    world.gazette.name = "政报"
    world.gazette.save()
    assert Page(client, "/").texts(name) == ["政报"]
