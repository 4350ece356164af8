"""The masthead in the shapes that gazettes print it in."""

import pytest

from intake.lines import number_lines
from intake.readers.masthead import is_contents_heading, read_masthead
from intake.reading import Masthead

NAME = "云岭市人民政府公报"


def _masthead(text: str) -> Masthead | None:
    return read_masthead(number_lines(f"{text}\n\n目 录\n".split("\n")))


def _read(text: str) -> Masthead:
    masthead = _masthead(text)
    assert masthead is not None
    return masthead


@pytest.mark.parametrize(
    "printed",
    [
        f"{NAME}\n2021年第3期（总第120期）",
        f"{NAME} 2021年第3期（总第120期）",
        f"《{NAME}》2021年第3期 总第120期",
        f"{NAME}\n２０２１年第３期\n（总第１２０期）",
        f"{NAME}\n二〇二一年第三期\n（总第一百二十期）",
        f"{NAME}\n二○二一年第三期\n总第120期",
        f"{NAME}\n\n2021·3\n\n总第120期",
        f"{NAME}\n2021 年 第 3 期\n总 第 120 期",
        f"{NAME}\n2021年第3号（总号：120）",
        f"# {NAME}\n\n**2021年第3期**\n\n[总第120期]",
        "云 岭 市 人 民 政 府 公 报\n2021年 第3期 总第120期",
        f"{NAME}\nYUNLING SHI RENMIN ZHENGFU GONGBAO\n2021 第 3 期 总第 120 期",
    ],
)
def test_one_issue_in_many_shapes(printed: str) -> None:
    head = _read(printed)
    assert head.publication == NAME
    assert (head.year, head.number, head.number_end) == (2021, 3, 3)
    assert (head.serial, head.serial_end) == (120, 120)


@pytest.mark.parametrize(
    "printed",
    ["第3、4期合刊\n（总第120、121期）", "第3-4期（总第120-121期）", "第3—4号（总120—121期）", "第3期至第4期（总第120～121期）"],
)  # fmt: skip
def test_a_double_issue_has_two_numbers(printed: str) -> None:
    head = _read(f"{NAME}\n2021年\n{printed}")
    assert (head.number, head.number_end) == (3, 4)
    assert (head.serial, head.serial_end) == (120, 121)


def test_a_volume_is_not_the_number() -> None:
    head = _read(f"{NAME}\n第12卷第3期\n2021年6月15日出版")
    assert (head.number, head.year, head.published) == (3, 2021, "2021-06-15")


def test_a_quarter_is_the_number_of_a_quarterly() -> None:
    head = _read(f"{NAME}\n2021年第1季度（总第5期）季刊")
    assert (head.number, head.serial, head.frequency) == (1, 5, "季刊")


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("2021年4月30日出版", "2021-04-30"),
        ("4月30日出版", "2021-04-30"),
        ("2021.04.30", "2021-04-30"),
        ("二〇二一年四月", "2021-04"),
        ("2021年4月", "2021-04"),
        ("2021年2月30日出版", None),
    ],
)
def test_the_date_is_as_exact_as_printed(printed: str, published: str | None) -> None:
    assert _read(f"{NAME}\n2021年第3期\n{printed}").published == published


@pytest.mark.parametrize("printed", ["月刊", "半月刊", "双月刊", "季刊", "旬刊"])
def test_the_frequency(printed: str) -> None:
    assert _read(f"{NAME}\n2021年第3期\n{printed}").frequency == printed


def test_what_the_masthead_does_not_say_is_empty() -> None:
    head = _read(f"{NAME}\n2021年第3期")
    assert (head.serial, head.frequency, head.published, head.chief_editor) == (None, None, None, None)
    assert head.deputy_editors == []


def test_the_imprint_is_kept_as_wording_and_its_editors_are_named() -> None:
    head = _read(
        f"{NAME}\n2021年第3期\n主管主办：云岭市人民政府\n主 编：李 明\n副主编：王小强 赵 梅\n地址：云岭市南湖路1号"
    )
    assert (head.chief_editor, head.deputy_editors) == ("李明", ["王小强", "赵梅"])
    assert "主管主办：云岭市人民政府" in head.text
    assert "地址：云岭市南湖路1号" in head.text


@pytest.mark.parametrize(
    "printed",
    [
        "关于办好政府公报的通知\n2021年第3期",
        "云岭市人民政府2021年第3期",
        f"{NAME}",
        f"{NAME}\n第3期",
        f"各单位要办好{NAME}，2021年第3期已经出版。",
    ],
)
def test_a_text_without_name_number_or_year_has_no_masthead(printed: str) -> None:
    assert _masthead(printed) is None


@pytest.mark.parametrize(
    "text", ["目 录", "目录", "本期目录", "目　录", "目 次", "要目", "CONTENTS", "目 录 CONTENTS"]
)
def test_headings_of_the_contents(text: str) -> None:
    assert is_contents_heading(text)


@pytest.mark.parametrize("text", ["发文目录", "目录如下", "行政许可事项目录", ""])
def test_other_lists_are_not_the_contents(text: str) -> None:
    assert not is_contents_heading(text)
