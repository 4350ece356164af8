"""The people of a leading group: role, name and office, as lists print them."""

import pytest

from intake.readers.members import member_alone, members


def _read(text: str, role: str = "") -> list[tuple[str, str, str]]:
    return [(m.name, m.office, m.role) for m in members(text, role)]


@pytest.mark.parametrize(
    "text",
    [
        "组长：李明（市委副书记、市长）",
        "组  长：李明（市委副书记、市长）",
        "组 长: 李 明 (市委副书记、市长)",
        "组长：李明　市委副书记、市长",
        "组长：李明（市委副书记、市长）；",
        "组长：李 明 市委副书记、市长",
    ],
)
def test_one_member_in_many_settings(text: str) -> None:
    assert _read(text.replace("\u3000", " ")) == [("李明", "市委副书记、市长", "组长")]


@pytest.mark.parametrize(
    "role",
    ["组长", "副组长", "常务副组长", "第一组长", "召集人", "总指挥", "副总指挥", "指挥长", "主任", "副主任委员", "成员", "组员", "委员",
     "顾问", "联络员", "秘书长"],
)  # fmt: skip
def test_roles(role: str) -> None:
    assert _read(f"{role}：王小强（市财政局局长）") == [("王小强", "市财政局局长", role)]


def test_a_line_without_a_role_goes_on_with_the_last_one() -> None:
    assert _read("赵小梅（市审计局局长）", "成员") == [("赵小梅", "市审计局局长", "成员")]
    assert _read("赵小梅 市审计局局长", "成员") == [("赵小梅", "市审计局局长", "成员")]
    assert _read("赵小梅（市审计局局长）") == []


def test_several_members_on_one_line() -> None:
    assert _read("成员：钱多（市发改委）、孙立（市教育局）；周山（市公安局）") == [
        ("钱多", "市发改委", "成员"),
        ("孙立", "市教育局", "成员"),
        ("周山", "市公安局", "成员"),
    ]


def test_names_alone_are_members_without_office() -> None:
    assert _read("成员：李明、王强、赵小梅") == [
        ("李明", "", "成员"),
        ("王强", "", "成员"),
        ("赵小梅", "", "成员"),
    ]


@pytest.mark.parametrize("name", ["古丽·买买提", "阿依努尔·吐尔逊", "巴特尔", "欧阳小明"])
def test_names_of_several_languages(name: str) -> None:
    assert _read(f"成员：{name}（市教育局局长）") == [(name, "市教育局局长", "成员")]


@pytest.mark.parametrize("note", ["（女）", "（回族）", "（女，回族）"])
def test_what_is_noted_of_a_person_is_not_the_office(note: str) -> None:
    assert _read(f"成员：李明{note}（市教育局局长）") == [("李明", "市教育局局长", "成员")]


def test_brackets_inside_an_office() -> None:
    assert _read("成员：李明（市发改委（粮食局）主任）") == [("李明", "市发改委（粮食局）主任", "成员")]


@pytest.mark.parametrize(
    "text",
    [
        "成员：市财政局、市教育局",
        "责任单位：市财政局",
        "联系人：请与市财政局联系。",
        "组长：由市长担任。",
        "成员单位：市财政局",
        "时间：2021年4月8日",
        "主任：主持全面工作；负责协调",
    ],
)
def test_lines_that_list_nobody(text: str) -> None:
    assert _read(text) == []


def test_a_sentence_under_a_list_is_no_member() -> None:
    assert _read("领导小组办公室设在市财政局。", "成员") == []
    assert member_alone("领导小组办公室设在市财政局。", "成员") is None
    assert member_alone("李明（市财政局局长）", "成员") is not None
