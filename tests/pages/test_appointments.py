from django.test import Client

from appointments.models import AppointmentNotice
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page, text_of
from tests.rooms_world import Rooms


def test_a_notice_tells_first_who_is_appointed_then_who_is_removed(client: Client, rooms: Rooms) -> None:
    """With the signs of the print, in its order, notes in brackets."""
    page = Page(client, rooms.notice.get_absolute_url())
    assert page.texts(".//h1") == ["伊河州人民政府干部任免通知"]
    assert page.texts(".//p[@class='doc-number']") == ["伊河政任〔2021〕1号"]
    groups = page.all(".//section[@class='posts-group']")
    assert [[text_of(line) for line in group.iter() if line.tag in {"h2", "li"}] for group in groups] == [
        ["任命", "▲古丽 州财政局局长（挂职）", "▲阿依·努尔 州长"],
        ["免去", "△王强 州财政局副局长（批准提前退休）"],
    ]


def test_a_notice_leads_to_people_organs_and_the_paper(client: Client, rooms: Rooms) -> None:
    """A post whose organ is not known is plain text."""
    links = Page(client, rooms.notice.get_absolute_url()).links()
    assert links["古丽"] == rooms.official("古丽").get_absolute_url()
    assert links["州财政局局长"].startswith("/bodies/")
    assert "州长" not in links
    assert links["本篇 PDF 版"].startswith("/yihe/2021/3/")


def test_each_line_tells_where_it_was_read(client: Client, rooms: Rooms) -> None:
    page = Page(client, rooms.notice.get_absolute_url())
    assert page.one(".//article").attrib["data-lines"] == "100-110"
    lines = page.all(".//section[@class='posts-group']//li")
    assert [line.attrib["data-lines"] for line in lines] == ["102", "103", "101"]


def test_notices_are_listed_the_newest_issue_first(client: Client, rooms: Rooms) -> None:
    rooms_world.notice(rooms.next_issue, serial=2)
    rooms_world.notice(worlds.issue(rooms.world.gazette, number=5, published=False), serial=3)
    page = Page(client, "/yihe/appointments/")
    assert page.texts(".//section[@class='notice-of']//span[@class='number']") == [
        "伊河政任〔2021〕2号",
        "伊河政任〔2021〕1号",
    ]
    assert "共 2 件" in page.text
    assert page.texts(".//section[@class='notice-of'][1]//li")[0] == "▲古丽 州财政局局长（挂职）"


def test_notices_are_chosen_by_the_year_of_their_issue(client: Client, rooms: Rooms) -> None:
    rooms_world.notice(worlds.issue(rooms.world.gazette, year=2020, number=1), serial=9)
    page = Page(client, "/yihe/appointments/?year=2020")
    assert page.texts(".//select[@name='year']/option") == ["全部年份", "2021年", "2020年"]
    assert page.texts(".//section[@class='notice-of']//span[@class='number']") == ["伊河政任〔2021〕9号"]
    assert "共 2 件" in Page(client, "/yihe/appointments/?year=x").text


def test_a_notice_without_number_or_people_shows_what_there_is(client: Client, rooms: Rooms) -> None:
    AppointmentNotice.objects.update(doc_number="")
    rooms.notice.appointments.all().delete()
    page = Page(client, rooms.notice.get_absolute_url())
    assert page.all(".//p[@class='doc-number']") == []
    assert page.all(".//section[@class='posts-group']") == []
