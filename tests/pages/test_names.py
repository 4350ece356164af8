"""People and organs found by their names."""

from collections.abc import Iterable

import pytest
from django.test import Client

from appointments.models import Official
from appointments.names import folded, found_by, in_order
from documents.models import Document
from gazette.models import Body
from tests import rooms_world
from tests.pages.page import Page, text_of
from tests.rooms_world import Rooms


def named(*names: str) -> list[Official]:
    return [Official(pk=place, name=name) for place, name in enumerate(names, 1)]


def names(officials: Iterable[Official]) -> list[str]:
    return [official.name for official in officials]


@pytest.mark.parametrize("sign", ["·", "•", "‧", "・", "･", "∙", "⋅", "⸱", ".", "．", " ", "\u3000", ""])
def test_whatever_stands_between_the_parts_of_a_name_it_is_found(sign: str) -> None:
    assert folded(f"阿依{sign}努尔") == "阿依努尔"
    assert names(found_by(f"依{sign}努", named("阿依·努尔", "阿依•努尔别克", "王强"))) == [
        "阿依·努尔",
        "阿依•努尔别克",
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("wang", ["王强"]),
        ("WangQiang", ["王强"]),
        ("wang qiang", ["王强"]),
        ("nuer", ["阿依·努尔"]),
        ("ang", []),
        ("shan", ["单玉"]),
    ],
)
def test_a_name_is_found_by_its_pinyin_from_the_beginning_of_a_syllable(asked: str, found: list[str]) -> None:
    assert names(found_by(asked, named("王强", "阿依·努尔", "单玉"))) == found


def test_a_surname_stands_under_its_usual_reading_and_stays_together() -> None:
    """单 shan, 曾 zeng; what no dictionary reads comes first, under #."""
    lines = in_order(named("曾光", "单玉", "万里", "王刚", "汪洋", "查干·巴特尔", "□明", "王安"))
    assert [letter for letter, _official in lines] == ["#", "C", "S", "W", "W", "W", "W", "Z"]
    assert names(official for _letter, official in lines) == [
        "□明",
        "查干·巴特尔",
        "单玉",
        "万里",
        "王安",
        "王刚",
        "汪洋",
        "曾光",
    ]


def test_officials_stand_under_letters_that_can_be_jumped_to(client: Client, rooms: Rooms) -> None:
    page = Page(client, "/officials/")
    assert page.texts(".//section[@class='letter']/h2") == ["A", "G", "W"]
    jumps = page.links(".//nav[@class='jumps letters']")
    assert jumps == {"A": "#letter-A", "G": "#letter-G", "W": "#letter-W"}


def test_a_letter_of_a_later_page_is_a_jump_to_that_page(client: Client, rooms: Rooms) -> None:
    for number in range(300):
        rooms_world.appoint(rooms.notice, 10 + number, f"陈{number:03d}", "州长")
    first, second = Page(client, "/officials/"), Page(client, "/officials/?page=2")
    assert first.links(".//nav[@class='jumps letters']")["W"] == "?page=2#letter-W"
    assert second.links(".//nav[@class='jumps letters']")["W"] == "#letter-W"
    assert second.texts(".//section[@class='letter']/h2") == ["C", "G", "W"]
    assert text_of(first.one(".//title")) != text_of(second.one(".//title"))


def test_two_people_of_one_name_lead_to_each_other(client: Client, rooms: Rooms) -> None:
    other = Official.objects.create(name="王强", distinction="州水利局")
    rooms.meeting.chair = other
    rooms.meeting.save()
    page = Page(client, rooms.official("古丽").get_absolute_url())
    assert "同名的人" not in page.text
    assert Page(client, other.get_absolute_url()).texts(".//h1") == ["王强（州水利局）"]
    first = Official.objects.get(name="王强", distinction="")
    assert Page(client, first.get_absolute_url()).links()["王强（州水利局）"] == other.get_absolute_url()


def test_organs_stand_by_letters_with_what_the_gazettes_print_of_them(client: Client, rooms: Rooms) -> None:
    """Documents and posts are counted, whatever the number of appointments; what has nothing is not listed."""
    rooms_world.appoint(rooms_world.notice(rooms.next_issue, 2), 9, "赵一", "州水利局局长")
    Body.objects.create(name="州某局")
    government = Body.objects.create(name="伊河州人民政府")
    Document.objects.filter(pk=rooms.world.first.pk).update(issuing_body=government)
    page = Page(client, "/bodies/")
    assert page.texts(".//ul[@class='bodies']/li") == [
        "伊河州人民政府 文件 1 件",
        "州财政局 任免职务 2 个",
        "州水利局 任免职务 1 个",
    ]
    assert page.links()["州财政局"] == f"/bodies/{Body.objects.get(name='州财政局').pk}/"
    assert Page(client, page.links()["州财政局"]).links(".//nav[@class='trail']")["机关"] == "/bodies/"
