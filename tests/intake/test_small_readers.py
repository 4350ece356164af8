"""Dates, numbers and statements, each by itself."""

import datetime

import pytest

from intake.lines import number_lines
from intake.readers.contents import read_contents
from intake.readers.dates import find_date, is_date_line, years_later
from intake.readers.numbers import find_numbers, is_number_line, own_number
from intake.readers.statements import effective_on, repeals, valid_until

DAY = datetime.date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021年4月8日", DAY(2021, 4, 8)),
        ("2021 年 4 月 8 日", DAY(2021, 4, 8)),
        ("二○○六年十二月三十一日", DAY(2006, 12, 31)),
        ("二〇二一年十月二十日", DAY(2021, 10, 20)),
        ("二O一八年一月一日", DAY(2018, 1, 1)),
        ("2021年2月30日", None),
        ("2021年4月", None),
    ],
)
def test_dates(text: str, day: datetime.date | None) -> None:
    assert find_date(text) == day


def test_a_line_with_more_than_a_date_is_no_date_line() -> None:
    assert is_date_line("2021年4月8日")
    assert not is_date_line("2021年4月8日以前办结")


def test_a_term_ends_on_the_day_before_its_anniversary() -> None:
    assert years_later(DAY(2021, 5, 1), 2) == DAY(2023, 4, 30)
    assert years_later(DAY(2020, 2, 29), 1) == DAY(2021, 2, 28)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("（国发〔2017〕28号）", ["国发〔2017〕28号"]),
        ("根据国办公开办函〔2019〕61号精神", ["国办公开办函〔2019〕61号"]),
        ("国务院令第722号", ["国务院令第722号"]),
        ("伊河政发〔2021〕号10", ["伊河政发〔2021〕10号"]),
        ("伊河政发〔2021〕第03号", ["伊河政发〔2021〕3号"]),
        ("2021年第3号台风", []),
    ],
)
def test_numbers_in_a_text(text: str, numbers: list[str]) -> None:
    assert [found.number for found in find_numbers(text)] == numbers


def test_a_range_of_numbers_is_a_number_line_and_stays_as_printed() -> None:
    assert is_number_line("伊河政任〔2021〕1号-9号")
    assert own_number("伊河政任〔2021〕1号-9号") == "伊河政任〔2021〕1号-9号"


def test_a_sentence_with_a_number_is_no_number_line() -> None:
    assert not is_number_line("现将伊河政发〔2021〕3号印发给你们")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("本办法自2021年5月1日起施行。", DAY(2021, 5, 1)),
        ("本通知自印发之日起执行，", DAY(2021, 4, 8)),
        ("现印发给你们，自2021年6月1日起实施。", DAY(2021, 6, 1)),
        ("《某某条例》自2010年1月1日起施行以来，", None),
    ],
)
def test_effective_on(text: str, day: datetime.date | None) -> None:
    assert effective_on(text, DAY(2021, 4, 8)) == day


def test_valid_until_by_date_and_by_years() -> None:
    assert valid_until("有效期至2025年12月31日。", None) == DAY(2025, 12, 31)
    assert valid_until("有效期五年。", DAY(2021, 5, 1)) == DAY(2026, 4, 30)
    assert valid_until("有效期五年。", None) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("《甲乙丙丁办法》（伊河政发〔2009〕31号）同时废止。", ["伊河政发〔2009〕31号"]),
        ("《伊河州河道管理办法》同时废止。", ["伊河州河道管理办法"]),
        ("原伊河政发〔2010〕5号文件即行废止。", ["伊河政发〔2010〕5号"]),
        ("要做好规章立改废释和清理废止工作，落实《甲乙丙丁条例》。", []),
        ("根据《甲乙丙丁条例》，做好工作。", []),
    ],
)
def test_repeals(text: str, named: list[str]) -> None:
    assert repeals(text) == named


def test_contents_end_where_the_text_begins() -> None:
    lines = number_lines(
        ["目 录", "", "甲文件", "", "关于甲的通知……3", "", "关于甲的通知", "", "正文说到第3条。"]
    )
    contents = read_contents(lines)
    assert contents is not None
    assert (contents.end, [entry.title for entry in contents.entries]) == (5, ["关于甲的通知"])


@pytest.mark.parametrize(
    "text",
    [
        "《甲乙丙丁办法》（伊河政发〔2001〕1号）不予废止。",
        "《甲乙丙丁办法》（伊河政发〔2001〕2号）第五条予以废止。",
        "拟废止《甲乙丙丁办法》（伊河政发〔2001〕3号）。",
    ],
)
def test_the_contrary_and_a_single_article_are_no_repeal(text: str) -> None:
    assert repeals(text) == []


def test_force_and_term_of_other_things_are_not_the_documents() -> None:
    text = "安排资金，自2020年1月1日起执行的预算照旧。\n经营许可有效期为3年。\n本办法自公布之日起施行。"
    assert effective_on(text, DAY(2021, 4, 8)) == DAY(2021, 4, 8)
    assert valid_until(text, DAY(2021, 4, 8)) is None


def test_a_heading_over_a_one_line_entry_is_no_part_of_its_title() -> None:
    lines = number_lines(["目录", "市政府文件", "伊河州关于春耕的决定……1", "伊河州关于防火的决定……4"])
    contents = read_contents(lines)
    assert contents is not None
    assert [(e.section, e.title) for e in contents.entries] == [
        ("市政府文件", "伊河州关于春耕的决定"),
        ("市政府文件", "伊河州关于防火的决定"),
    ]
