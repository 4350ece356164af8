"""The site map, and the citizens' corner of the home page."""

import pytest
from django.template import Context, Template
from django.test import Client

from portal.head import head
from portal.models import Erratum, Part
from tests import world as worlds
from tests.citizens.conftest import column_page
from tests.pages.page import Page
from tests.rooms_world import furnish
from tests.world import World


def on_home() -> str:
    context = Context({"site": {"head": head()}})
    return Template('{% include "citizens/on_home.html" %}').render(context)


def test_the_map_leads_to_everything_that_is_there(client: Client, world: World, erratum: Erratum) -> None:
    furnish(world)
    page_of_column = column_page(Part.GUIDE, "指南")
    links = Page(client, "/sitemap/").links().values()
    wanted = {
        "/yihe/",
        "/yihe/2021/",
        "/yihe/documents/",
        "/yihe/statistics/",
        "/openness/",
        page_of_column.get_absolute_url(),
        "/errata/",
        "/corrections/",
        "/opinions/",
        "/officials/",
    }
    assert wanted <= set(links)


def test_the_map_leaves_out_what_is_not(client: Client, world: World) -> None:
    worlds.publication("leer", "无州")
    links = Page(client, "/sitemap/").links().values()
    assert not {"/leer/", "/openness/", "/errata/", "/yihe/statistics/", "/officials/"} & set(links)


def test_every_link_of_the_map_leads_to_a_page(client: Client, world: World, erratum: Erratum) -> None:
    furnish(world)
    column_page(Part.GUIDE, "指南")
    for link in Page(client, "/sitemap/").links().values():
        assert client.get(link).status_code == 200, link


@pytest.mark.django_db
def test_the_home_page_always_leads_to_opinions() -> None:
    assert "/opinions/" in on_home()
    assert "<h2" not in on_home()


def test_the_home_page_shows_the_column_and_the_newest_errata(erratum: Erratum) -> None:
    column_page(Part.REPORT, "年报", year=2020)
    assert "/openness/#report" in on_home()
    assert f"/errata/#erratum-{erratum.pk}" in on_home()
    assert "关于保护湿地的意见" in on_home()
