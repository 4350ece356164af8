from django.test import Client

from appointments.mentions import linked
from appointments.models import Official
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page, text_of
from tests.rooms_world import Rooms


def test_the_issue_s_chronicle_stands_by_month_and_day(client: Client, rooms: Rooms) -> None:
    """In print order, each day with an address; what has no day says so."""
    page = Page(client, f"/yihe/2021/3/chronicle/{rooms.chronicle.pk}/")
    assert page.texts(".//section[@class='month-of']/h2") == ["2021年4月", "未注明日期"]
    assert [day.attrib.get("id") for day in page.all(".//section[@class='day']")] == [
        "d-2021-04-02",
        "d-2021-04-28",
        None,
    ]
    assert page.texts(".//section[@id='d-2021-04-02']//li") == [
        "2日，州长阿依•努尔、副州长王强检查供暖。",
        "同日，副州长王强会见客人。",
    ]
    assert "共 4 条" in page.text


def test_a_day_to_which_print_comes_back_keeps_one_address(client: Client, rooms: Rooms) -> None:
    rooms_world.event(rooms.chronicle, 9, "2日，补记一事。", 4, 2, {})
    page = Page(client, f"/yihe/2021/3/chronicle/{rooms.chronicle.pk}/")
    assert page.texts(".//section[@class='day']/h3") == ["4月2日", "4月28日", "4月2日"]
    assert len(page.all(".//section[@id='d-2021-04-02']")) == 1


def test_officials_in_the_text_are_links_and_the_wording_stays(client: Client, rooms: Rooms) -> None:
    """Whatever separator was printed in the name."""
    first = Page(client, "/yihe/chronicle/2021/4/").all(".//section[@id='d-02']//li")[0]
    assert {text_of(a): a.attrib["href"] for a in first.findall("p[1]/a")} == {
        "阿依•努尔": rooms.official("阿依·努尔").get_absolute_url(),
        "王强": rooms.official("王强").get_absolute_url(),
    }
    assert first.attrib["data-lines"] == "201"


def test_of_two_names_that_begin_alike_the_longer_is_meant() -> None:
    short, long = Official(pk=1, name="王强"), Official(pk=2, name="王强国")
    assert linked("王强国、王强<副>王强", [short, long]) == (
        '<a href="/officials/2/">王强国</a>、<a href="/officials/1/">王强</a>&lt;副&gt;王强'
    )
    assert linked("王强<b>", []) == "王强&lt;b&gt;"


def test_a_month_gathers_what_all_issues_print_of_it(client: Client, rooms: Rooms) -> None:
    """By day, each event with its issue; not what another gazette or a draft prints."""
    rooms_world.event(
        rooms_world.entry(rooms.next_issue, rooms_world.SectionKind.CHRONICLE, "补记"), 1, "补记。", 4, 2, {}
    )
    rooms_world.chronicle(worlds.issue(worlds.publication("donghe", "东河州"), number=1))
    rooms_world.chronicle(worlds.issue(rooms.world.gazette, number=9, published=False))
    page = Page(client, "/yihe/chronicle/2021/4/")
    assert page.texts(".//section[@class='day']/h2") == ["4月2日", "4月28日"]
    assert page.texts(".//section[@id='d-02']//li")[-1] == "补记。《伊河州人民政府公报》2021年第4号 第20页起"
    assert len(page.all(".//ul[@class='events']/li")) == 4


def test_months_are_listed_with_the_number_of_their_events(client: Client, rooms: Rooms) -> None:
    rooms_world.chronicle(rooms.next_issue, month=5)
    page = Page(client, "/yihe/chronicle/")
    assert page.texts(".//ul[@class='issue-lines']//a") == ["5月3 条", "4月3 条"]
    assert page.texts(".//ul[@class='titles']/li") == [
        "伊河州人民政府要事记 4 条 《伊河州人民政府公报》2021年第4号 第22页起",
        "伊河州人民政府要事记 4 条 《伊河州人民政府公报》2021年第3号 第22页起",
    ]


def test_a_meeting_tells_number_day_and_who_presided(client: Client, rooms: Rooms) -> None:
    page = Page(client, rooms.meeting.get_absolute_url())
    assert page.texts(".//p[@class='doc-number']") == ["第12次 2021年4月15日 主持：阿依·努尔"]
    assert page.texts(".//p[@class='paragraph']") == rooms.meeting.paragraphs()
    assert page.links()["阿依·努尔"] == rooms.official("阿依·努尔").get_absolute_url()
    assert page.one(".//article").attrib["data-lines"] == "400-402"


def test_a_meeting_of_which_nothing_more_is_known_says_nothing_more(client: Client, rooms: Rooms) -> None:
    rooms.meeting.number = rooms.meeting.held_on = rooms.meeting.chair = None
    rooms.meeting.save()
    page = Page(client, rooms.meeting.get_absolute_url())
    assert page.all(".//p[@class='doc-number']") == []


def test_meetings_are_listed_the_newest_first(client: Client, rooms: Rooms) -> None:
    later = rooms_world.meeting(rooms.next_issue, 13)
    later.held_on = later.held_on.replace(month=5) if later.held_on else None
    later.save()
    page = Page(client, "/yihe/meetings/")
    assert page.texts(".//ul[@class='titles']/li/a") == [later.title, rooms.meeting.title]
    assert "第12次 2021年4月15日 主持：阿依·努尔 《伊河州人民政府公报》2021年第3号 第31页起" in page.text
