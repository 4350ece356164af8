from django.test import Client
from django.utils import timezone

from gazette.models import Entry, Issue
from tests import world as worlds
from tests.pages.page import Page, text_of
from tests.world import World


def test_the_masthead_tells_what_is_known(client: Client, world: World) -> None:
    """Number, serial, date, editors, and that the issue entered the archive as printed."""
    Issue.objects.update(chief_editor="古丽", deputy_editors=["阿依", "王强"], as_printed=True)
    page = Page(client, "/yihe/2021/3/")
    assert page.texts(".//h1") == ["伊河州人民政府公报 2021年第3号"]
    line = text_of(page.one(".//p[@class='masthead-line']"))
    assert line == "总第103期 2021年5月20日 双月刊 主编：古丽 副主编：阿依、王强 依原刊收录"


def test_the_masthead_is_silent_on_what_is_not_known(client: Client, world: World) -> None:
    Issue.objects.update(serial=None, dated_on=None, frequency="")
    assert text_of(Page(client, "/yihe/2021/3/").one(".//p[@class='masthead-line']")) == ""


def test_the_contents_stand_in_print_order_under_their_sections(client: Client, world: World) -> None:
    """A section that comes twice in print comes twice here; an entry without a document is plain text."""
    posts = worlds.section(world.gazette, "干部任免")
    for position, section, title in ((3, posts, "任免通知"), (4, worlds.section(world.gazette), "补登")):
        Entry.objects.create(
            issue=world.issue, section=section, position=position, title=title, printed_page="12"
        )
    page = Page(client, "/yihe/2021/3/")
    sections = page.all(".//section[@class='contents-section']")
    assert [text_of(section.findall("h3")[0]) for section in sections] == [
        "州人民政府文件",
        "干部任免",
        "州人民政府文件",
    ]
    assert [text_of(line) for line in sections[0].iter("li")] == [
        "关于做好冬季供暖工作的通知 伊河政发〔2021〕1号 第1页",
        "关于保护湿地的意见 伊河政发〔2021〕2号 第2页",
    ]
    assert "任免通知" not in page.links()
    assert "任免通知" in page.text


def test_the_pdf_is_linked(client: Client, world: World) -> None:
    assert Page(client, "/yihe/2021/3/").links()["本期 PDF 版"] == "/yihe/2021/3/gazette.pdf"


def test_former_and_next_issue_cross_years_and_skip_what_is_not_public(client: Client, world: World) -> None:
    worlds.issue(world.gazette, year=2020, number=6)
    worlds.issue(world.gazette, year=2021, number=1, published=False)
    worlds.issue(world.gazette, year=2022, number=1)
    worlds.issue(worlds.publication("donghe", "东河州"), year=2021, number=4)
    assert Page(client, "/yihe/2021/3/").links(".//nav[@class='neighbours']") == {
        "上一期 2020年第6号": "/yihe/2020/6/",
        "下一期 2022年第1号": "/yihe/2022/1/",
    }


def test_the_second_number_of_a_double_issue_leads_to_the_first(client: Client, world: World) -> None:
    """第17-18号 is one issue at one address, for ever."""
    Issue.objects.update(number=17, number_end=18)
    answer = client.get("/yihe/2021/18/")
    assert (answer.status_code, answer["Location"]) == (301, "/yihe/2021/17/")
    assert Page(client, "/yihe/2021/17/").texts(".//h1") == ["伊河州人民政府公报 2021年第17-18号"]


def test_an_issue_that_is_not_published_is_not_there(client: Client, world: World) -> None:
    worlds.issue(world.gazette, number=4, published=False)
    Page(client, "/yihe/2021/4/", 404)
    Page(client, "/yihe/2021/5/", 404)
    Page(client, "/yihe/2021/99999999999999999999/", 404)


def test_a_withdrawn_issue_is_gone(client: Client, world: World) -> None:
    """410 and 已撤回, for the issue and for the documents in it; nothing of them is shown."""
    Issue.objects.update(withdrawn_at=timezone.now())
    for path in ("/yihe/2021/3/", world.first.get_absolute_url()):
        page = Page(client, path, 410)
        assert page.texts(".//h1") == ["已撤回"]
        assert world.first.title not in page.text
