"""From entry to entry of an issue, whatever each is; and the other forms of one entry."""

import pytest
from django.template import Context, Template
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gazette.contents import contents_of
from gazette.models import Entry, SectionKind
from gazette.reading_on import first_page, steps_around
from portal.templatetags.entry_data import data_address
from tests.pages.page import Page
from tests.rooms_world import Rooms, entry
from tests.world import World


def reading(of: Entry) -> str:
    former, following = steps_around(of)
    page = Template('{% include "parts/entries_around.html" %}')
    return page.render(Context({"former": former, "following": following}))


def test_one_reads_from_the_first_entry_to_the_last_and_back(rooms: Rooms) -> None:
    """In the order of the contents, over all kinds."""
    issue = rooms.world.issue
    held = list(Entry.objects.filter(issue=issue).order_by("position").select_related("issue__publication"))
    around = [steps_around(each) for each in held]
    assert [step.title if step else None for _former, step in around] == [
        *(each.title for each in held[1:]),
        None,
    ]
    assert [step.title if step else None for step, _following in around] == [
        None,
        *(each.title for each in held[:-1]),
    ]
    assert around[2][1]
    assert around[2][1].address == f"/yihe/2021/3/chronicle/{rooms.chronicle.pk}/"


def test_an_entry_without_a_page_is_passed_over(world: World) -> None:
    alone = entry(world.issue, SectionKind.OTHER, "补白")
    assert steps_around(alone) == (None, None)
    assert world.second.entry
    assert steps_around(world.second.entry)[1] is None


def test_the_steps_cost_one_query(rooms: Rooms, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    first = Entry.objects.select_related("issue__publication").order_by("position")[0]
    with django_assert_num_queries(1):
        _former, following = steps_around(first)
    assert following


def test_the_place_in_the_issue_is_told(world: World) -> None:
    assert world.first.entry
    assert world.second.entry
    assert "第 1 篇，共 2 篇" in reading(world.first.entry)
    assert "第 2 篇，共 2 篇" in reading(world.second.entry)
    assert 'rel="prev"' in reading(world.second.entry)
    assert 'rel="next"' not in reading(world.second.entry)


def test_an_only_entry_leads_nowhere(world: World) -> None:
    assert world.first.entry
    world.second.delete()
    assert "<nav" not in reading(world.first.entry)


def test_an_issue_is_read_from_its_first_page(client: Client, world: World) -> None:
    assert first_page(contents_of(world.issue)) == world.first.get_absolute_url()
    assert Page(client, "/yihe/2021/3/").links()["从第一篇读起"] == world.first.get_absolute_url()


def test_an_issue_without_pages_offers_none_to_begin_with(client: Client, world: World) -> None:
    world.first.delete()
    world.second.delete()
    assert "从第一篇读起" not in Page(client, "/yihe/2021/3/").text


@pytest.mark.parametrize("kind", ["document", "notice", "meeting", "table", "chronicle", "register"])
def test_the_data_of_an_entry_are_there(
    client: Client, rooms: Rooms, kind: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """A record's own address in the API, or the list of an entry's records; found without a query."""
    printed = {
        "document": rooms.world.first.entry,
        "notice": rooms.notice.entry,
        "meeting": rooms.meeting.entry,
        "table": rooms.table.entry,
        "chronicle": rooms.chronicle,
        "register": rooms.register,
    }[kind]
    assert printed
    printed.issue, printed.section  # noqa: B018
    with django_assert_num_queries(0):
        address = data_address(printed)
    answer = client.get(address).json()
    assert answer["count" if kind in ("chronicle", "register") else "page"]
