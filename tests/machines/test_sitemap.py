"""The sitemaps, robots.txt and the description of the search."""

import datetime
from typing import Any

from auditlog.models import LogEntry
from django.test import Client
from django.utils import timezone
from lxml import etree
from pytest_django import DjangoAssertNumQueries, Settings

from documents.models import Document
from gazette.models import Issue
from tests import world as worlds
from tests.machines.walk import Walk
from tests.rooms_world import Rooms
from tests.world import World

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
DOCUMENT = "/yihe/documents/yihezhengfa-2021-1/"


def urls(client: Client, part: str) -> dict[str, Any]:
    """The entries of a part by their addresses."""
    answer = client.get(f"/sitemap-{part}-1.xml")
    assert answer["Content-Type"].startswith("application/xml")
    found = etree.fromstring(answer.content).findall("s:url", NAMES)
    return {url.findtext("s:loc", "", NAMES): url for url in found}


def test_every_record_with_a_page_is_named_in_every_language(client: Client, rooms: Rooms) -> None:
    named = Walk(client).sitemap()
    for address in ["/", "/yihe/2021/3/", DOCUMENT, *rooms.addresses()]:
        assert named.count(address) == 1, address
        assert named.count(f"/en{address}") == 1, address


def test_drafts_and_what_was_taken_back_are_not_named(client: Client, world: World) -> None:
    worlds.issue(world.gazette, number=4, published=False)
    Issue.objects.filter(pk=world.issue.pk).update(withdrawn_at=timezone.now())
    named = Walk(client).sitemap()
    assert not [address for address in named if "yihe" in address]


def test_a_page_is_named_with_its_other_languages(client: Client, world: World) -> None:
    found = urls(client, "documents")[f"http://testserver/en{DOCUMENT}"].findall("x:link", NAMES)
    assert {link.attrib["hreflang"]: link.attrib["href"] for link in found} == {
        "zh-Hans": f"http://testserver{DOCUMENT}",
        "en": f"http://testserver/en{DOCUMENT}",
        "x-default": f"http://testserver{DOCUMENT}",
    }


def test_a_change_is_dated_only_where_it_is_known(client: Client, rooms: Rooms) -> None:
    """A document by its publication or correction; a person, whom many issues name, not at all."""
    published = timezone.now() - datetime.timedelta(days=3)
    Issue.objects.update(published_at=published)
    LogEntry.objects.update(timestamp=published)
    corrected = published + datetime.timedelta(days=1)
    rooms.world.second.title = "改正的标题"
    rooms.world.second.save()
    LogEntry.objects.filter(timestamp__gt=published).update(timestamp=corrected)
    dated = {
        address.removeprefix("http://testserver"): url.findtext("s:lastmod", "", NAMES)
        for address, url in {**urls(client, "documents"), **urls(client, "officials")}.items()
    }
    assert datetime.datetime.fromisoformat(dated[DOCUMENT]) == published
    second = rooms.world.second.get_absolute_url()
    assert datetime.datetime.fromisoformat(dated[second]) == corrected
    assert dated[rooms.official("古丽").get_absolute_url()] == ""


def test_addresses_are_those_of_the_configured_site(client: Client, world: World, settings: Settings) -> None:
    settings.SITE_DOMAIN = "gb.yihe.example"
    for path in ("/sitemap.xml", "/~dark/sitemap-documents-1.xml", "/robots.txt", "/opensearch.xml"):
        text = client.get(path).content.decode()
        assert "https://gb.yihe.example/" in text
        assert "testserver" not in text
        assert "/~dark" not in text


def test_there_is_no_sitemap_of_what_there_is_not(client: Client, world: World) -> None:
    for part in ("nichts-1", "documents-2", "documents-0", "columns-2"):
        assert client.get(f"/sitemap-{part}.xml").status_code == 404, part


def test_a_sitemap_costs_the_same_however_much_it_holds(
    client: Client, world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/sitemap-documents-1.xml")
    for number in range(10, 20):
        worlds.document(world.gazette, number, printed_in=world.issue)
    assert Document.objects.count() > 10
    with django_assert_num_queries(5):
        client.get("/sitemap-documents-1.xml")


def test_search_engines_are_told_what_not_to_fetch(client: Client, db: None) -> None:
    """The same pages in other modes, the editors' side, and answers to searches."""
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines[:5] == [
        "User-agent: *",
        "Disallow: /~",
        "Disallow: /admin/",
        "Disallow: /search/?",
        "Disallow: /en/search/?",
    ]
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_a_browser_can_search_here(client: Client, world: World) -> None:
    answer = client.get("/opensearch.xml")
    assert answer["Content-Type"] == "application/opensearchdescription+xml"
    described = etree.fromstring(answer.content)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert described.findtext(f"{space}ShortName") == "政府公报"
    templates = [url.attrib["template"] for url in described.findall(f"{space}Url")]
    assert templates[0] == "http://testserver/search/?q={searchTerms}"
    assert client.get("/search/", {"q": "供暖"}).status_code == 200
