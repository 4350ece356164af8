"""A month of indicators is entered as a grid; its figures are always made from the grid's rows."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from editorial import audit
from editorial.flows import publishing
from gazette.models import Entry, Issue, SectionKind
from gazette_statistics.models import Indicator, IndicatorTable, Observation
from tests import rooms_world
from tests import world as worlds
from tests.editorial.forms import beside, change_url, shown

ADD = "admin:statistics_indicatortable_add"


@pytest.fixture
def summer(world: worlds.World) -> Issue:
    return worlds.issue(world.gazette, number=4, published=False)


@pytest.fixture
def april(summer: Issue) -> IndicatorTable:
    return rooms_world.table(summer)


@pytest.fixture
def entry(summer: Issue) -> Entry:
    """A line of the contents that waits for its table."""
    return rooms_world.entry(summer, SectionKind.STATISTICS, "伊河州2021年5月国民经济主要指标")


def cells(*rows: list[str], first: int = 0) -> dict[str, str]:
    """The fields of these rows; the head is the row `head`."""
    typed = {}
    for number, row in enumerate(rows, first):
        typed |= {f"rows-{number}-{column}": cell for column, cell in enumerate(row)}
    return typed


def head(*names: str) -> dict[str, str]:
    return {f"rows-head-{column}": name for column, name in enumerate(names)}


MAY = {
    "month": "2021-05",
    **head("指标", "5月", "1-5月累计", "比上年同期增减%"),
    **cells(["(一) 工业增加值(规上,万元)", "1200", "5200.50", "-4.8"], ["1、轻工业", "", "240", "2.1"]),
}


def new_form(desk: Client, entry: Entry) -> tuple[str, dict[str, str]]:
    address = f"{reverse(ADD)}?entry={entry.pk}"
    return address, shown(desk.get(address))


def figures(table: IndicatorTable) -> list[tuple[Any, ...]]:
    return list(table.observations.values_list("indicator__name", "measure", "printed").order_by("pk"))


def test_a_new_month_starts_from_the_rows_of_the_last(
    desk: Client, april: IndicatorTable, entry: Entry
) -> None:
    """The indicators stand there, without figures; a head that names April is left to be written."""
    _address, form = new_form(desk, entry)
    assert form["title"] == "伊河州2021年5月国民经济主要指标"
    assert form["rows-head-0"] == "指标"
    assert form["rows-head-1"] == form["rows-head-2"] == ""
    assert (form["rows-0-0"], form["rows-1-0"]) == ("(一) 工业增加值(规上,万元)", "1、轻工业")
    assert not any(form[f"rows-{row}-{column}"] for row in (0, 1) for column in (1, 2, 3))


def test_a_month_that_is_entered_becomes_observations(
    desk: Client, editor: User, april: IndicatorTable, entry: Entry
) -> None:
    """Each filled cell is a figure of its indicator; an indicator held already is the same one."""
    address, form = new_form(desk, entry)
    assert desk.post(address, {**form, **MAY}).status_code == 302
    may = IndicatorTable.objects.get(entry=entry)
    assert may.month == datetime.date(2021, 5, 1)
    assert figures(may) == [
        ("工业增加值（规上）", "month", "1200"),
        ("工业增加值（规上）", "cumulative", "5200.50"),
        ("工业增加值（规上）", "yoy_percent", "-4.8"),
        ("轻工业", "cumulative", "240"),
        ("轻工业", "yoy_percent", "2.1"),
    ]
    assert Indicator.objects.count() == 2
    assert audit.editors_of(entry.issue) == {editor.pk}


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        (
            {"rows-0-1": "一千二"},
            "rows",
            "第1行“(一) 工业增加值(规上,万元)”的“5月”：“一千二”不是能收录的数字",
        ),
        ({"rows-0-1": "9" * 20}, "rows", "不是能收录的数字"),
        ({"rows-0-1": "0.1234567"}, "rows", "不是能收录的数字"),
        ({"rows-2-0": "2、轻工业", "rows-2-2": "241"}, "rows", "第3行“2、轻工业”与第2行重复"),
        ({"rows-1-0": ""}, "rows", "第2行有数字，请写明是什么指标"),
        ({"rows-head-2": "其他"}, "rows", "第3列有数字，请在表头写明口径"),
        ({"rows-0-0": "长" * 101}, "rows", "太长"),
        ({"month": "2021-13"}, "month", "没有这个月份"),
        ({"month": "五月"}, "month", "没有这个月份"),
        ({"month": ""}, "month", "必填"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(
    desk: Client, entry: Entry, changes: dict[str, str], field: str, message: str
) -> None:
    """The message names row and column and stands beside the cell; the typed grid stays, nothing is saved."""
    address, form = new_form(desk, entry)
    answer = desk.post(address, {**form, **MAY, **changes})
    assert message in beside(answer, field)
    if field == "rows":
        assert answer.content.decode().count('class="fault"') == 1
    assert shown(answer).items() >= {**MAY, **changes}.items()
    assert not IndicatorTable.objects.exists()
    assert not Observation.objects.exists()


def test_a_table_without_rows_is_refused(desk: Client, entry: Entry) -> None:
    address, form = new_form(desk, entry)
    answer = desk.post(address, {**form, "month": "2021-05"})
    assert "请至少填写一行" in beside(answer, "rows")


def test_saving_without_a_change_changes_nothing(desk: Client, april: IndicatorTable) -> None:
    """Not even in an uneven table from the paper: its rows, lines and figures stay."""
    IndicatorTable.objects.update(
        rows=[["指标", "4月"], ["一、产值(亿元)", "1", "2"], [], ["二、税收(亿元)"]]
    )
    before = list(IndicatorTable.objects.values())
    observations = list(Observation.objects.values())
    assert desk.post(change_url(april), shown(desk.get(change_url(april)))).status_code == 302
    assert list(IndicatorTable.objects.values()) == before
    assert list(Observation.objects.values()) == observations


def test_a_corrected_figure_is_derived_anew_with_its_line(desk: Client, april: IndicatorTable) -> None:
    """A new row goes to the place that it is given and has no line of the source; the others keep theirs."""
    form = shown(desk.get(change_url(april)))
    new = {**cells(["(二) 税收(亿元)", "7.5", "", ""], first=2), "rows-2-place": "1"}
    assert desk.post(change_url(april), {**form, "rows-1-1": "41", **new}).status_code == 302
    april.refresh_from_db()
    assert [row[0] for row in april.rows] == [
        "指标",
        "(一) 工业增加值(规上,万元)",
        "(二) 税收(亿元)",
        "1、轻工业",
    ]
    assert april.row_lines == [500, 501, None, 502]
    assert april.edited_fields == ["rows"]
    figure = april.observations.get(indicator__name="轻工业", measure="month")
    assert (figure.printed, figure.source_lines) == ("41", [[502, 502]])
    assert april.observations.get(indicator__name="税收").source_lines == []


def test_a_row_that_is_emptied_is_deleted(desk: Client, april: IndicatorTable) -> None:
    form = shown(desk.get(change_url(april)))
    assert desk.post(change_url(april), {**form, **cells(["", "", "", ""], first=1)}).status_code == 302
    april.refresh_from_db()
    assert len(april.rows) == len(april.row_lines) == 2
    assert not april.observations.filter(indicator__name="轻工业").exists()


def test_what_the_paper_misprints_does_not_block_other_corrections(
    desk: Client, april: IndicatorTable
) -> None:
    """Only what an editor types must be readable."""
    rows = [*april.rows, ["2、重工业", "约3", "", ""]]
    IndicatorTable.objects.update(rows=rows, row_lines=[500, 501, 502, 503])
    form = shown(desk.get(change_url(april)))
    assert desk.post(change_url(april), {**form, "rows-1-1": "41"}).status_code == 302
    april.refresh_from_db()
    assert april.rows[3][1] == "约3"
    assert april.observations.get(indicator__name="轻工业", measure="month").printed == "41"


def test_a_changed_month_moves_its_figures(desk: Client, april: IndicatorTable) -> None:
    form = shown(desk.get(change_url(april)))
    assert desk.post(change_url(april), {**form, "month": "2021年3月"}).status_code == 302
    assert set(Observation.objects.values_list("month", flat=True)) == {datetime.date(2021, 3, 1)}


def test_a_grid_does_not_overwrite_a_colleague_s_nor_what_is_public(
    desk: Client, april: IndicatorTable, signer: User
) -> None:
    """Both are said, the typed figure stays on the page, the saved ones in the table."""
    form = shown(desk.get(change_url(april)))
    april.title = "先存的"
    april.save()
    stale = desk.post(change_url(april), {**form, "rows-1-1": "41"})
    assert "以免覆盖" in stale.content.decode()
    publishing.publish_issue(april.entry.issue, signer)
    closed = desk.post(change_url(april), {**form, "rows-1-1": "41"})
    assert "已经发布" in closed.content.decode()
    assert shown(closed)["rows-1-1"] == "41"
    april.refresh_from_db()
    assert april.rows[2][1] == "40"


def test_a_published_table_is_shown_as_printed(desk: Client, world: worlds.World) -> None:
    table = rooms_world.table(world.issue)
    page = desk.get(change_url(table))
    assert "请由签发人先撤回" in page.content.decode()
    assert "<td>4000.50</td>" in page.content.decode()
    assert "rows-0-0" not in shown(page)


def test_indicators_are_found_but_not_renamed(desk: Client, april: IndicatorTable) -> None:
    """Their names are made of the tables' rows."""
    found = desk.get(reverse("admin:statistics_indicator_changelist"), {"q": "轻工"})
    assert [each.name for each in found.context["cl"].result_list] == ["轻工业"]
    part = Indicator.objects.get(name="轻工业")
    form = shown(desk.get(change_url(part)))
    assert "name" not in form
    assert desk.post(change_url(part), {**form, "unit": "亿元"}).status_code == 302
    part.refresh_from_db()
    assert part.unit == "亿元"
