"""What the citizens' pages cost in queries; three times as much on them costs the same."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from portal.models import Erratum, Part
from tests import world as worlds
from tests.citizens.conftest import column_page, correction

# Every page costs two: its head, and how old it is; but what nobody keeps has no age.
COUNTS = [
    ("/errata/", 4),
    ("/openness/", 5),
    ("/sitemap/", 10),
    ("/opinions/", 1),
    ("/corrections/?page=/yihe/2021/3/", 2),
    ("/corrections/20251010-K7Q3M9XH/", 3),
]


def fill(size: int) -> None:
    gazette = worlds.publication()
    issue = worlds.issue(gazette)
    correction()
    for number in range(1, size + 1):
        document = worlds.document(gazette, number, printed_in=issue)
        alone = worlds.document(gazette, 90 + number)
        column_page(Part.RULES, f"制度{number}")
        for place in ({"issue": issue, "entry": document.entry}, {"issue": issue}, {"document": alone}):
            Erratum.objects.create(
                printed="错",
                correct="对",
                dated_on=datetime.date(2021, 6, 1),
                published_at=timezone.now(),
                **place,
            )


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
    fill(size)
    with django_assert_num_queries(count):
        assert client.get(path).status_code == 200
