"""What pages tell in the words of schema.org, and the other tags that programs read."""

import datetime
import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from documents.models import Citation, Document
from gazette.models import Body
from tests import world as worlds
from tests.pages.page import Page
from tests.rooms_world import Rooms
from tests.world import World

DOCUMENT = "/yihe/documents/yihezhengfa-2021-1/"


def graph(client: Client, path: str) -> dict[str, dict[str, Any]]:
    """The things that a page tells, by their types."""
    script = Page(client, path).one(".//script[@type='application/ld+json']")
    told = json.loads(script.text or "")
    assert told["@context"] == "https://schema.org"
    return {each["@type"]: each for each in told["@graph"]}


def links(page: Page, rel: str) -> list[str]:
    return [link.attrib["href"] for link in page.all(f".//link[@rel='{rel}']")]


def every_value(told: Any, name: str) -> list[Any]:
    """All values of this name, however deep."""
    if isinstance(told, list):
        return [value for each in told for value in every_value(each, name)]
    if not isinstance(told, dict):
        return []
    own = [told[name]] if name in told else []
    return [*own, *(value for each in told.values() for value in every_value(each, name))]


def test_a_document_is_legislation_in_an_issue_of_a_periodical(client: Client, world: World) -> None:
    told = graph(client, DOCUMENT)["Legislation"]
    assert told["legislationIdentifier"] == "伊河政发〔2021〕1号"
    assert told["name"] == "关于做好冬季供暖工作的通知"
    assert told["legislationDate"] == "2021-04-08"
    assert told["legislationType"] == "通知"
    assert told["legislationPassedBy"] == {"@type": "GovernmentOrganization", "name": "伊河州人民政府"}
    assert told["inLanguage"] == "zh-Hans"
    issue = told["isPartOf"]
    assert (issue["@type"], issue["issueNumber"], issue["datePublished"]) == (
        "PublicationIssue",
        "3",
        "2021-05-20",
    )
    assert (issue["isPartOf"]["@type"], issue["isPartOf"]["name"]) == ("Periodical", "伊河州人民政府公报")


def test_nothing_is_said_of_force_where_the_papers_say_nothing(client: Client, world: World) -> None:
    """A day from which it applies is no word that it still does: 现行有效 is never said."""
    assert "legislationLegalForce" not in graph(client, DOCUMENT)["Legislation"]


@pytest.mark.parametrize(
    ("begins", "ends", "force"), [(-10, 10, None), (-10, -1, "NotInForce"), (10, None, "NotInForce")]
)
def test_what_the_document_itself_says_of_its_force(
    client: Client, world: World, begins: int, ends: int | None, force: str | None
) -> None:
    today = timezone.localdate()
    world.first.effective_on = today + datetime.timedelta(days=begins)
    world.first.valid_until = None if ends is None else today + datetime.timedelta(days=ends)
    world.first.save()
    told = graph(client, DOCUMENT)["Legislation"]
    assert told.get("legislationLegalForce") == (f"https://schema.org/{force}" if force else None)


def test_who_repeals_whom_is_told_on_both_sides(client: Client, world: World) -> None:
    Citation.objects.create(document=world.second, relation="repeals", doc_number=world.first.doc_number)
    Citation.objects.create(document=world.second, relation="repeals", title="关于旧事的通知")
    Document.objects.update(effective_on=None)
    repealing = graph(client, "/yihe/documents/yihezhengfa-2021-2/")["Legislation"]
    assert [each["name"] for each in repealing["legislationRepeals"]] == [
        "关于做好冬季供暖工作的通知",
        "关于旧事的通知",
    ]
    repealed = graph(client, DOCUMENT)["Legislation"]
    assert repealed["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert repealed["@reverse"]["legislationRepeals"]["legislationIdentifier"] == "伊河政发〔2021〕2号"


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- <script>", "“&amp;”\u2028"])
def test_no_title_can_end_the_data(client: Client, world: World, title: str) -> None:
    world.first.title = title
    world.first.save()
    text = client.get(DOCUMENT).content.decode()
    data = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set(data) & {"<", ">", "&", "\u2028"}
    assert graph(client, DOCUMENT)["Legislation"]["name"] == title


def test_each_kind_of_page_tells_what_it_is_about(client: Client, rooms: Rooms) -> None:
    body = Body.objects.get(name="州财政局")
    kinds = {
        "/": "WebSite",
        "/yihe/": "Periodical",
        "/yihe/2021/3/": "PublicationIssue",
        DOCUMENT: "Legislation",
        rooms.notice.get_absolute_url(): "Article",
        rooms.meeting.get_absolute_url(): "Article",
        f"/yihe/2021/3/chronicle/{rooms.chronicle.pk}/": "Article",
        f"/yihe/2021/3/register/{rooms.register.pk}/": "Article",
        rooms.table.get_absolute_url(): "Dataset",
        rooms.indicator("工业增加值（规上）").get_absolute_url(): "Dataset",
        rooms.official("古丽").get_absolute_url(): "Person",
        f"/bodies/{body.pk}/": "GovernmentOrganization",
    }
    for path, kind in kinds.items():
        told = graph(client, path)
        assert told[kind].get("name") or told[kind].get("headline"), path
        if path != "/":
            assert told["BreadcrumbList"]["itemListElement"][0]["item"] == "http://testserver/"
        for name in ("url", "@id", "item", "contentUrl"):
            for address in every_value(told, name):
                assert address.startswith("http://testserver/"), address


def test_figures_can_be_taken_away(client: Client, rooms: Rooms) -> None:
    told = graph(client, rooms.table.get_absolute_url())["Dataset"]
    (file,) = told["distribution"]
    assert (file["@type"], file["encodingFormat"]) == ("DataDownload", "text/csv")
    assert client.get(file["contentUrl"].removeprefix("http://testserver")).status_code == 200
    assert told["temporalCoverage"] == "2021-04"


def test_the_home_page_offers_its_search(client: Client, world: World) -> None:
    action = graph(client, "/")["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == "http://testserver/search/?q={search_term_string}"
    assert action["query-input"] == "required name=search_term_string"


def test_addresses_are_those_of_the_configured_site(client: Client, world: World, settings: Settings) -> None:
    """With https, and without the modes that the page is shown in."""
    settings.SITE_DOMAIN = "gb.yihe.example"
    page = Page(client, f"/~elder-dark{DOCUMENT}")
    full = f"https://gb.yihe.example{DOCUMENT}"
    assert links(page, "canonical") == [full]
    assert page.tag("Url") == full
    assert page.one(".//meta[@property='og:url']").attrib["content"] == full
    told = graph(client, f"/~elder-dark{DOCUMENT}")
    assert {*every_value(told, "url"), *every_value(told, "item")} == {
        full,
        *(f"https://gb.yihe.example{path}" for path in ("/", "/yihe/", "/yihe/2021/", "/yihe/2021/3/")),
    }


def test_a_page_names_itself_in_the_other_languages(client: Client, world: World) -> None:
    for path in (DOCUMENT, f"/en{DOCUMENT}", f"/~dark/en{DOCUMENT}"):
        found = Page(client, path).all(".//link[@hreflang]")
        assert {link.attrib["hreflang"]: link.attrib["href"] for link in found} == {
            "zh-Hans": f"http://testserver{DOCUMENT}",
            "en": f"http://testserver/en{DOCUMENT}",
            "x-default": f"http://testserver{DOCUMENT}",
        }


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("?page=1", ""),
        ("?page=2", "?page=2"),
        ("?kind=&page=nonsense&utm_source=x", ""),
        ("?kind=notice&page=2", "?kind=notice&page=2"),
    ],
)
def test_only_a_filter_or_a_later_page_makes_another_page(
    client: Client, world: World, asked: str, kept: str
) -> None:
    for number in range(20, 45):
        worlds.document(world.gazette, number, printed_in=world.issue)
    page = Page(client, f"/yihe/documents/{asked}")
    assert links(page, "canonical") == [f"http://testserver/yihe/documents/{kept}"]


def test_no_page_is_fetched_before_it_is_asked_for(client: Client, world: World) -> None:
    """Neighbours are links on the page, not in its head, from where Firefox would fetch them."""
    for number in range(20, 75):
        worlds.document(world.gazette, number, printed_in=world.issue)
    page = Page(client, "/yihe/documents/?kind=notice&page=2")
    assert links(page, "next") == links(page, "prefetch") == []
    assert page.one(".//a[@rel='next']").attrib["href"] == "?kind=notice&page=3"


def test_a_page_names_the_feeds_it_belongs_to(client: Client, rooms: Rooms) -> None:
    official = rooms.official("古丽")
    page = Page(client, f"/~dark{official.get_absolute_url()}")
    found = page.all(".//link[@type='application/atom+xml']")
    assert [link.attrib["href"] for link in found] == [
        f"/feeds/officials/{official.pk}.atom",
        "/feeds/all.atom",
    ]


def test_a_link_to_a_page_shows_what_it_is(client: Client, world: World) -> None:
    """Open Graph: what other programs show of a link to a document."""
    page = Page(client, DOCUMENT)
    told = {meta.attrib["property"]: meta.attrib["content"] for meta in page.all(".//meta[@property]")}
    assert told["og:title"] == "关于做好冬季供暖工作的通知"
    assert told["og:type"] == "article"
    assert told["og:description"] == "《供暖办法》已经州人民政府同意，现印发你们。"
    assert told["article:published_time"].startswith(f"{timezone.localdate():%Y-%m-%d}T")


def test_a_content_page_tells_only_what_is_known(client: Client, world: World) -> None:
    page = Page(client, DOCUMENT)
    assert page.tag("Keywords") == "通知,州人民政府文件"
    assert page.tag("Author") == "伊河州人民政府"
    assert page.tag("Description") == "《供暖办法》已经州人民政府同意，现印发你们。"
    Document.objects.update(issuer="", kind="")
    world.first.blocks.all().delete()
    page = Page(client, DOCUMENT)
    assert page.tag("Author") is None
    assert page.tag("Keywords") == "州人民政府文件"
    assert page.tag("Image") is None


@pytest.mark.parametrize(("path", "status"), [("/nichts/", 404), ("/yihe/2021/9/", 410)])
def test_a_page_that_is_not_there_is_about_nothing(
    client: Client, world: World, path: str, status: int
) -> None:
    """It is in no index, has no other languages and no feeds."""
    withdrawn = worlds.issue(world.gazette, number=9)
    withdrawn.withdrawn_at = timezone.now()
    withdrawn.save()
    page = Page(client, path, status)
    assert page.tag("robots") == "noindex"
    assert links(page, "alternate") == []
    assert page.all(".//script[@type='application/ld+json']") == []
