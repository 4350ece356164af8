"""What the database itself refuses, whichever code writes to it."""

import datetime
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from documents.models import Block, Citation, Document
from gazette.models import Issue, Publication, Section
from gazette_statistics.models import Indicator
from tests import world as worlds

pytestmark = pytest.mark.django_db


def refused(change: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


@pytest.mark.parametrize(
    "wrong",
    [
        {"year": 3021},
        {"number_end": 2},
        {"number": 0, "number_end": 0},
        {"serial_end": 5},
        {"dated_precision": "month"},
        {"withdrawn_at": timezone.make_aware(datetime.datetime(2000, 1, 1))},
    ],
    ids=str,
)
def test_an_issue_that_cannot_be(world: worlds.World, wrong: dict[str, object]) -> None:
    refused(lambda: Issue.objects.filter(pk=world.issue.pk).update(**wrong))


def test_an_issue_stands_once_in_its_year(world: worlds.World) -> None:
    refused(lambda: worlds.issue(world.gazette))
    assert worlds.issue(world.gazette, year=2022).number == world.issue.number


def test_a_section_stands_once_in_its_publication(world: worlds.World) -> None:
    refused(lambda: Section.objects.create(publication=world.gazette, name="州人民政府文件"))


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "poem"}, {"valid_until": datetime.date(2021, 4, 30)}, {"slug": "yihezhengfa-2021-2"}],
    ids=str,
)
def test_a_document_that_cannot_be(world: worlds.World, wrong: dict[str, object]) -> None:
    refused(lambda: Document.objects.filter(pk=world.first.pk).update(**wrong))


@pytest.mark.parametrize("wrong", [{"kind": "poem"}, {"level": 6}], ids=str)
def test_a_block_that_cannot_be(world: worlds.World, wrong: dict[str, object]) -> None:
    refused(lambda: Block.objects.filter(document=world.first).update(**wrong))


def test_a_citation_names_a_document(world: worlds.World) -> None:
    refused(lambda: Citation.objects.create(document=world.first, relation="cites"))


def test_an_indicator_stands_once_under_another_and_once_at_the_top(world: worlds.World) -> None:
    top = Indicator.objects.create(publication=world.gazette, name="生产总值")
    Indicator.objects.create(publication=world.gazette, name="生产总值", parent=top)
    refused(lambda: Indicator.objects.create(publication=world.gazette, name="生产总值"))
    refused(lambda: Indicator.objects.create(publication=world.gazette, name="生产总值", parent=top))


@pytest.mark.parametrize("code", ["admin", "api", "officials"])
def test_a_publication_cannot_take_an_address_of_the_portal(code: str) -> None:
    with pytest.raises(ValidationError, match="系统自用的网址"):
        Publication(code=code, name="甲", place="甲", sponsor="甲").full_clean()
