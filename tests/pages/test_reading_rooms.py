"""From one thing that an issue prints to the next, from month to month; what a room says of itself."""

from django.test import Client
from django.utils import timezone

from tests import rooms_world
from tests.pages.page import Page, text_of
from tests.rooms_world import Rooms


def test_every_record_leads_on_to_the_entries_around_it(client: Client, rooms: Rooms) -> None:
    for path in rooms.records():
        nav = Page(client, path).all(".//nav[@aria-label='本期前后各篇']")
        assert len(nav) == 1, path
        for link in nav[0].iter("a"):
            assert client.get(link.attrib["href"]).status_code == 200, path


def test_every_record_tells_when_it_was_published_and_its_source(client: Client, rooms: Rooms) -> None:
    published = rooms.world.issue.published_at
    assert published
    for path in rooms.records():
        foot = Page(client, path).one(".//footer[@class='record-foot']/dl")
        words = [text_of(each) for each in foot.iter() if each.tag in {"dt", "dd"}]
        assert words[:3] == ["发布时间", f"{timezone.localtime(published):%Y-%m-%d %H:%M}", "来源"], path
        assert words[3].startswith("《伊河州人民政府公报》2021年第"), path


def test_a_month_of_the_chronicle_leads_to_the_months_around_it(client: Client, rooms: Rooms) -> None:
    """Over months without events; it says which issues print it, and has its days as jumps."""
    rooms_world.event(rooms.chronicle, 20, "1日，岁首。", 1, 1, {})
    rooms_world.event(rooms.chronicle, 21, "1日，入冬。", 12, 1, {})
    page = Page(client, "/yihe/chronicle/2021/4/")
    assert page.links(".//nav[@class='neighbours']") == {
        "上一月 2021年1月": "/yihe/chronicle/2021/1/",
        "下一月 2021年12月": "/yihe/chronicle/2021/12/",
    }
    assert page.links(".//nav[@class='jumps']") == {"2日": "#d-02", "28日": "#d-28"}
    assert "刊于《伊河州人民政府公报》2021年第3号 第22页起" in page.text
    assert Page(client, "/yihe/chronicle/2021/12/").links(".//nav[@class='neighbours']") == {
        "上一月 2021年4月": "/yihe/chronicle/2021/4/"
    }


def test_the_chronicle_names_whom_most_events_name(client: Client, rooms: Rooms) -> None:
    links = Page(client, "/yihe/chronicle/").all(".//ul[@class='people counted']//a")
    assert [text_of(link) for link in links] == ["王强 2 条", "阿依·努尔 2 条"]
    assert links[0].attrib["href"] == f"{rooms.official('王强').get_absolute_url()}#events"


def test_a_register_is_searched_by_number_and_title(client: Client, rooms: Rooms) -> None:
    for words, count in (("节约", 1), ("伊河政发", 2), ("〔2021〕77号", 1), ("没有", 0), ("a" * 50_000, 3)):
        page = Page(client, f"/yihe/register/?q={words}")
        assert len(page.all(".//table[@class='register']/tbody/tr")) == count, words[:9]


def test_the_newest_month_of_figures_stands_first_in_a_few_lines(client: Client, rooms: Rooms) -> None:
    """What is part of nothing, with its telling figure and the change; no rates as figures."""
    page = Page(client, "/yihe/statistics/")
    assert page.texts(".//section[@aria-labelledby='newest']/h2") == ["伊河州2021年5月国民经济主要指标"]
    rows = page.all(".//section[@aria-labelledby='newest']//tbody/tr")
    assert [[text_of(cell) for cell in row] for row in rows] == [
        ["工业增加值（规上）", "累计 4000.50 万元", "-5.1"]
    ]
