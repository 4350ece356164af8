"""任职情况: what was printed of an official's posts, and nothing that was not."""

import datetime

from django.test import Client

from appointments.models import Action, AppointmentNotice
from tests import rooms_world
from tests.pages.page import Page, text_of
from tests.rooms_world import Rooms


def on(notice: AppointmentNotice, day: datetime.date) -> AppointmentNotice:
    notice.issued_on = day
    notice.save()
    return notice


def told(page: Page) -> dict[str, str]:
    return {
        text_of(row.findall("dt")[0]): text_of(row.findall("dd")[0])
        for row in page.all(".//dl[@class='told']/div")
    }


def test_notices_stand_along_a_line_of_time_the_newest_first(client: Client, rooms: Rooms) -> None:
    """By the day of the notice, whatever issue prints it."""
    on(rooms.notice, datetime.date(2021, 4, 20))
    on(rooms_world.notice(rooms.next_issue, 2), datetime.date(2021, 3, 1))
    page = Page(client, rooms.official("古丽").get_absolute_url())
    assert page.texts(".//ol[@class='timeline']/li/p[@class='moment']") == ["2021年4月20日", "2021年3月1日"]
    assert page.texts(".//ol[@class='timeline']//ul/li") == ["任命州财政局局长（挂职）"] * 2


def test_what_one_notice_says_stands_together(client: Client, rooms: Rooms) -> None:
    rooms_world.appoint(rooms.notice, 9, "古丽", "州审计局局长", Action.REMOVE)
    page = Page(client, rooms.official("古丽").get_absolute_url())
    assert len(page.all(".//ol[@class='timeline']/li")) == 1
    assert page.texts(".//ol[@class='timeline']//ul/li") == ["任命州财政局局长（挂职）", "免去州审计局局长"]


def test_the_last_word_is_told_as_what_was_printed(client: Client, rooms: Rooms) -> None:
    """Never as a post that somebody holds."""
    page = Page(client, rooms.official("古丽").get_absolute_url())
    assert told(page)["最近一次任命"] == "州财政局局长见 伊河政任〔2021〕1号"
    assert "不说明现任职务" in page.text


def test_who_was_removed_last_has_no_last_appointment(client: Client, rooms: Rooms) -> None:
    on(rooms.notice, datetime.date(2021, 4, 20))
    later = on(rooms_world.notice(rooms.next_issue, 2), datetime.date(2021, 6, 1))
    later.appointments.all().delete()
    rooms_world.appoint(later, 1, "古丽", "州财政局局长", Action.REMOVE)
    assert "最近一次任命" not in told(Page(client, rooms.official("古丽").get_absolute_url()))
    assert "最近一次任命" not in told(Page(client, rooms.official("王强").get_absolute_url()))


def test_a_list_of_notices_is_chosen_by_organ(client: Client, rooms: Rooms) -> None:
    """Of a chosen organ only its own posts are shown; organs of other gazettes are not offered."""
    rooms_world.appoint(rooms.notice, 9, "赵一", "州水利局局长")
    page = Page(client, "/yihe/appointments/")
    assert page.texts(".//select[@name='body']/option") == ["全部机关", "州水利局", "州财政局"]
    chosen = page.all(".//select[@name='body']/option")[1].attrib["value"]
    only = Page(client, f"/yihe/appointments/?body={chosen}")
    assert only.texts(".//ul[@class='posts in-columns']/li") == ["▲赵一 州水利局局长"]
    assert "共 1 件" in Page(client, "/yihe/appointments/?body=999999999999999999999").text


def test_what_offers_no_choice_is_not_asked(client: Client, rooms: Rooms) -> None:
    """One year is no choice; a form without any question is not shown."""
    assert Page(client, "/yihe/meetings/").all(".//form[@class='choices']") == []
    assert Page(client, "/yihe/register/").all(".//select[@name='year']") == []
    assert len(Page(client, "/yihe/register/").all(".//select[@name='direction']")) == 1
