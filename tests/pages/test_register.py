from django.test import Client

from gazette.models import Issue
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page
from tests.rooms_world import Rooms


def lines(page: Page) -> list[str]:
    return page.texts(".//table[@class='register']/tbody/tr")


def test_a_register_stands_by_direction(client: Client, rooms: Rooms) -> None:
    page = Page(client, f"/yihe/2021/3/register/{rooms.register.pk}/")
    assert page.texts(".//table/caption") == ["来文", "发文"]
    assert lines(page) == [
        "区政发〔2021〕5号《关于节约用水的通知》",
        "伊河政发〔2021〕1号《关于做好冬季供暖工作的通知》",
        "伊河政发〔2021〕77号《关于防火的通知》",
    ]
    assert page.all(".//tbody/tr")[0].attrib["data-lines"] == "301"


def test_a_line_leads_to_the_document_held_here_by_its_number(client: Client, rooms: Rooms) -> None:
    """What is not held, or not public, is plain text."""
    worlds.document(rooms.world.gazette, 77, published=False)
    links = Page(client, f"/yihe/2021/3/register/{rooms.register.pk}/").links()
    assert links["《关于做好冬季供暖工作的通知》"] == rooms.world.first.get_absolute_url()
    assert "《关于防火的通知》" not in links


def test_all_registers_are_listed_and_chosen_by_year_and_direction(client: Client, rooms: Rooms) -> None:
    rooms_world.register(worlds.issue(rooms.world.gazette, year=2020, number=1), serial=3)
    page = Page(client, "/yihe/register/")
    assert "共 6 件" in page.text
    assert page.texts(".//section[@class='room']/p") == [
        "《伊河州人民政府公报》2021年第3号 第30页起",
        "《伊河州人民政府公报》2020年第1号 第30页起",
    ]
    assert lines(Page(client, "/yihe/register/?year=2020&direction=incoming")) == [
        "区政发〔2021〕3号《关于节约用水的通知》"
    ]
    assert len(lines(Page(client, "/yihe/register/?direction=sideways&year=%00"))) == 6


def test_a_choice_without_lines_says_so(client: Client, rooms: Rooms) -> None:
    rooms.register.register_entries.filter(direction="incoming").delete()
    page = Page(client, "/yihe/register/?direction=incoming")
    assert "没有符合条件的条目。" in page.text


def test_fifty_lines_stand_on_a_page(client: Client, rooms: Rooms) -> None:
    for serial in range(20):
        rooms_world.register(rooms.next_issue, serial)
    assert Issue.objects.count() == 2
    assert len(lines(Page(client, "/yihe/register/"))) == 50
    assert len(lines(Page(client, "/yihe/register/?page=2"))) == 13
