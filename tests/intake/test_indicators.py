"""Tables of indicators: columns in any order, heads of one or two rows, rows with tabs, bars or blanks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.lines import Line, number_lines
from intake.readers.indicator_cells import figure, is_unit, row_of
from intake.readers.indicator_heads import measure_of, period_of
from intake.readers.segments import Segment
from intake.readers.statistics import read_rows, read_table, unread_columns
from intake.reading import IndicatorTable, Observation

Told = tuple[str, str | None, str, str]


def table(text: str, year: int | None = None) -> tuple[IndicatorTable, list[Observation], list[Line]]:
    """The table of a text whose first line is its title."""
    lines = number_lines(text.split("\n"))
    return read_table(lines, Segment(0, 1, lines[0].text, None, "statistics", None, len(lines)), year)


def told(text: str) -> list[Told]:
    return [(o.indicator, o.unit, o.measure, o.value) for o in table(text)[1]]


OUTPUT = [
    ("工业增加值", "亿元", "month", "12.3"),
    ("工业增加值", "亿元", "cumulative", "45.6"),
    ("工业增加值", "亿元", "yoy_percent", "-7.8"),
    ("客运量", "万人", "month", "1205"),
    ("客运量", "万人", "cumulative", "3300"),
    ("客运量", "万人", "yoy_percent", "0.5"),
]


@pytest.mark.parametrize(
    "text",
    [
        "指标\t单位\t3月\t1-3月\t同比±%\n工业增加值\t亿元\t12.3\t45.6\t-7.8\n客运量\t万人\t1205\t3300\t0.5",
        "指标名称\t计量单位\t本月\t累计\t累计比上年同期增减%\n工业增加值\t亿元\t12.3\t45.6\t-7.8\n客运量\t万人\t1,205\t3，300\t0.5",
        "| 序号 | 指 标 | 计量单位 | 本 月 | 本年累计 | 同比增长（%） |\n|---|---|---|---|---|---|\n| 1 | 工业增加值 | 亿元 | 12.3 | 45.6 | －7.8 |\n| 2 | 客运量 | 万人 | 1205 | 3300 | 0.5 |",
        "指标|单位|3月|1—3月累计|同比（%）\n工业增加值|亿元|１２．３|45.6|−7.8%\n客运量|万人|1 205|3300|0.5%",
        "指标\t3月\t1～3月\t增长%\n工业增加值（亿元）\t12.3\t45.6\t-7.8\n客运量(万人)\t1205\t3300\t0.5",
        "指标 单位 3月 1-3月 同比\n工业增加值 亿元 12.3 45.6 -7.8\n客运量 万人 1205 3300 0.5",
        "  指 标        单位    3月     一季度   同比增长\n  工业增加值   亿元    12.3    45.6    -7.8\n  客运量       万人    1205    3300    0.5",
        "指标\t单位\t3月\t年初至本月\t比去年同期±%\n一、工业增加值\t亿元\t12.3\t45.6\t▼7.8\n二、客运量\t万人\t1205\t3300\t0.5",
        "单位：亿元\n指标\t3月\t1-3月\t较上年同期增长\n工业增加值\t12.3\t45.6\t负7.8\n客运量（万人）\t1205\t3300\t0.5",
    ],
)  # fmt: skip
def test_the_same_figures_in_many_layouts(text: str) -> None:
    title = "2021年3月主要经济指标\n"
    found = told(title + text)
    assert found == OUTPUT
    assert table(title + text)[2] == []


def test_a_head_of_two_rows() -> None:
    full = "指标\t单位\t3月\t\t1-3月\t\n\t\t绝对值\t同比±%\t绝对值\t同比±%\n产值\t亿元\t1\t2\t3\t4"
    short = "指标\t单位\t3月\t\t1-3月\t\n绝对值\t同比±%\t绝对值\t同比±%\n产值\t亿元\t1\t2\t3\t4"
    for text in (full, short):
        assert told("2021年3月主要经济指标\n" + text) == [
            ("产值", "亿元", "month", "1"),
            ("产值", "亿元", "yoy_percent", "2"),
            ("产值", "亿元", "cumulative", "3"),
            ("产值", "亿元", "yoy_percent", "4"),
        ]


def test_last_years_column_stands_for_comparing_only() -> None:
    text = "2019年1-3月主要指标\n指标\t2019年1-3月\t2018年1-3月\t增长%\n产值（亿元）\t5\t4\t25"
    assert told(text) == [("产值", "亿元", "cumulative", "5"), ("产值", "亿元", "yoy_percent", "25")]
    assert unread_columns(table(text)[0]) == ["2018年1-3月"]


def test_a_years_table() -> None:
    text = "2018年国民经济主要指标\n指标\t单位\t2018年\t比上年增长%\n生产总值\t亿元\t875.8\t8.6"
    assert [(o.period, o.measure, o.value, o.year) for o in table(text)[1]] == [
        ("2018-12", "year", "875.8", 2018),
        ("2018-12", "yoy_percent", "8.6", 2018),
    ]


def test_a_bare_column_is_of_the_time_in_the_title() -> None:
    assert told("2021年上半年主要指标\n指标\t绝对额\t增速%\n产值（亿元）\t5\t4") == [
        ("产值", "亿元", "cumulative", "5"),
        ("产值", "亿元", "yoy_percent", "4"),
    ]


def test_a_balance_is_told_by_its_column_or_by_its_row() -> None:
    text = "2021年3月金融指标\n指标\t期末余额\t比年初增减\t同比%\n各项存款（亿元）\t5\t1\t4"
    assert told(text) == [("各项存款", "亿元", "balance", "5"), ("各项存款", "亿元", "yoy_percent", "4")]
    text = "2021年3月指标\n指标\t3月\t同比%\n存款余额（亿元）\t5\t4\n其中：住户存款\t3\t2"
    assert [o.measure for o in table(text)[1]] == ["balance", "yoy_percent"] * 2


def test_what_hangs_under_what() -> None:
    text = (
        "2021年3月主要经济指标\n指标\t单位\t1-3月\n一、地区生产总值\t亿元\t9\n第一产业\t亿元\t2\n第二产业\t亿元\t3\n"
        "二、固定资产投资\t亿元\t8\n其中：房地产开发\t亿元\t4\n# 住宅\t亿元\t1\n三、客运量\t万人\t7"
    )
    assert [(o.indicator, o.parent) for o in table(text)[1]] == [
        ("地区生产总值", None),
        ("第一产业", "地区生产总值"),
        ("第二产业", "地区生产总值"),
        ("固定资产投资", None),
        ("房地产开发", "固定资产投资"),
        ("住宅", "固定资产投资"),
        ("客运量", None),
    ]
    plain = (
        "2021年3月主要经济指标\n指标\t单位\t1-3月\n地区生产总值\t亿元\t9\n第一产业\t亿元\t2\n出口\t亿元\t8"
    )
    assert [(o.indicator, o.parent) for o in table(plain)[1]] == [
        ("地区生产总值", None),
        ("第一产业", "地区生产总值"),
        ("出口", None),
    ]
    items = "2021年3月主要经济指标\n指标\t1-3月\n1. 生产总值（亿元）\t9\n第一产业\t2\n2. 出口（亿元）\t8"
    assert [(o.indicator, o.parent, o.unit) for o in table(items)[1]] == [
        ("生产总值", None, "亿元"),
        ("第一产业", "生产总值", "亿元"),
        ("出口", None, "亿元"),
    ]


@pytest.mark.parametrize("cell", ["", "-", "—", "——", "…", "/", "*", " - "])
def test_an_empty_cell_stays_empty(cell: str) -> None:
    observations, unread = read_rows([["指标", "3月", "同比%"], ["产值", cell, "4"]], "2021-03")
    assert ([o.measure for o in observations], unread) == (["yoy_percent"], [])


@pytest.mark.parametrize("cell", ["1O2.5", "12.3.4", "约5", "（12.3）", "5至6"])
def test_what_is_no_figure_is_left_to_the_editor(cell: str) -> None:
    assert figure(cell) is None
    assert read_rows([["指标", "3月"], ["产值", cell]], "2021-03") == ([], [1])


def test_a_row_with_fewer_figures_than_columns_is_not_guessed() -> None:
    text = "2021年3月指标\n指标 单位 3月 1-3月 同比\n产值 亿元 12.3 -7.8\n出口 亿元 1 2 3"
    assert {o.indicator for o in table(text)[1]} == {"出口"}


def test_a_row_of_a_table_with_too_few_cells_is_not_guessed_either() -> None:
    rows = [
        ["指标", "单位", "3月", "1-3月", "同比"],
        ["产值", "亿元", "218.63", "3.1"],
        ["出口", "", "", "", "1"],
    ]
    observations, unread = read_rows(rows, "2021-03")
    assert ([o.indicator for o in observations], unread) == (["出口"], [1])


def test_the_head_printed_again_on_the_next_page_is_no_row() -> None:
    text = "2021年3月指标\n指标\t3月\n产值（亿元）\t1\n指标\t3月\n出口（亿元）\t2"
    assert told(text) == [("产值", "亿元", "month", "1"), ("出口", "亿元", "month", "2")]
    assert table(text)[2] == []


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("2018年1—2月主要指标", "2018-02"),
        ("2018年1月至3月主要指标", "2018-03"),
        ("２００５年１—６月国民经济主要指标", "2005-06"),
        ("二〇一八年二月主要指标", "2018-02"),
        ("2018年一季度主要指标", "2018-03"),
        ("2018年上半年主要指标", "2018-06"),
        ("2018年前三季度主要指标", "2018-09"),
        ("2018年全年主要指标", "2018-12"),
        ("2018年13月主要指标", None),
        ("1-3月主要指标", None),
    ],
)
def test_the_month_of_a_title(title: str, month: str | None) -> None:
    assert period_of(title) == month


def test_the_month_may_stand_over_the_table_or_in_its_head_or_be_of_the_issues_year() -> None:
    assert table("主要经济指标\n（2021年3月）\n指标\t本月\n产值\t1")[0].period == "2021-03"
    assert table("主要经济指标\n指标\t2021年3月\n产值\t1")[0].period == "2021-03"
    assert table("1-3月主要经济指标\n指标\t本月\n产值\t1", 2021)[0].period == "2021-03"
    assert table("主要经济指标\n指标\t本月\n产值\t1", 2021)[0].period is None


@pytest.mark.parametrize(
    ("head", "measure"),
    [
        ("3月同比", "yoy_percent"),
        ("增长（%）", "yoy_percent"),
        ("比去年同期±%", "yoy_percent"),
        ("比上年增长%", "yoy_percent"),
        ("自年初累计", "cumulative"),
        ("1至3月", "cumulative"),
        ("上年同期=100", "index"),
        ("月末余额", "balance"),
        ("比年初增减", None),
        ("占比%", None),
        ("上年同期", None),
        ("环比±%", None),
        ("年度计划", None),
    ],
)
def test_what_a_head_says(head: str, measure: str | None) -> None:
    assert measure_of(head) == measure


@pytest.mark.parametrize(
    ("cell", "name", "unit"),
    [
        ("生产总值（GDP，亿元）", "生产总值（GDP）", "亿元"),
        ("全社会用电量(亿千瓦时)", "全社会用电量", "亿千瓦时"),
        ("投资（不含农户）", "投资（不含农户）", None),
        ("居民消费价格指数（上年同期=100）", "居民消费价格指数（上年同期=100）", None),
        ("接待游客 万人次", "接待游客", "万人次"),
        ("房价：元/平方米", "房价", "元/平方米"),
    ],
)
def test_the_unit_in_a_rows_name(cell: str, name: str, unit: str | None) -> None:
    row = row_of(cell, None)
    assert (row.indicator, row.unit) == (name, unit)
    assert not is_unit("不含农户")


CELLS = st.one_of(
    st.sampled_from(
        [
            "指标",
            "单位",
            "本月",
            "累计",
            "同比%",
            "产值（亿元）",
            "其中：",
            "一、",
            "12.3",
            "-",
            "",
            "亿元",
            "2017年",
            "|",
        ]
    ),
    st.text(max_size=5),
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8))
def test_any_table_is_read_and_every_figure_is_printed_in_its_line(rows: list[list[str]]) -> None:
    text = "2021年3月主要指标\n" + "\n".join("\t".join(row) for row in rows)
    lines = text.split("\n")
    for read in table(text)[1]:
        digits = read.value.lstrip("+-")
        printed = lines[read.lines[0][0] - 1].translate(
            str.maketrans("０１２３４５６７８９．", "0123456789.")
        )
        assert digits in "".join(printed.split()).replace(",", "").replace("，", "")
