"""The calendar of a publication, and what its pages say of missing issues."""

import datetime

from django.test import Client

from gazette.models import Issue
from gazette.models.issue import DatePrecision
from tests import world as worlds
from tests.pages.page import Page
from tests.world import World


def test_an_issue_stands_in_the_month_that_it_prints(client: Client, world: World) -> None:
    """Twelve months in their order, with the day where one is printed."""
    page = Page(client, "/yihe/calendar/")
    months = page.texts(".//ol[@class='months']/li")
    assert len(months) == 12
    assert months[4] == "5月 第3号 20日"
    assert months[5] == "6月"
    assert page.links(".//ol[@class='months']") == {"第3号 20日": "/yihe/2021/3/"}


def test_where_only_the_month_is_printed_no_day_is_shown(client: Client, world: World) -> None:
    Issue.objects.update(dated_on=datetime.date(2021, 5, 1), dated_precision=DatePrecision.MONTH)
    assert Page(client, "/yihe/calendar/").texts(".//ol[@class='months']/li")[4] == "5月 第3号"


def test_an_issue_that_came_out_after_its_year_is_named_with_it(client: Client, world: World) -> None:
    Issue.objects.update(dated_on=datetime.date(2022, 1, 10))
    page = Page(client, "/yihe/calendar/")
    assert page.texts(".//section[@class='volume']/h2") == ["2022年"]
    assert page.texts(".//ol[@class='months']/li")[0] == "1月 2021年第3号 10日"


def test_issues_that_print_no_date_stand_apart(client: Client, world: World) -> None:
    Issue.objects.filter(pk=worlds.issue(world.gazette, year=2020, number=5).pk).update(dated_on=None)
    page = Page(client, "/yihe/calendar/")
    assert page.texts(".//section[@class='volume']/h2") == ["2021年", "未印出版日期的各期"]
    assert page.links()["2020年第5号"] == "/yihe/2020/5/"


def test_what_is_not_public_is_in_no_calendar(client: Client, world: World) -> None:
    worlds.issue(world.gazette, year=2020, number=5, published=False)
    assert Page(client, "/yihe/calendar/").texts(".//section[@class='volume']/h2") == ["2021年"]
    worlds.issue(worlds.publication("donghe", "东河州"), published=False)
    Page(client, "/donghe/calendar/", 404)


def test_what_a_volume_lacks_is_said_on_its_page_and_on_the_publication_s(
    client: Client, world: World
) -> None:
    worlds.issue(world.gazette, year=2018, number=6)
    for path in ("/yihe/", "/yihe/2021/"):
        said = Page(client, path).texts(".//p[@class='missing']")
        assert said[0] == "第1–2号本站未收录。"
        assert said[1] == "2019–2020年的公报本站未收录。"


def test_a_volume_leads_to_the_years_beside_it(client: Client, world: World) -> None:
    worlds.issue(world.gazette, year=2018, number=1)
    worlds.issue(world.gazette, year=2020, number=1, published=False)
    assert Page(client, "/yihe/2021/").links(".//nav[@class='neighbours']") == {
        "上一年 2018年": "/yihe/2018/"
    }
    assert Page(client, "/yihe/2018/").links(".//nav[@class='neighbours']") == {
        "下一年 2021年": "/yihe/2021/"
    }
