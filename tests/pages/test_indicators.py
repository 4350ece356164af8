import csv
import io

from django.test import Client

from gazette_statistics.models import Indicator
from gazette_statistics.tables import rows_of
from intake.flows.make_tables import derive_observations
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page, text_of
from tests.rooms_world import Rooms

SVG = "{http://www.w3.org/2000/svg}"


def series(page: Page, measure: str) -> list[list[str]]:
    """The rows of a measure's table: month, measure, value, unit, issue."""
    section = page.one(f".//section[@aria-labelledby='{measure}']")
    return [[text_of(cell) for cell in row] for row in section.findall(".//tbody/tr")]


def test_a_table_stands_as_printed(client: Client, rooms: Rooms) -> None:
    """Head and first column are headings, empty cells are empty, every row tells its line."""
    page = Page(client, rooms.table.get_absolute_url())
    frame = page.one(".//article/div[@role='region']")
    assert [text_of(cell) for cell in frame.findall(".//thead//th[@scope='col']")] == rooms_world.HEAD
    assert [[text_of(cell) for cell in row] for row in frame.findall(".//tbody/tr")] == rooms.table.rows[1:]
    assert [cell.attrib["scope"] for cell in frame.findall(".//tbody/tr/th")] == ["row", "row"]
    assert [row.attrib["data-lines"] for row in frame.iter("tr")] == ["500", "501", "502"]
    assert frame.attrib["tabindex"] == "0"


def test_each_printed_name_leads_to_its_indicator(client: Client, rooms: Rooms) -> None:
    links = Page(client, rooms.table.get_absolute_url()).links()
    industry = rooms.indicator("工业增加值（规上）")
    assert links["(一) 工业增加值(规上,万元)"] == industry.get_absolute_url()
    assert links["1、轻工业"] == rooms.indicator("轻工业").get_absolute_url()


def test_a_row_without_figures_or_with_unread_ones_has_no_indicator(rooms: Rooms) -> None:
    """The rows after it keep theirs; a short row is filled up."""
    rooms.table.rows[1:1] = [["工业增加值(规上)", "", "", ""], ["注"], [], ["重工业", "约四十", "", ""]]
    rows = rows_of(rooms.table)
    assert [row.indicator and row.indicator.name for row in rows] == [
        None,
        None,
        None,
        None,
        None,
        "工业增加值（规上）",
        "轻工业",
    ]
    assert rows[2].cells == ["注", "", "", ""]
    assert rows[-1].data_lines == ""


def test_a_month_printed_twice_names_the_other_table(client: Client, rooms: Rooms) -> None:
    page = Page(client, rooms.table.get_absolute_url())
    notice = page.one(".//div[@class='notice']")
    assert text_of(notice).startswith("同一月份还刊登过下列各表")
    assert rooms.corrected.get_absolute_url() in [a.attrib["href"] for a in notice.iter("a")]
    following = page.links(".//nav[@class='neighbours']")
    assert following == {"下一月 2021年5月": rooms.may.get_absolute_url()}


def test_months_and_indicators_are_listed(client: Client, rooms: Rooms) -> None:
    page = Page(client, "/yihe/statistics/")
    assert page.texts(".//ul[@class='issue-lines']//a") == [
        "5月2021年第4号",
        "4月2021年第4号",
        "4月2021年第3号",
    ]
    assert page.texts(".//ul[@class='indicators']/li/a") == ["工业增加值（规上）"]
    assert page.texts(".//ul[@class='indicators']/li/ul/li") == ["轻工业"]


def test_a_series_shows_what_counts_and_what_it_corrects(client: Client, rooms: Rooms) -> None:
    """Of two printed figures of a month the later issue's counts; one printed alike is no correction."""
    page = Page(client, rooms.indicator("工业增加值（规上）").get_absolute_url())
    issue = "《伊河州人民政府公报》2021年第4号 第40页起"
    assert series(page, "month") == [
        ["2021年5月", "1200", "万元", issue],
        ["2021年4月", "1100更正前：1000", "万元", issue],
    ]
    assert series(page, "yoy_percent") == [
        ["2021年5月", "-5.1", "%", issue],
        ["2021年4月", "-5.1", "%", issue],
    ]
    assert page.links()["2021年4月"] == rooms.corrected.get_absolute_url()
    assert page.links()["1000"] == rooms.table.get_absolute_url()
    assert page.links()["轻工业"] == rooms.indicator("轻工业").get_absolute_url()


def test_what_a_draft_prints_corrects_nothing(client: Client, rooms: Rooms) -> None:
    rooms_world.table(worlds.issue(rooms.world.gazette, number=9, published=False), industry="9999")
    page = Page(client, rooms.indicator("工业增加值（规上）").get_absolute_url())
    assert "9999" not in page.text


def test_a_chart_is_offered_where_there_are_two_months(client: Client, rooms: Rooms) -> None:
    """A picture with a name, drawn with the page, with the figures of the table."""
    page = Page(client, rooms.indicator("工业增加值（规上）").get_absolute_url())
    assert page.texts(f".//{SVG}svg[@role='img']/{SVG}title") == [
        "工业增加值（规上）（当月）各月走势",
        "工业增加值（规上）（累计）各月走势",
        "工业增加值（规上）（同比增减%）各月走势",
    ]
    first = page.all(f".//{SVG}svg[@role='img']")[0]
    assert [text_of(dot) for dot in first.findall(f"{SVG}circle/{SVG}title")] == [
        "2021年4月 1100万元",
        "2021年5月 1200万元",
    ]
    assert [text_of(word) for word in first.findall(f"{SVG}text")][-1] == "1200"


def test_annual_figures_and_their_rates_stand_under_their_year(client: Client, rooms: Rooms) -> None:
    """Both months print the figure of the year before: it is one figure, and of no month."""
    for table in (rooms.corrected, rooms.may):
        table.rows.append(["(二) 生产总值(亿元)", "", "(2020年) 875.8", "8.6"])
        table.row_lines.append(503)
        derive_observations(table)
    page = Page(client, rooms.indicator("生产总值").get_absolute_url())
    assert [row[:2] for row in series(page, "year")] == [["2020年", "875.8"]]
    assert [row[:2] for row in series(page, "yoy_percent-annual")] == [["2020年", "8.6"]]
    assert page.all(f".//{SVG}svg[@role='img']") == []


def test_a_single_month_has_no_chart(client: Client, rooms: Rooms) -> None:
    rooms.may.entry.delete()
    page = Page(client, rooms.indicator("轻工业").get_absolute_url())
    assert page.all(f".//{SVG}svg[@role='img']") == []


def test_an_indicator_without_public_figures_is_not_there(client: Client, rooms: Rooms) -> None:
    alone = Indicator.objects.create(publication=rooms.world.gazette, name="客运量")
    Page(client, alone.get_absolute_url(), 404)
    other = worlds.publication("donghe", "东河州")
    assert other
    Page(client, rooms.indicator("轻工业").get_absolute_url().replace("yihe", "donghe"), 404)


def test_tables_and_series_are_files_for_spreadsheets(client: Client, rooms: Rooms) -> None:
    """UTF-8 with its mark; the cells of the table as printed."""
    answer = client.get(f"{rooms.table.get_absolute_url()}table.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))) == rooms.table.rows
    address = rooms.indicator("工业增加值（规上）").get_absolute_url()
    rows = list(csv.reader(io.StringIO(client.get(f"{address}series.csv").content.decode("utf-8-sig"))))
    assert rows[:2] == [
        ["口径", "时期", "月表", "数值", "单位", "更正前", "出处"],
        ["当月", "2021-04", "2021-04", "1100", "万元", "1000", "伊河州人民政府公报 2021年第4号"],
    ]
    assert len(rows) == 7
