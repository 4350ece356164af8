"""Indicators of the month on the home page."""

from django.test import Client
from django.utils import timezone

from gazette.models import Issue
from tests import rooms_world
from tests.pages.page import Page
from tests.rooms_world import Rooms
from tests.world import World


def test_the_newest_month_is_told_as_printed_with_the_way_to_its_table(client: Client, rooms: Rooms) -> None:
    page = Page(client, "/")
    section = ".//section[@class='month-figures']"
    assert page.texts(f"{section}/h2") == ["2021年5月主要指标"]
    assert page.texts(".//span[@class='figure-value']") == ["4000.50"]
    assert "同比增减 -5.1%" in page.text
    links = page.links(section)
    assert links["全部指标"] == rooms.may.get_absolute_url()
    assert links["工业增加值（规上）"] == rooms.indicator("工业增加值（规上）").get_absolute_url()


def test_a_chart_is_drawn_of_two_months_and_more(client: Client, rooms: Rooms) -> None:
    """Not of one: a single figure is no development."""
    assert len(Page(client, "/").all(".//ul[@class='figures']//{http://www.w3.org/2000/svg}svg")) >= 1
    Issue.objects.filter(pk=rooms.world.issue.pk).update(withdrawn_at=timezone.now())
    rooms.corrected.delete()
    page = Page(client, "/")
    assert page.texts(".//span[@class='figure-value']") == ["4000.50"]
    assert page.all(".//ul[@class='figures']//{http://www.w3.org/2000/svg}svg") == []


def test_without_a_table_there_is_no_section(client: Client, world: World) -> None:
    assert Page(client, "/").all(".//section[@class='month-figures']") == []


def test_a_table_of_an_issue_that_is_not_public_is_not_told(client: Client, rooms: Rooms) -> None:
    rooms.next_issue.published_at = None
    rooms.next_issue.save()
    assert Page(client, "/").texts(".//section[@class='month-figures']/h2") == ["2021年4月主要指标"]


def test_a_table_in_which_no_figure_was_read_is_not_told(client: Client, world: World) -> None:
    table = rooms_world.table(world.issue)
    table.observations.all().delete()
    assert Page(client, "/").all(".//section[@class='month-figures']") == []
