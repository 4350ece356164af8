"""Document numbers and orders, in every form that print has for them."""

import pytest

from intake.readers.numbers import (
    beside_number,
    find_numbers,
    is_number_line,
    is_order_line,
    is_series_line,
    own_number,
)

RIGHT = "云政发〔2021〕7号"


def _numbers(text: str) -> list[str]:
    return [found.number for found in find_numbers(text)]


@pytest.mark.parametrize(
    "printed",
    [
        "云政发〔2021〕7号",
        "云政发[2021]7号",
        "云政发（2021）7号",
        "云政发(2021)7号",
        "云政发【2021】7号",
        "云政发〈2021〉7号",
        "云政发<2021>7号",
        "云政发﹝2021﹞7号",
        "云政发［2021］7号",
        "云政发〔２０２１〕７号",
        "云政发〔2021〕第7号",
        "云政发〔2021〕07号",
        "云政发〔2021〕第007号",
        "云政发 〔 2021 〕 7 号",
        "云政发〔2021〕号7",
    ],
)
def test_one_number_in_many_forms(printed: str) -> None:
    assert _numbers(printed) == [RIGHT]
    assert is_number_line(printed)
    assert own_number(printed) == RIGHT


@pytest.mark.parametrize(
    "printed", ["云政发[2021]7号", "云政发〔2021〕第7号", "云政发〔2021〕07号", "云政发〔2021〕号7"]
)
def test_another_form_than_the_standards_is_noticed(printed: str) -> None:
    assert not find_numbers(printed)[0].well_formed
    assert find_numbers(RIGHT)[0].well_formed


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("云政发〔94〕12号", "云政发〔1994〕12号"),
        ("（94）云政字第9号", "云政字〔1994〕9号"),
        ("云政发（89）3号", "云政发〔1989〕3号"),
    ],
)
def test_a_year_of_two_figures_is_of_the_last_century(printed: str, number: str) -> None:
    assert _numbers(printed) == [number]
    assert is_number_line(printed)


@pytest.mark.parametrize(
    "printed", ["云政发〔21〕7号", "云政发〔2121〕7号", "云政发〔202〕7号", "云政发〔2021〕号"]
)
def test_what_has_no_year_or_no_figure_is_no_number(printed: str) -> None:
    assert _numbers(printed) == []
    assert not is_number_line(printed)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国务院令第722号", "国务院令第722号"),
        ("云岭市人民政府令（第8号）", "云岭市人民政府令第8号"),
        ("云岭市人民政府令 第 8 号", "云岭市人民政府令第8号"),
        ("根据国务院令第722号的规定", "国务院令第722号"),
    ],
)
def test_orders(text: str, number: str) -> None:
    assert _numbers(text) == [number]


@pytest.mark.parametrize("text", ["第8号", "云岭市人民政府令第8号", "云岭市人民政府令 第 8 号"])
def test_lines_that_number_an_order(text: str) -> None:
    assert is_order_line(text)


@pytest.mark.parametrize("text", ["第7号", "2022年第7号", "〔2004〕第2号", "（第7号）", "[2004]第2号"])
def test_lines_that_number_a_series(text: str) -> None:
    assert is_series_line(text)


@pytest.mark.parametrize("text", ["第7号台风", "第7条", "2022年第7期", "第7号、第8号", "约第7号"])
def test_lines_that_number_nothing(text: str) -> None:
    assert not is_series_line(text)
    assert not is_order_line(text)
    assert not is_number_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "根据云政发〔2021〕7号文件精神",
        "《关于加强监管的通知》（云政发〔2021〕7号）",
        "按照《关于加强监管的通知》云政发〔2021〕7号",
        "原云政发〔2021〕7号文件",
        "现将云政发〔2021〕7号印发给你们",
        "由云政发〔2021〕7号公布",
    ],
)
def test_the_sentence_before_a_number_is_no_part_of_it(text: str) -> None:
    assert _numbers(text) == [RIGHT]
    assert not is_number_line(text)


@pytest.mark.parametrize("number", ["和政发〔2021〕7号", "和地政办〔2021〕7号", "与政发〔2021〕7号"])
def test_a_place_may_begin_with_a_character_that_joins(number: str) -> None:
    assert own_number(number) == number
    assert _numbers(f"《关于加强监管的通知》（{number}）") == [number]
    assert _numbers("国发〔2020〕3号和云政发〔2021〕7号") == ["国发〔2020〕3号", RIGHT]


def test_all_numbers_of_a_text_in_their_order() -> None:
    text = "依据国务院令第722号、国发〔2020〕3号和省政办发〔2020〕15号，以及云政发〔94〕2号"
    assert _numbers(text) == [
        "国务院令第722号",
        "国发〔2020〕3号",
        "省政办发〔2020〕15号",
        "云政发〔1994〕2号",
    ]


def test_a_found_number_says_where_it_stands() -> None:
    text = "见云政发[2021]7号文"
    found = find_numbers(text)[0]
    assert text[found.start : found.end] == found.printed == "云政发[2021]7号"


def test_brackets_around_the_whole_number_are_not_its_own() -> None:
    assert is_number_line("（云政发〔2021〕7号）")
    assert own_number("（云政发〔2021〕7号）") == RIGHT


@pytest.mark.parametrize("figures", ["1号-9号", "1-9号", "1号至9号", "1号—9号"])
@pytest.mark.parametrize("year", ["〔2021〕", "[2021]", "（2021）", "〔２０２１〕"])
def test_a_range_is_a_number_line_whose_figures_stay(year: str, figures: str) -> None:
    assert is_number_line(f"云政任{year}{figures}")
    assert own_number(f"云政任{year}{figures}") == f"云政任〔2021〕{figures}"


def test_organ_number_and_date_on_one_line() -> None:
    line = "云岭市人民政府 云政发〔2021〕7号 （2021年4月8日）"
    assert is_number_line(line)
    assert own_number(line) == RIGHT
    assert beside_number(line) == ("云岭市人民政府", " （2021年4月8日）")
