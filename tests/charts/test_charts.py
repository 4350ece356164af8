import re
from decimal import Decimal

from gazette_statistics.charts import line_chart, sparkline
from gazette_statistics.plot import Point

MONTHS = [f"2021年{month}月" for month in range(1, 13)]


def points(*values: str | None) -> list[tuple[str, Decimal | None]]:
    return [(month, Decimal(value) if value else None) for month, value in zip(MONTHS, values, strict=False)]


def chart(*values: str | None) -> str:
    return line_chart([Point(label, value) for label, value in points(*values)], "客运量", "万人")


def test_a_chart_says_its_name_and_its_ends_to_who_does_not_see_it() -> None:
    drawn = sparkline(points("3.500000", "4", "5.1"), "客运量", "万人")
    name, said = re.findall(r'<(?:title|desc) id="([^"]+)"', drawn)
    assert f'role="img" aria-labelledby="{name} {said}"' in drawn
    assert "客运量各月走势" in drawn
    assert "2021年1月为3.5万人，2021年3月为5.1万人。" in drawn


def test_fewer_than_two_figures_are_no_line() -> None:
    assert sparkline(points("1", None), "客运量", "万人") == ""
    assert sparkline([], "客运量", "万人") == ""
    assert chart("1") == ""


def test_a_month_without_a_figure_is_a_gap() -> None:
    """The others keep their places; a month alone between gaps is a dot."""
    drawn = chart("0", "10", None, "20", None, "30", "40")
    lines = re.findall(r'points="([^"]+)"', drawn)
    assert lines == ["0,100 16.67,75", "83.33,25 100,0"]
    assert re.findall(r'<circle class="chart-dot" cx="([\d.]+)%"', drawn) == [
        "0",
        "16.67",
        "50",
        "83.33",
        "100",
    ]


def test_figures_stand_as_printed() -> None:
    drawn = line_chart(
        [Point("1月", Decimal(1000), "1,000"), Point("2月", Decimal(1200), "1200.0")], "产值", "万元"
    )
    assert "1月 1,000万元" in drawn
    assert ">1200.0</text>" in drawn


def test_few_months_are_named_and_always_the_first_and_the_last() -> None:
    for count in range(2, 13):
        named = re.findall(r'chart-month chart-(\w+)"[^>]*>([^<]+)<', chart(*["1"] * (count - 1), "2"))
        assert named[0] == ("first", MONTHS[0])
        assert named[-1] == ("last", MONTHS[count - 1])
        assert len(named) <= 6


def test_several_charts_on_a_page_have_ids_of_their_own() -> None:
    one, other = chart("1", "2"), chart("1", "3")
    assert not set(re.findall(r'id="([^"]+)"', one)) & set(re.findall(r'id="([^"]+)"', other))


def test_names_from_the_print_are_escaped_and_nothing_is_styled_within() -> None:
    drawn = sparkline(points("1", "2"), "<b>产值", "万元&")
    assert "&lt;b&gt;产值" in drawn
    assert "<b>" not in drawn
    assert "style=" not in drawn + chart("1", "2")
