import datetime

import pytest
from django.test import Client

from documents.models import Citation, Document, Topic
from gazette.models import Body
from tests import world as worlds
from tests.pages.page import Page
from tests.world import World


def titles(client: Client, query: str = "") -> list[str]:
    return Page(client, f"/yihe/documents/{query}").texts(".//ul[@class='document-lines']/li/a")


@pytest.fixture
def shelf(world: World) -> World:
    """Two documents of 2021 in an issue; an opinion of 2023 and a draft outside."""
    worlds.document(world.gazette, 8, title="未发布的文件", published=False)
    alone = worlds.document(world.gazette, 9, title="关于禁烧的意见")
    alone.issued_on, alone.kind = datetime.date(2023, 2, 1), "opinion"
    alone.save()
    return world


def test_all_public_documents_are_listed_the_newest_first(client: Client, shelf: World) -> None:
    assert titles(client) == ["关于禁烧的意见", "关于做好冬季供暖工作的通知", "关于保护湿地的意见"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?year=2023", ["关于禁烧的意见"]),
        ("?kind=opinion", ["关于禁烧的意见"]),
        ("?year=2021&kind=opinion", []),
        ("?alone=on", ["关于禁烧的意见"]),
        ("?order=oldest&alone=on", ["关于禁烧的意见"]),
        ("?order=oldest", ["关于做好冬季供暖工作的通知", "关于保护湿地的意见", "关于禁烧的意见"]),
    ],
)
def test_readers_choose_by_year_kind_and_place(
    client: Client, shelf: World, query: str, found: list[str]
) -> None:
    assert titles(client, query) == found


def test_a_choice_without_documents_says_so(client: Client, shelf: World) -> None:
    """And what can be done: the list without choices is one link away."""
    page = Page(client, "/yihe/documents/?year=2021&kind=opinion")
    assert "没有符合条件的文件。可以少选几项条件，或者查看全部文件。" in page.text
    assert page.links()["查看全部文件"] == "/yihe/documents/"


@pytest.mark.parametrize("query", ["?year=abc", "?kind=%00", "?page=-1", "?page=x", "?alone=maybe"])
def test_a_choice_that_makes_no_sense_is_passed_over(client: Client, shelf: World, query: str) -> None:
    assert len(titles(client, query)) in {1, 3}


def test_years_offered_are_those_that_hold_documents(client: Client, shelf: World) -> None:
    page = Page(client, "/yihe/documents/")
    assert page.texts(".//select[@name='year']/option") == ["全部年份", "2023年", "2021年"]


def test_twenty_stand_on_a_page_and_the_choice_is_kept(client: Client, world: World) -> None:
    for serial in range(10, 29):
        worlds.document(world.gazette, serial)
    assert Document.objects.published().count() == 21
    page = Page(client, "/yihe/documents/?year=2021")
    assert "共 21 件" in page.text
    assert page.links(".//nav[@class='pages']") == {"下一页": "?year=2021&page=2"}
    assert len(titles(client, "?year=2021&page=2")) == 1


def test_topics_and_issuers_are_offered_where_there_is_a_choice(client: Client, shelf: World) -> None:
    page = Page(client, "/yihe/documents/")
    assert page.all(".//select[@name='topic']") == page.all(".//select[@name='issuer']") == []
    topics = [Topic.objects.create(name=name, position=place) for place, name in enumerate(("农业", "水利"))]
    bodies = [Body.objects.create(name=name) for name in ("伊河州农业局", "伊河州水利局")]
    for document, topic, body in zip((shelf.first, shelf.second), topics, bodies, strict=True):
        Document.objects.filter(pk=document.pk).update(topic=topic, issuing_body=body)
    page = Page(client, "/yihe/documents/")
    assert page.texts(".//select[@name='topic']/option") == ["全部主题", "农业", "水利"]
    assert page.texts(".//select[@name='issuer']/option") == ["全部机关", "伊河州农业局", "伊河州水利局"]
    assert titles(client, f"?topic={topics[1].pk}") == ["关于保护湿地的意见"]
    assert titles(client, f"?issuer={bodies[1].pk}") == ["关于保护湿地的意见"]


def test_a_list_says_in_which_order_it_stands(client: Client, shelf: World) -> None:
    """What was published last may have been issued long ago."""
    Document.objects.filter(title="关于禁烧的意见").update(issued_on=datetime.date(1999, 2, 1))
    assert titles(client)[-1] == titles(client, "?order=latest")[0] == "关于禁烧的意见"
    assert "最近发布的在前。" in Page(client, "/yihe/documents/?order=latest").text


@pytest.mark.parametrize("query", ["", "?order=oldest"])
def test_what_has_no_date_stands_last_and_says_why(client: Client, shelf: World, query: str) -> None:
    Document.objects.filter(title="关于禁烧的意见").update(issued_on=None)
    page = Page(client, f"/yihe/documents/{query}")
    assert page.texts(".//ul[@class='document-lines']/li")[-1].startswith(
        "关于禁烧的意见 伊河政发〔2021〕9号 成文日期未载明"
    )
    assert "未载明成文日期的排在最后。" in page.text


def test_what_is_repealed_is_marked_in_words(client: Client, shelf: World) -> None:
    Citation.objects.create(document=shelf.second, relation="repeals", doc_number="伊河政发〔2021〕1号")
    page = Page(client, "/yihe/documents/")
    marked = [line for line in page.texts(".//ul[@class='document-lines']/li") if "已废止" in line]
    assert [line.split()[0] for line in marked] == ["关于做好冬季供暖工作的通知"]


def test_the_second_page_has_a_title_of_its_own(client: Client, world: World) -> None:
    for serial in range(10, 29):
        worlds.document(world.gazette, serial)
    shown = [Page(client, f"/yihe/documents/{query}").texts(".//title")[0] for query in ("", "?page=2")]
    assert shown[0].startswith("文件 - ")
    assert shown[1].startswith("文件（第 2 页） - ")
