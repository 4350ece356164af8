"""What was printed wrong is put right in public."""

import datetime

import pytest
from django.db import IntegrityError
from django.template import Context, Template
from django.test import Client
from django.utils import timezone

from gazette.models import Issue
from portal.head import head
from portal.models import Erratum
from tests import world as worlds
from tests.pages.page import Page
from tests.world import World


def note_of(record: object) -> str:
    context = Context({"record": record, "site": {"head": head()}})
    return Template('{% include "citizens/errata_of.html" %}').render(context)


def test_the_page_says_what_stood_where_and_what_is_right(client: Client, erratum: Erratum) -> None:
    page = Page(client, "/errata/")
    assert page.texts(".//dl[@class='erratum']//dd") == [
        "正文第一段，原刊第2页",
        "2月30日",
        "2月28日",
        "2021年6月1日",
    ]
    assert "/yihe/documents/yihezhengfa-2021-2/" in page.links().values()


def test_without_errata_there_is_no_such_column(client: Client, world: World) -> None:
    assert client.get("/errata/").status_code == 404
    assert "/errata/" not in Page(client, "/").links(".//body").values()


def test_a_draft_is_not_public(client: Client, erratum: Erratum) -> None:
    Erratum.objects.update(published_at=None)
    assert client.get("/errata/").status_code == 404
    assert "2月28日" not in note_of(erratum.issue)


def test_an_erratum_goes_with_its_issue(client: Client, erratum: Erratum) -> None:
    """A withdrawn issue is not led to."""
    Issue.objects.update(withdrawn_at=timezone.now())
    assert client.get("/errata/").status_code == 404


def test_issue_entry_and_document_show_their_own(world: World, erratum: Erratum) -> None:
    for record in (world.issue, world.second.entry, world.second):
        assert "2月28日" in note_of(record)
    for record in (world.first, world.first.entry, worlds.issue(world.gazette, number=9)):
        assert note_of(record).strip() == ""


def test_a_document_that_no_issue_holds_has_errata_too(client: Client, world: World) -> None:
    alone = worlds.document(world.gazette, 50)
    Erratum.objects.create(
        document=alone,
        printed="错",
        correct="对",
        dated_on=datetime.date(2021, 7, 1),
        published_at=timezone.now(),
    )
    assert "对" in note_of(alone)
    assert alone.get_absolute_url() in Page(client, "/errata/").links().values()


def test_an_erratum_is_about_an_issue_or_a_document(world: World) -> None:
    with pytest.raises(IntegrityError):
        Erratum.objects.create(printed="错", correct="对", dated_on=datetime.date(2021, 7, 1))


def test_an_issue_and_a_document_carry_their_errata(client: Client, world: World, erratum: Erratum) -> None:
    for path in ("/yihe/2021/3/", "/yihe/documents/yihezhengfa-2021-2/"):
        assert Page(client, path).texts(".//section[@class='errata-of']//ins") == ["2月28日"]
    assert Page(client, "/yihe/2021/3/").texts(".//section[@class='errata-of']/h3") == ["关于保护湿地的意见"]
    assert not Page(client, "/yihe/documents/yihezhengfa-2021-1/").all(".//section[@class='errata-of']")
