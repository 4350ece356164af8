"""The page of results, as a reader meets it without scripts."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.indexing import rebuild
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page, text_of

Rooms = rooms_world.Rooms
KINDS = ".//section[@class='found-kind']"


def searched(client: Client, typed: str, more: str = "") -> Page:
    return Page(client, f"/search/?q={quote(typed)}{more}")


def headings(page: Page) -> list[str]:
    return page.texts(f"{KINDS}/h2")


def hits(page: Page) -> list[str]:
    return page.texts(".//li[@class='hit']/h3")


def chosen_from(page: Page, name: str) -> dict[str, str]:
    """The choices of a filter with the number that each promises, and where they lead."""
    lists = page.all(".//nav[@class='search-filters']//ul")
    one = next(each for each in lists if each.attrib["aria-labelledby"] == f"filter-{name}")
    return {text_of(link): link.attrib["href"] for link in one.iter("a")}


def test_the_box_is_on_every_page(client: Client, rooms: Rooms) -> None:
    for path in ("/", "/yihe/2021/3/", "/officials/", "/en/yihe/"):
        form = Page(client, path).one(".//form[@class='search-box screen-only']")
        assert form.attrib["role"] == "search"
        assert form.attrib["method"] == "get"
        assert form.attrib["action"] == ("/en/search/" if path.startswith("/en") else "/search/")


def test_results_come_by_kind_with_their_numbers(client: Client, rooms: Rooms) -> None:
    page = searched(client, "供暖")
    assert headings(page) == ["文件 2 条", "政务要事 1 条", "收发文目录 1 条"]
    assert page.one(".//title").text == "“供暖”的检索结果 - 政府公报"
    assert page.tag("robots") == "noindex"
    assert list(chosen_from(page, "kind")) == ["全部 4", "文件 2", "政务要事 1", "收发文目录 1"]
    assert page.one(".//input[@id='search-words']").attrib["value"] == "供暖"


def test_title_and_passage_show_what_was_found_as_it_is_printed(client: Client, rooms: Rooms) -> None:
    page = searched(client, "阿依努尔 供暖")
    assert page.texts(".//li[@class='hit']//mark") == ["阿依•努尔", "供暖"]


def test_a_hit_leads_to_its_own_place(client: Client, rooms: Rooms) -> None:
    links = searched(client, "主持会议").links(".//ol[@class='hits']")
    assert links == {"2021年4月28日": f"/yihe/2021/3/chronicle/{rooms.chronicle.pk}/#d-2021-04-28"}


def test_every_hit_leads_to_a_page_that_says_it(client: Client, rooms: Rooms) -> None:
    for typed in ("供暖", "王强", "州财政局", "轻工业", "收发文目录", "2021年第3号", "常务会议", "湿地"):
        for address in searched(client, typed).links(".//main").values():
            if address.startswith("/") and "/search/" not in address:
                assert client.get(address.partition("#")[0]).status_code == 200, address


def test_in_another_language_hits_stay_in_it(client: Client, rooms: Rooms) -> None:
    page = Page(client, f"/en/search/?q={quote('供暖')}")
    links = [link.attrib["href"] for link in page.all(".//li[@class='hit']/h3/a")]
    assert links
    assert all(link.startswith("/en/yihe/") for link in links)
    assert {each.attrib.get("lang") for each in page.all(".//li[@class='hit']/p[@class='hit-passage']")} == {
        "zh-Hans"
    }


def test_whom_the_query_names_stands_first(client: Client, rooms: Rooms) -> None:
    assert headings(searched(client, "王强"))[0] == "干部 1 条"
    assert headings(searched(client, "阿依努尔"))[0] == "干部 1 条"
    assert headings(searched(client, "王强检查"))[0] == "政务要事 1 条"


def test_a_title_that_is_asked_for_comes_before_a_mention(client: Client, world: worlds.World) -> None:
    worlds.document(world.gazette, 8, title="关于《供暖办法》的决定")
    worlds.document(world.gazette, 9, title="供暖办法")
    rebuild()
    assert hits(searched(client, "供暖办法"))[:2] == ["供暖办法", "关于《供暖办法》的决定"]


def test_by_date_the_newest_comes_first(client: Client, rooms: Rooms) -> None:
    page = searched(client, "王强", "&kind=event&order=date")
    assert hits(page) == ["2021年4月2日", "2021年4月2日"]
    assert page.links(".//ul[@class='orders']")["按相关度"].endswith("order=relevance")


def test_filters_hold_what_they_promise(client: Client, rooms: Rooms) -> None:
    """Each choice leads to just as many hits as it says."""
    other = worlds.publication("beihe", "北河州")
    worlds.document(other, 1, title="关于北河供暖的通知")
    past = worlds.document(other, 2, title="关于停止供暖的通知")
    past.issued_on = past.issued_on.replace(year=2019)
    past.save()
    rebuild()
    page = searched(client, "供暖")
    for name in ("kind", "publication", "year"):
        for label, address in chosen_from(page, name).items():
            promised = label.rpartition(" ")[2]
            there = Page(client, f"/search/{address}")
            assert there.one(".//p[@class='count']").text == f"共 {promised} 条", label
            assert len(hits(there)) == int(promised)


def test_filters_go_together(client: Client, rooms: Rooms) -> None:
    page = searched(client, "供暖", "&kind=document&publication=yihe&year=2021")
    assert hits(page) == ["关于做好冬季供暖工作的通知", "关于保护湿地的意见"]
    assert searched(client, "供暖", "&kind=document&year=2020").texts(".//div[@class='notice']/p") == [
        "在所选的范围里没有找到。 去掉筛选，查全部"
    ]


def test_one_kind_is_shown_by_pages(client: Client, world: worlds.World) -> None:
    for serial in range(10, 60):
        worlds.document(world.gazette, serial, title=f"关于植树的通知之{serial}")
    rebuild()
    first, last = (
        searched(client, "植树", "&kind=document"),
        searched(client, "植树", "&page=99&kind=document"),
    )
    assert (len(hits(first)), len(hits(last))) == (20, 10)
    assert "第 3 页，共 3 页" in last.text
    assert "第 3 页" in (last.one(".//title").text or "")
    # Where all hits are of one kind, there is nothing to choose first.
    assert hits(searched(client, "植树")) == hits(first)
    everything = {
        title for page in (1, 2, 3) for title in hits(searched(client, "植树", f"&kind=document&page={page}"))
    }
    assert len(everything) == 50


@pytest.mark.parametrize(
    "typed", ["伊河政发[2021]1号", "伊河政发（2021） 1 号", "(2021)1", "伊河政发 2021 第1号", "〔2021〕1号"]
)
def test_a_number_leads_straight_to_its_document(client: Client, world: worlds.World, typed: str) -> None:
    rebuild()
    answer = client.get(f"/search/?q={quote(typed)}")
    assert (answer.status_code, answer["Location"]) == (302, world.first.get_absolute_url())
    page = searched(client, typed, "&stay=1")
    assert hits(page) == ["关于做好冬季供暖工作的通知"]


def test_a_number_of_two_documents_leads_to_a_list(client: Client, world: worlds.World) -> None:
    worlds.document(worlds.publication("beihe", "北河州"), 1)
    rebuild()
    assert len(hits(searched(client, "(2021)1号"))) == 2


def test_a_notice_is_found_by_its_number(client: Client, rooms: Rooms) -> None:
    answer = client.get(f"/search/?q={quote('伊河政任[2021]1')}")
    assert answer["Location"] == rooms.notice.get_absolute_url()


def test_a_number_of_what_is_not_public_leads_nowhere(client: Client, world: worlds.World) -> None:
    worlds.document(world.gazette, 77, published=False)
    rebuild()
    assert "没有找到" in searched(client, "伊河政发〔2021〕77号").text


def test_nothing_found_offers_ways_on(client: Client, rooms: Rooms) -> None:
    page = searched(client, "供暖 飞机")
    assert "没有找到。检索的是本站公布的全部文字" in page.text
    assert page.links(".//ul[@class='fewer-words']") == {
        "供暖": f"?q={quote('供暖')}",
        "飞机": f"?q={quote('飞机')}",
    }
    assert page.links()["政务要事"] == "/yihe/chronicle/"


@pytest.mark.parametrize("typed", ["州", " ", "，", "\x00", "·"])
def test_too_little_is_answered_kindly(client: Client, rooms: Rooms, typed: str) -> None:
    page = searched(client, typed)
    assert "怎样检索" in page.text
    assert not hits(page)


def test_a_query_that_is_too_long_is_cut_and_it_is_said(client: Client, rooms: Rooms) -> None:
    assert "只检索了前 100 个字符" in searched(client, "供暖" * 300).text


def test_what_was_typed_is_shown_as_text(client: Client, rooms: Rooms) -> None:
    answer = client.get(f"/search/?q={quote('<script>alert(1)</script>')}").content.decode()
    assert "<script>alert" not in answer
    assert "&lt;script&gt;alert" in answer


@pytest.mark.parametrize(
    "more", ["&kind=x", "&publication=%00", "&year=abc", "&year=99999", "&page=-1", "&page=9999999"]
)
def test_a_filter_that_names_nothing_leaves_all_through(client: Client, rooms: Rooms, more: str) -> None:
    """A year without anything is a filter like others: it is answered, with nothing."""
    page = searched(client, "供暖", more)
    assert len(hits(page)) == (0 if more == "&year=99999" else 4)


def test_no_cookie_and_no_stale_answer(client: Client, rooms: Rooms) -> None:
    answer = client.get("/search/?q=abcd")
    assert not answer.cookies
    assert "no-cache" in answer["Cache-Control"]


def test_the_page_costs_the_same_whatever_is_found(client: Client, rooms: Rooms) -> None:
    client.get("/search/?q=abcd")
    costs = []
    for typed in ("供暖", "伊河州"):
        with CaptureQueriesContext(connection) as asked:
            searched(client, typed)
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 8
