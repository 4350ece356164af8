"""What holds for every page of appointments, chronicle, registers, meetings, indicators and people."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from gazette.models import Body, Issue
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page
from tests.rooms_world import Rooms


def test_every_page_is_built_alike(client: Client, rooms: Rooms) -> None:
    """One h1, one way down from home, an address of its own."""
    for path in rooms.addresses():
        page = Page(client, path)
        assert len(page.all(".//h1")) == 1, path
        assert page.one(".//link[@rel='canonical']").attrib["href"] == f"http://testserver{path}"
        assert page.links(".//nav[@class='trail']")["首页"] == "/", path


def test_ids_are_unique_and_links_arrive(client: Client, rooms: Rooms) -> None:
    for path in rooms.addresses():
        page = Page(client, path)
        ids = [element.attrib["id"] for element in page.root.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids)), path
        for link in {a.attrib["href"] for a in page.root.iter("a")}:
            if link.startswith("#"):
                assert link[1:] in ids, link
            elif not link.endswith(".pdf"):
                assert client.get(link).status_code == 200, link


def test_days_in_links_are_days_on_the_page(client: Client, rooms: Rooms) -> None:
    """An official's events lead to their day in the month."""
    links = Page(client, rooms.official("王强").get_absolute_url()).all(".//a[@class='when']")
    assert [link.attrib["href"] for link in links] == ["/yihe/chronicle/2021/4/#d-02"] * 2
    assert Page(client, "/yihe/chronicle/2021/4/").one(".//section[@id='d-02']") is not None


def test_nothing_needs_what_the_security_policy_forbids(client: Client, rooms: Rooms) -> None:
    """No script or style within the page, nothing from another host."""
    for path in rooms.addresses():
        text = client.get(path).content.decode()
        assert not re.search(
            r"<style|<script(?! src=\"/static/| type=\"application/ld)|\sstyle=|\son\w+=", text
        ), path


def test_lists_and_collections_are_columns_and_records_are_articles(client: Client, rooms: Rooms) -> None:
    for path in [*rooms.lists(), *rooms.collections()]:
        page = Page(client, path)
        for name in ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"):
            assert page.tag(name), (path, name)
    for path in rooms.records():
        page = Page(client, path)
        assert page.tag("ArticleTitle") == page.texts(".//h1")[0]
        assert page.tag("ContentSource") == "伊河州人民政府公报"
        assert page.tag("PubDate"), path


def test_every_record_names_its_issue_and_page(client: Client, rooms: Rooms) -> None:
    for path, page in zip(rooms.records(), ("21", "31", "40", "40", "22", "30"), strict=True):
        number = 4 if path == rooms.corrected.get_absolute_url() else 3
        printed = f"《伊河州人民政府公报》2021年第{number}号"
        shown = Page(client, path)
        assert f"{printed} 第{page}页" in shown.text, path
        assert shown.links()[printed] == f"/yihe/2021/{number}/"


def test_only_safe_requests_are_answered(client: Client, rooms: Rooms) -> None:
    assert {client.post(path).status_code for path in rooms.addresses()} == {405}


def test_what_is_not_published_is_not_there(client: Client, rooms: Rooms) -> None:
    """404, on lists and records alike, whatever lies in the drawer; the list of all people is empty."""
    Issue.objects.update(published_at=None)
    for path in rooms.addresses():
        if path != "/officials/":
            assert client.get(path).status_code == 404, path
    assert "共 0 人" in Page(client, "/officials/").text


def test_nothing_of_a_draft_stands_anywhere(client: Client, rooms: Rooms) -> None:
    """A whole issue in the drawer changes no page by a word."""
    addresses = ["/", "/yihe/", *rooms.addresses()]
    before = {path: Page(client, path).text for path in addresses}
    drawer = worlds.issue(rooms.world.gazette, number=9, published=False)
    neighbour = worlds.issue(worlds.publication("donghe", "东河州"), published=False)
    for issue in (drawer, neighbour):
        rooms_world.notice(issue, 8)
        rooms_world.chronicle(issue, month=4)
        rooms_world.register(issue)
        rooms_world.meeting(issue, 99)
        rooms_world.table(issue, month=4, industry="9999")
        rooms_world.table(issue, month=8)
    draft = worlds.document(rooms.world.gazette, 8, published=False)
    draft.issuing_body = Body.objects.get(name="州财政局")
    draft.save()
    assert {path: Page(client, path).text for path in addresses} == before


def test_what_was_withdrawn_is_gone(client: Client, rooms: Rooms) -> None:
    """410 for what an issue printed; nothing of it is left on lists."""
    Issue.objects.update(withdrawn_at=timezone.now())
    assert {client.get(path).status_code for path in rooms.records()} == {410}
    assert client.get("/yihe/appointments/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/yihe/chronicle/2021/13/",
        "/yihe/chronicle/0/1/",
        "/yihe/chronicle/99999999999999999999/1/",
        "/yihe/chronicle/2021/5/",
        "/yihe/statistics/2021/13/1/",
        "/yihe/2021/3/chronicle/99999999999999999999/",
        "/yihe/2021/3/register/0/",
        "/officials/99999999999999999999/",
        "/bodies/99999999999999999999/",
        "/yihe/statistics/indicators/99999999999999999999/",
        "/nichts/appointments/",
        "/nichts/statistics/indicators/1/",
    ],
)
def test_an_address_of_nothing_is_not_there(client: Client, rooms: Rooms, path: str) -> None:
    Page(client, path, 404)


def test_a_record_stands_only_at_its_own_issue(client: Client, rooms: Rooms) -> None:
    for path in rooms.records():
        if "/2021/3/" in path:
            assert client.get(path.replace("/2021/3/", "/2021/4/")).status_code == 404, path
