"""Atom feeds: what was published, newest first, under ids that last."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from auditlog.models import LogEntry
from django.test import Client
from django.utils import timezone
from lxml import etree
from pytest_django import DjangoAssertNumQueries, Settings

from documents.models import Document
from gazette.models import Body, Entry, Issue
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page
from tests.rooms_world import Rooms
from tests.world import World

ATOM = "{http://www.w3.org/2005/Atom}"
Read = Callable[[str], Any]


@pytest.fixture
def read(client: Client, db: None) -> Read:
    """The feed at an address, as its root element."""

    def get(address: str) -> Any:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
        return etree.fromstring(answer.content)

    return get


def texts(feed: Any, name: str) -> list[str]:
    return [entry.findtext(f"{ATOM}{name}") for entry in feed.findall(f"{ATOM}entry")]


def links(feed: Any) -> list[str]:
    return [entry.find(f"{ATOM}link").attrib["href"] for entry in feed.findall(f"{ATOM}entry")]


def test_a_publication_tells_of_its_issues_and_what_they_hold_as_printed(read: Read, world: World) -> None:
    """A document that no issue holds stands by itself; another gazette's are not told."""
    worlds.issue(worlds.publication("other", "东河县"))
    worlds.document(world.gazette, 9, title="关于防汛的通知")
    feed = read("/feeds/publications/yihe.atom")
    assert feed.findtext(f"{ATOM}title") == "伊河州人民政府公报"
    assert texts(feed, "title") == [
        "关于防汛的通知",
        "伊河州人民政府公报 2021年第3号",
        "关于做好冬季供暖工作的通知",
        "关于保护湿地的意见",
    ]
    assert links(feed)[2] == "http://testserver/yihe/documents/yihezhengfa-2021-1/"
    (kind, section) = feed.findall(f"{ATOM}entry")[2].findall(f"{ATOM}category")
    assert (kind.attrib["term"], section.attrib["term"]) == ("通知", "州人民政府文件")


def test_what_is_published_last_stands_first(read: Read, world: World) -> None:
    """Not what is dated last: an old issue may come into the archive today."""
    old = worlds.issue(world.gazette, year=2001, number=1)
    Issue.objects.filter(pk=world.issue.pk).update(published_at=timezone.now() - datetime.timedelta(days=3))
    assert texts(read("/feeds/all.atom"), "title")[0] == str(old)


def test_only_what_is_public_is_told(read: Read, world: World, client: Client) -> None:
    worlds.issue(world.gazette, number=4, published=False)
    Issue.objects.filter(pk=world.issue.pk).update(withdrawn_at=timezone.now())
    worlds.document(world.gazette, 9, title="关于防汛的通知")
    assert texts(read("/feeds/all.atom"), "title") == ["关于防汛的通知"]
    section = world.gazette.sections.get()
    assert client.get(f"/feeds/sections/{section.pk}.atom").status_code == 404


def test_every_feed_tells_of_its_own(read: Read, rooms: Rooms) -> None:
    """Sections, kinds of documents, organs, officials."""
    body = Body.objects.get(name="州财政局")
    Document.objects.filter(pk=rooms.world.second.pk).update(issuing_body=body, kind="opinion")
    notice, meeting = rooms.notice.title, rooms.meeting.title
    chronicle = rooms.chronicle
    told = {
        f"/feeds/sections/{chronicle.section_id}.atom": [chronicle.title],
        "/feeds/kinds/opinion.atom": ["关于保护湿地的意见"],
        f"/feeds/bodies/{body.pk}.atom": ["关于保护湿地的意见", notice],
        f"/feeds/officials/{rooms.official('阿依·努尔').pk}.atom": [notice, chronicle.title, meeting],
        f"/feeds/officials/{rooms.official('古丽').pk}.atom": [notice],
    }
    for address, titles in told.items():
        assert texts(read(address), "title") == titles, address


def test_an_entry_keeps_its_id_whatever_is_corrected(read: Read, world: World, settings: Settings) -> None:
    """Title and address may change, and the host that was asked; a reader's program shows it once."""
    before = texts(read("/feeds/kinds/notice.atom"), "id")
    Document.objects.filter(pk=world.first.pk).update(title="改正的标题", slug="another-address")
    assert texts(read("/feeds/kinds/notice.atom"), "id") == before
    assert texts(read("/feeds/all.atom"), "id")[1:] == before
    settings.ALLOWED_HOSTS = ["other.example"]
    other = Client(headers={"host": "other.example"}).get("/feeds/kinds/notice.atom").content.decode()
    assert all(each in other for each in before)


def test_a_correction_is_dated_by_its_trail(read: Read, world: World) -> None:
    """Each part of a document counts; the steps of publishing are no corrections."""
    published = timezone.now() - datetime.timedelta(days=3)
    Issue.objects.update(published_at=published)
    LogEntry.objects.update(timestamp=published - datetime.timedelta(hours=1))
    corrected = published + datetime.timedelta(days=1)
    block = world.first.blocks.first()
    assert block
    block.text = "改正的文字。"
    block.save()
    LogEntry.objects.filter(timestamp__gt=published).update(timestamp=corrected)
    updated = dict(zip(*(texts(read("/feeds/all.atom"), name) for name in ("title", "updated")), strict=True))
    assert datetime.datetime.fromisoformat(updated[world.first.title]) == corrected
    assert datetime.datetime.fromisoformat(updated[world.second.title]) == published


def test_addresses_have_no_modes(client: Client, world: World) -> None:
    text = client.get("/~elder/feeds/all.atom").content.decode()
    assert "~elder" not in text


@pytest.mark.parametrize(
    "address", ["publications/nichts", "sections/0", "kinds/nichts", "bodies/0", "officials/0", "kinds/reply"]
)
def test_a_feed_of_nothing_is_not_there(client: Client, world: World, address: str) -> None:
    assert client.get(f"/feeds/{address}.atom").status_code == 404


def test_readers_find_the_feeds_with_what_they_are(client: Client, rooms: Rooms) -> None:
    """Every address that the page names has a feed; a kind that nothing is of is not named."""
    page = Page(client, "/~dark/feeds/")
    found = [a.attrib["href"] for a in page.main.iter("a") if a.attrib["href"].endswith(".atom")]
    assert "http://testserver/feeds/publications/yihe.atom" in found
    assert "http://testserver/feeds/kinds/notice.atom" in found
    assert "http://testserver/feeds/kinds/reply.atom" not in found
    for address in found:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200, address


def test_a_portal_with_nothing_published_has_no_feed(client: Client, db: None) -> None:
    assert client.get("/feeds/all.atom").status_code == 404
    assert Page(client, "/feeds/").texts(".//main//h2") == []


@pytest.mark.parametrize("times", [1, 4])
def test_a_feed_costs_the_same_however_much_it_holds(
    client: Client, world: World, django_assert_num_queries: DjangoAssertNumQueries, times: int
) -> None:
    for number in range(10, 10 + times):
        issue = worlds.issue(world.gazette, number=number)
        worlds.document(world.gazette, number, printed_in=issue)
        rooms_world.notice(issue, number)
    client.get("/feeds/all.atom")
    assert Entry.objects.count() > times
    with django_assert_num_queries(10):
        client.get("/feeds/all.atom")
