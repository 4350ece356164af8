"""What a page of the rooms costs in queries; a page that holds three times as much costs the same."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from appointments.flows import find_official
from documents.models import Document
from gazette.models import Body, Issue
from gazette_statistics.models import Indicator
from tests import rooms_world
from tests import world as worlds

# Every answer costs one more: the question how old it is (api.freshness).
AGE = 1
COUNTS = [
    ("/yihe/2021/3/", 5),
    ("/yihe/appointments/", 7),
    ("/yihe/2021/3/appointments/{notice}/", 4),
    ("/officials/", 2),
    ("/officials/{official}/", 8),
    ("/bodies/", 2),
    ("/bodies/{body}/", 5),
    ("/yihe/chronicle/", 6),
    ("/yihe/chronicle/2021/4/", 5),
    ("/yihe/2021/3/chronicle/{chronicle}/", 5),
    ("/yihe/register/", 6),
    ("/yihe/2021/3/register/{register}/", 5),
    ("/yihe/meetings/", 5),
    ("/yihe/2021/3/meetings/{meeting}/", 3),
    ("/yihe/statistics/", 5),
    ("/yihe/statistics/2021/4/{table}/", 7),
    ("/yihe/statistics/indicators/{indicator}/", 6),
]


def fill(size: int) -> dict[str, int]:
    """An issue and others after it with `size` records of each kind; the keys of the first of each."""
    first = worlds.issue(worlds.publication())
    pks = {
        "notice": rooms_world.notice(first).pk,
        "chronicle": rooms_world.chronicle(first).pk,
        "register": rooms_world.register(first).pk,
        "meeting": rooms_world.meeting(first).pk,
        "table": rooms_world.table(first).pk,
    }
    for number in range(10, 10 + size):
        _fill_issue(worlds.issue(first.publication, number=number), size)
    body = Body.objects.get(name="州财政局")
    Document.objects.update(issuing_body=body)
    pks["indicator"] = Indicator.objects.get(name="工业增加值（规上）").pk
    return {**pks, "official": find_official("阿依·努尔").pk, "body": body.pk}


def _fill_issue(issue: Issue, size: int) -> None:
    worlds.document(issue.publication, issue.number, printed_in=issue)
    notice = rooms_world.notice(issue, issue.number)
    for position in range(10, 10 + size):
        rooms_world.appoint(notice, position, f"赵{position}", f"州财政局第{position}副局长")
    rooms_world.chronicle(issue)
    rooms_world.register(issue)
    rooms_world.meeting(issue, issue.number)
    rooms_world.table(issue, month=issue.number % 12 + 1)


@pytest.mark.parametrize(("path", "count"), COUNTS)
@pytest.mark.parametrize("size", [2, 6])
def test_a_page_costs_the_same_however_much_it_holds(
    client: Client,
    db: None,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    count: int,
    size: int,
) -> None:
    address = path.format(**fill(size))
    with django_assert_num_queries(count + AGE):
        assert client.get(address).status_code == 200
