import pytest
from django.test import Client

from appointments.models import Official
from documents.models import Document
from gazette.models import Body
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page, text_of
from tests.rooms_world import Rooms


def names(client: Client, query: str = "") -> list[str]:
    return Page(client, f"/officials/{query}").texts(".//ul[@class='people']/li")


def test_everyone_whom_a_public_issue_names_is_listed(client: Client, rooms: Rooms) -> None:
    """Also who only presides; not who is named in a draft, nor nowhere."""
    Official.objects.create(name="无名")
    hidden = worlds.issue(rooms.world.gazette, number=9, published=False)
    rooms_world.appoint(rooms_world.notice(hidden, 8), 9, "未来", "州长")
    presiding = rooms_world.meeting(rooms.next_issue, 13)
    presiding.chair = Official.objects.create(name="主持人")
    presiding.save()
    assert sorted(names(client)) == sorted(["古丽", "王强", "阿依·努尔", "主持人"])


@pytest.mark.parametrize(
    ("query", "found"),
    [("?q=努尔", ["阿依·努尔"]), ("?q=%E7%8E%8B", ["王强"]), ("?q=赵", []), ("?q=%00", 3), ("?q=", 3)],
)
def test_a_part_of_a_name_finds_it(client: Client, rooms: Rooms, query: str, found: list[str] | int) -> None:
    shown = names(client, query)
    assert (len(shown) if isinstance(found, int) else shown) == found


def test_a_name_longer_than_any_finds_nobody_or_everybody_and_breaks_nothing(
    client: Client, rooms: Rooms
) -> None:
    """SQLite refuses a pattern of 50,000 characters."""
    page = Page(client, "/officials/?q=" + "a" * 50_001)
    assert "共" in page.text
    assert 'maxlength="50"' in client.get("/officials/").content.decode()


def test_three_hundred_stand_on_a_page_and_the_search_is_kept(client: Client, rooms: Rooms) -> None:
    for number in range(301):
        rooms_world.appoint(rooms.notice, 10 + number, f"赵{number:03d}", "州长")
    page = Page(client, "/officials/?q=赵")
    assert "共 301 人" in page.text
    assert len(page.all(".//ul[@class='people']/li")) == 300
    assert len(names(client, "?q=赵&page=2")) == 1
    assert page.links(".//nav[@class='pages']")["下一页"].endswith("page=2")


def test_an_official_s_page_gathers_all_that_is_printed(client: Client, rooms: Rooms) -> None:
    """Appointments with their notices, meetings, events with the office in the words of the print."""
    page = Page(client, rooms.official("王强").get_absolute_url())
    assert "同名者可能不是同一人" in page.text
    assert "要事所载职务副州长" in page.text
    assert page.texts(".//ol[@class='timeline']/li") == [
        "2021年第3号 免去州财政局副局长（批准提前退休）"
        " 伊河州人民政府干部任免通知 伊河政任〔2021〕1号 《伊河州人民政府公报》2021年第3号 第21页起"
    ]
    assert page.links()["伊河州人民政府干部任免通知"] == rooms.notice.get_absolute_url()
    events = page.all(".//ul[@class='events']/li")
    assert [event.attrib["data-lines"] for event in events] == ["202", "201"]
    assert "职务：副州长 《伊河州人民政府公报》2021年第3号 第22页起" in text_of(events[0])


def test_events_stand_the_newest_first_and_paged(client: Client, rooms: Rooms) -> None:
    for day in range(1, 31):
        rooms_world.event(rooms.chronicle, 10 + day, f"{day}日，王强下乡。", 6, day, {"王强": "副州长"})
    address = rooms.official("王强").get_absolute_url()
    assert "30日，王强下乡。" in Page(client, address).texts(".//ul[@class='events']/li")[0]
    assert len(Page(client, f"{address}?page=2").all(".//ul[@class='events']/li")) == 2


def test_the_meetings_that_an_official_chaired_are_listed(client: Client, rooms: Rooms) -> None:
    page = Page(client, rooms.official("阿依·努尔").get_absolute_url())
    assert page.links()[rooms.meeting.title] == rooms.meeting.get_absolute_url()


def test_nothing_of_a_draft_stands_on_an_official_s_page(client: Client, rooms: Rooms) -> None:
    hidden = worlds.issue(rooms.world.gazette, number=9, published=False)
    rooms_world.notice(hidden, 8)
    rooms_world.chronicle(hidden)
    rooms_world.meeting(hidden, 99)
    page = Page(client, rooms.official("阿依·努尔").get_absolute_url())
    assert "伊河政任〔2021〕8号" not in page.text
    assert "第99次" not in page.text
    assert len(page.all(".//ul[@class='events']/li")) == 2


def test_a_body_s_page_has_its_posts_people_and_documents(client: Client, rooms: Rooms) -> None:
    body = Body.objects.get(name="州财政局")
    Document.objects.filter(pk=rooms.world.first.pk).update(issuing_body=body)
    page = Page(client, f"/bodies/{body.pk}/")
    assert page.texts(".//section[@class='room']/h3") == ["州财政局副局长", "州财政局局长"]
    assert [line[:4] for line in page.texts(".//ul[@class='posts']/li")] == ["免去王强", "任命古丽"]
    assert page.links()[rooms.world.first.title] == rooms.world.first.get_absolute_url()


def test_a_body_that_nothing_public_names_is_not_there(client: Client, rooms: Rooms) -> None:
    Page(client, f"/bodies/{Body.objects.create(name='州某局').pk}/", 404)
