"""The foot, the same on every page: what the rules ask for, and nothing that is not configured."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.pages.page import Page
from tests.world import World

MARKS = {
    "SITE_SPONSOR": "主办单位：伊河州人民政府办公厅",
    "SITE_ORGANIZER": "承办单位：伊河州政务信息中心",
    "SITE_CONTACT": "联系方式：0999-0000000",
    "SITE_ID_CODE": "网站标识码：6540000001",
    "SITE_ICP": "新ICP备00000000号",
    "SITE_POLICE_NUMBER": "新公网安备 65400000000000号",
}


@pytest.mark.parametrize("name", MARKS)
def test_each_mark_is_shown_where_it_is_configured(
    client: Client, world: World, settings: Settings, name: str
) -> None:
    assert MARKS[name] not in Page(client, "/yihe/").texts(".//footer//p")
    setattr(settings, name, MARKS[name].split("：")[-1])
    assert MARKS[name] in Page(client, "/yihe/").texts(".//footer//p")


@pytest.mark.parametrize(
    ("name", "words"), [("SITE_FAULTS_URL", "我为政府网站找错"), ("SITE_PARTY_MARK_URL", "党政机关网站标识")]
)
def test_the_marks_that_lead_elsewhere(
    client: Client, world: World, settings: Settings, name: str, words: str
) -> None:
    assert words not in Page(client, "/").links(".//footer")
    setattr(settings, name, "https://marks.example/?site=6540000001")
    address = Page(client, "/").links(".//footer")[words]
    assert "marks.example" in address


def test_numbers_lead_to_the_registers_that_gave_them(
    client: Client, world: World, settings: Settings
) -> None:
    settings.SITE_ICP, settings.SITE_ICP_URL = "新ICP备00000000号", "https://register.example/"
    assert "register.example" in Page(client, "/").links(".//footer")["新ICP备00000000号"]


@pytest.mark.parametrize("path", ["/", "/yihe/", "/yihe/2021/3/", "/nichts/"])
def test_the_foot_is_the_same_on_every_page(client: Client, world: World, path: str) -> None:
    page = Page(client, path, 404 if path == "/nichts/" else 200)
    assert page.links(".//footer") == Page(client, "/yihe/2021/").links(".//footer")


def test_a_printed_page_tells_its_address(client: Client, world: World) -> None:
    page = Page(client, "/~dark/yihe/")
    assert page.texts(".//footer//p[@class='paper-only']") == ["本页网址：http://testserver/yihe/"]
