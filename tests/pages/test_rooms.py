"""The ways from home, publication and issue to all kinds of content, and the counts of a real issue."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from gazette.models import Entry, Issue
from tests import world as worlds
from tests.pages.page import Page
from tests.rooms_world import Rooms
from tests.world import World

LISTS = {
    "干部任免": "/yihe/appointments/",
    "政务要事": "/yihe/chronicle/",
    "常务会议": "/yihe/meetings/",
    "收发文目录": "/yihe/register/",
    "统计数据": "/yihe/statistics/",
}


@pytest.mark.parametrize("path", ["/", "/yihe/"])
def test_what_a_publication_holds_is_a_click_away(client: Client, rooms: Rooms, path: str) -> None:
    assert Page(client, path).links(".//ul[@class='rooms']") == LISTS


@pytest.mark.parametrize("path", ["/", "/yihe/"])
def test_what_holds_nothing_public_is_not_named(client: Client, world: World, path: str) -> None:
    assert Page(client, path).all(".//ul[@class='rooms']") == []


def test_a_neighbour_s_rooms_are_its_own(client: Client, rooms: Rooms) -> None:
    neighbour = worlds.publication("donghe", "东河州")
    worlds.issue(neighbour)
    assert len(Page(client, "/").all(".//ul[@class='rooms']")) == 1
    assert Page(client, "/donghe/").all(".//ul[@class='rooms']") == []


def test_every_line_of_the_contents_leads_to_what_it_holds(client: Client, rooms: Rooms) -> None:
    """A line whose record is not held stays plain text."""
    Entry.objects.create(issue=rooms.world.issue, position=50, title="州长讲话")
    page = Page(client, "/yihe/2021/3/")
    leads = [link.attrib["href"] for link in page.all(".//ol[@class='contents']//a")]
    assert leads == [
        rooms.world.first.get_absolute_url(),
        rooms.world.second.get_absolute_url(),
        rooms.notice.get_absolute_url(),
        f"/yihe/2021/3/chronicle/{rooms.chronicle.pk}/",
        f"/yihe/2021/3/register/{rooms.register.pk}/",
        rooms.meeting.get_absolute_url(),
        rooms.table.get_absolute_url(),
    ]
    assert page.texts(".//ol[@class='contents']/li")[-1] == "州长讲话"


@pytest.fixture
def real(db: None) -> None:
    call_command("load_examples", verbosity=0)
    Issue.objects.filter(published_at=None).update(published_at=timezone.now())


def test_a_real_issue_is_all_there(client: Client, real: None) -> None:
    """2 appointed and 7 removed, 127 events, 30 and 11 documents listed, 35 rows of figures a month."""
    ways = list(Page(client, "/ili/2018/1/").links(".//article").values())
    wanted = {
        "/appointments/": (".//section[@class='posts-group']//li", [2 + 7]),
        "/chronicle/": (".//ul[@class='events']/li", [127]),
        "/register/": (".//table[@class='register']/tbody/tr", [30, 11]),
        "/statistics/": (".//table[@class='month-table']/tbody/tr", [35, 35]),
    }
    for kind, (path, counts) in wanted.items():
        pages = [Page(client, way) for way in ways if kind in way]
        assert sorted(len(page.all(path)) for page in pages) == sorted(counts), kind
    notice = next(Page(client, way) for way in ways if "/appointments/" in way)
    groups = notice.all(".//section[@class='posts-group']")
    assert [len(group.findall(".//li")) for group in groups] == [2, 7]


def test_the_meetings_of_a_real_issue_are_there(client: Client, real: None) -> None:
    assert len(Page(client, "/xinjiang/meetings/").all(".//ul[@class='titles']/li")) == 2
