"""What a page costs in queries; a page that holds three times as much costs the same."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.models import Block, Citation, Document
from gazette.models import Publication
from tests import world as worlds

# Every answer costs one more: the question how old it is (api.freshness).
AGE = 1
COUNTS = [
    ("/", 8),
    ("/yihe/", 5),
    ("/yihe/2021/", 3),
    ("/yihe/calendar/", 3),
    ("/yihe/2021/3/", 5),
    ("/yihe/documents/", 8),
    ("/yihe/documents/yihezhengfa-2021-1/", 10),
    ("/yihe/documents/yihezhengfa-2021-91/", 11),
]


def fill(gazette: Publication, size: int) -> None:
    """`size` documents in an issue, among other issues, and as many outside, each naming another one."""
    issue = worlds.issue(gazette)
    for number in range(1, size + 1):
        worlds.document(gazette, number, printed_in=issue)
        worlds.document(gazette, 90 + number)
        worlds.issue(gazette, year=2000 + number)
        worlds.issue(worlds.publication(f"gazette{number}", f"{number}州"))
    Block.objects.filter(label="第一条").update(text="根据伊河政发〔2021〕2号、伊河政发〔2021〕92号制定。")
    Citation.objects.bulk_create(
        Citation(document=document, relation="cites", doc_number=f"伊河政发〔2021〕{number}号")
        for document in Document.objects.all()
        for number in range(1, size + 1)
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
    fill(worlds.publication(), size)
    with django_assert_num_queries(count + AGE):
        assert client.get(path).status_code == 200
