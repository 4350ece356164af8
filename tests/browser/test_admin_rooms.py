"""An editor at the keyboard: no mouse, from the issue's contents to what readers see."""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from appointments.models import AppointmentNotice
from editorial.roles import EDITOR, SIGNER
from gazette.models import Issue, SectionKind
from gazette_statistics.models import IndicatorTable
from tests import rooms_world
from tests import world as worlds

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long pass phrase"
FIVE = [
    ("任命", "阿依·努尔", "州长", ""),
    ("任命", "王强", "州财政局局长", "试用期一年"),
    ("免去", "王强", "州财政局副局长", ""),
    ("免去", "赵河", "州教育局局长", "另有任用"),
    ("任命", "巴图", "州教育局局长", ""),
]
HEADS = ["5月", "1-5月累计", "累计比上年同期增减%"]
FIGURES = [["1200", "5200.50", "-4.8"], ["42", "240", "2.1"]]


@pytest.fixture
def summer(transactional_db: None) -> Issue:
    """An unpublished issue whose contents wait for a notice and a table; April was printed before."""
    gazette = worlds.publication()
    rooms_world.table(worlds.issue(gazette))
    made = worlds.issue(gazette, number=4, published=False)
    rooms_world.entry(made, SectionKind.APPOINTMENTS, "伊河州人民政府干部任免通知")
    rooms_world.entry(made, SectionKind.STATISTICS, "伊河州2021年5月国民经济主要指标")
    worlds.editor("古丽").groups.add(Group.objects.get(name=EDITOR))
    worlds.editor("王芳").groups.add(Group.objects.get(name=SIGNER))
    return made


class Keys:
    """A page that is worked by its keyboard alone."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site, self.press = page, site, page.keyboard.press

    def log_in(self, name: str) -> None:
        self.page.goto(f"{self.site}/admin/login/")
        self.type(name)
        self.press("Tab")
        self.type(PASSWORD)
        self.leave("Enter")

    def go(self, path: str) -> None:
        self.page.goto(self.site + path)

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def leave(self, key: str) -> None:
        """Press a key that leads to another page."""
        with self.page.expect_navigation():
            self.press(key)

    def tab_to(self, wanted: str, limit: int = 300) -> None:
        """Press Tab until the focus is on the first thing that fits the selector."""
        for _step in range(limit):
            self.press("Tab")
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
                return
        raise AssertionError(f"Tab does not lead to {wanted}")

    def choose(self, label: str) -> None:
        """Go down in the list that has the focus until it shows this."""
        chosen = "document.activeElement.selectedOptions[0].label"
        for _step in range(10):
            if self.page.evaluate(chosen) == label:
                return
            self.press("ArrowDown")
        raise AssertionError(f"{label} is not in the list")


@pytest.fixture
def keys(page: Page, live_server: LiveServer) -> Keys:
    return Keys(page, live_server.url)


def enter_notice(keys: Keys, issue: Issue) -> None:
    keys.go(f"/admin/gazette/issue/{issue.pk}/change/")
    keys.tab_to("a[href*='appointmentnotice/add/?entry']")
    keys.leave("Enter")
    keys.tab_to("#id_appointments-0-action")
    for number, (action, person, post, note) in enumerate(FIVE):
        keys.choose(action)
        for text in (person, post, note):
            keys.press("Tab")
            keys.type(text)
        if number + 1 < len(FIVE):
            keys.tab_to(f"#id_appointments-{number + 1}-action", limit=4)
    keys.leave("Enter")
    expect(keys.page.locator(".messagelist")).to_contain_text("新建了干部“巴图”")


def enter_month(keys: Keys, issue: Issue) -> None:
    keys.go(f"/admin/gazette/issue/{issue.pk}/change/")
    keys.tab_to("a[href*='indicatortable/add/?entry']")
    keys.leave("Enter")
    keys.tab_to("#id_month")
    keys.type("2021-05")
    keys.tab_to("#id_rows-head-1", limit=2)
    fill(keys, HEADS)
    for number, figures in enumerate(FIGURES):
        keys.tab_to(f"#id_rows-{number}-1", limit=3)
        fill(keys, figures)
    keys.leave("Enter")
    expect(keys.page.locator(".messagelist")).to_contain_text("成功")


def fill(keys: Keys, cells: list[str]) -> None:
    """Type into neighbouring cells, from the focused one on."""
    for column, cell in enumerate(cells):
        if column:
            keys.press("Tab")
        keys.press("ControlOrMeta+a")
        keys.type(cell)


def publish(keys: Keys, issue: Issue) -> None:
    keys.page.context.clear_cookies()
    keys.log_in("王芳")
    keys.go(f"/admin/gazette/issue/{issue.pk}/change/")
    keys.tab_to("a[href$='/publish/']")
    keys.leave("Enter")
    keys.tab_to("input[type=submit].default")
    keys.leave("Enter")
    expect(keys.page.locator(".messagelist")).to_contain_text("已签发")


def test_a_notice_and_a_month_are_entered_by_keyboard_and_read_by_everyone(keys: Keys, summer: Issue) -> None:
    """古丽 enters five appointments and a month of figures, 王芳 publishes, a reader finds them."""
    keys.log_in("古丽")
    enter_notice(keys, summer)
    enter_month(keys, summer)
    publish(keys, summer)

    notice, table = AppointmentNotice.objects.get(), IndicatorTable.objects.get(entry__issue=summer)
    keys.page.context.clear_cookies()
    keys.go(summer.get_absolute_url())
    for title in (notice.title, table.title):
        expect(keys.page.locator("main")).to_contain_text(title)
    keys.go(notice.get_absolute_url())
    for _action, person, post, note in FIVE:
        for text in (person, post, note):
            expect(keys.page.locator("main")).to_contain_text(text)
    keys.go(table.get_absolute_url())
    for figure in [*HEADS, *(cell for row in FIGURES for cell in row)]:
        expect(keys.page.locator("main")).to_contain_text(figure)
    keys.go(notice.appointments.get(position=5).official.get_absolute_url())
    expect(keys.page.locator("main")).to_contain_text("州教育局局长")
