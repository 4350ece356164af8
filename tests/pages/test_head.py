import re

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.pages.page import Page
from tests.world import World

PATHS = [
    "/",
    "/yihe/",
    "/yihe/2021/",
    "/yihe/2021/3/",
    "/yihe/documents/",
    "/yihe/documents/yihezhengfa-2021-1/",
]

# What a job makes, and nobody has made here.
FILES = (".pdf", ".epub", ".docx")


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_built_alike(client: Client, world: World, path: str) -> None:
    """Language, one h1, landmarks, a way past the head, an address of its own, tags of the site."""
    page = Page(client, path)
    assert page.root.attrib["lang"] == "zh-Hans"
    assert len(page.all(".//h1")) == 1
    for landmark in ("header", "main", "footer"):
        assert len(page.all(f"./body/{landmark}")) == 1
    assert page.one(".//a[@class='skip']").attrib["href"] == "#main"
    assert page.one(".//link[@rel='canonical']").attrib["href"] == f"http://testserver{path}"
    assert page.tag("SiteName") == "政府公报"


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_unique_and_links_within_the_page_arrive(client: Client, world: World, path: str) -> None:
    page = Page(client, path)
    ids = [element.attrib["id"] for element in page.root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    inner = {a.attrib["href"][1:] for a in page.root.iter("a") if a.attrib["href"].startswith("#")}
    assert inner <= set(ids)


@pytest.mark.parametrize("path", PATHS)
def test_every_link_leads_to_a_page(client: Client, world: World, path: str) -> None:
    links = {a.attrib["href"] for a in Page(client, path).root.iter("a")}
    for link in links:
        if link.startswith("/") and not link.endswith(FILES):
            assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("path", PATHS)
def test_nothing_needs_what_the_security_policy_forbids(client: Client, world: World, path: str) -> None:
    """No script or style within the page, nothing from another host."""
    text = client.get(path).content.decode()
    within = r"<script(?! src=| type=\"application/ld\+json\")"
    assert not re.search(rf"<style|{within}|\sstyle=|\son\w+=", text)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//(?!testserver)", text)


def test_a_content_page_carries_its_tags(client: Client, world: World) -> None:
    page = Page(client, "/yihe/documents/yihezhengfa-2021-1/")
    assert world.issue.published_at
    assert page.tag("ArticleTitle") == "关于做好冬季供暖工作的通知"
    assert page.tag("PubDate") == timezone.localtime(world.issue.published_at).strftime("%Y-%m-%d %H:%M")
    assert page.tag("ContentSource") == "伊河州人民政府公报"
    assert page.tag("ColumnName") is None


@pytest.mark.parametrize("path", ["/", "/yihe/", "/yihe/2021/", "/yihe/documents/"])
def test_a_column_page_carries_its_tags(client: Client, world: World, path: str) -> None:
    page = Page(client, path)
    for name in ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"):
        assert page.tag(name), name
    assert page.tag("ArticleTitle") is None


def test_marks_that_are_not_configured_are_left_out(client: Client, world: World) -> None:
    page = Page(client, "/")
    assert page.tag("SiteDomain") is None
    assert page.tag("SiteIDCode") is None
    assert page.texts(".//footer//p") == ["政府公报", "本页网址：http://testserver/"]


def test_marks_that_are_configured_are_shown(client: Client, world: World, settings: Settings) -> None:
    settings.SITE_ID_CODE, settings.SITE_DOMAIN = "6540000001", "www.yihe.example"
    settings.SITE_SPONSOR, settings.SITE_ICP = "伊河州人民政府办公厅", "新ICP备00000000号"
    page = Page(client, "/")
    assert (page.tag("SiteIDCode"), page.tag("SiteDomain")) == ("6540000001", "www.yihe.example")
    assert "主办单位：伊河州人民政府办公厅" in page.text
    assert "新ICP备00000000号" in page.text


def test_the_way_to_a_document_is_told(client: Client, world: World) -> None:
    page = Page(client, "/yihe/documents/yihezhengfa-2021-1/")
    assert page.links(".//nav[@class='trail']") == {
        "首页": "/",
        "伊河州人民政府公报": "/yihe/",
        "2021年": "/yihe/2021/",
        "第3号": "/yihe/2021/3/",
    }
    assert page.texts(".//nav[@class='trail']//li[@aria-current='page']") == ["正文"]


def test_only_safe_requests_are_answered(client: Client, world: World) -> None:
    assert {client.post(path).status_code for path in PATHS} == {405}
