"""Whatever the text: nothing breaks, and no line is lost."""

from hypothesis import given
from hypothesis import strategies as st

from intake.read import read
from intake.reading import Reading, numbers_of
from intake.sources.text import SourceText
from tests.intake.texts import ISSUE

PIECES = st.sampled_from(
    [
        "目 录", "第一条 总则", "（一）按时供暖；", "附件1", "附件：1.名单", "伊河州人民政府", "2021年4月8日",
        "伊河政发〔2021〕7号", "关于供暖的通知", "组长：王明（州长）", "甲\t乙\t3", "| a | b |", "……(3)", "**粗**",
        "# 标题", "各县市：", "目 次", "| 关于供暖的通知 | 伊河政发〔2021〕7号 | 3 |", "（3）关于供暖的通知", "12 关于防火的通知",
        "| --- | --- |", "2021年 第3期 总第120期", "二〇二一年第三期", "月刊", "主 编：李 明", "成员：钱多（州财政局）、孙立（州教育局）",
        "赵小梅 州审计局局长", "伊河州人民政府令", "第8号", "2022年第7号", "公告", "干部任免", "任命王明为州财政局局长。", "要事记",
        "1月2日 州长王明主持召开会议。", "同日", "来文目录", "国发〔2021〕1号 关于甲的通知", "2021年2月主要指标",
        "指标\t单位\t本月\t累计", "粮食  吨  1,200", "粮食  吨  35.6  3", "— 3 —", "第 3 页", "伊河州人民政府公报 2021年第3期",
        "常务会议", "州人民政府召开第12次常务会议", "《供暖办法》（伊河政发〔2009〕31号）同时废止。", "本办法自2021年5月1日起施行。",
        "伊河政发〔2021〕1号-9号", "（2021年4月8日州人民政府第3次会议通过）", "HZGF-2021-003", "发布时间：2021-04-08", "“（《", "》）”", "第3号（总第5期）", "伊河州人民政府公报", "令第8号", "", "-----",
    ]
)  # fmt: skip
LINES = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=60)


def _read(text: str) -> Reading:
    return read(SourceText("a.txt", text.encode(errors="replace"), text, "0" * 64))


def _claimed(reading: Reading) -> set[int]:
    records = [reading.documents, reading.appointments, reading.events, reading.register]
    records += [reading.observations, reading.meetings]
    items = [item for kind in records for item in kind]
    items += [*reading.contents, *([reading.issue] if reading.issue else [])]
    items += [block for item in items for block in getattr(item, "body", [])]
    return {number for item in items for number in numbers_of(item.lines)}


def _check(text: str) -> None:
    reading = _read(text)
    lines = text.split("\n")
    # What str.strip() leaves nothing of is a blank line; invisible characters alone are no text either.
    printed = {n for n, line in enumerate(lines, 1) if any(char.isalnum() for char in line)}
    loose = numbers_of(reading.unplaced)
    assert printed <= _claimed(reading) | loose
    assert not (_claimed(reading) & loose & printed)
    assert all(1 <= n <= len(lines) for n in _claimed(reading) | loose)


@given(LINES)
def test_any_lines_are_read_without_loss(lines: list[str]) -> None:
    _check("\n".join(lines))


@given(st.data())
def test_an_issue_with_lines_torn_out_or_moved_loses_nothing_else(data: st.DataObject) -> None:
    lines = ISSUE.split("\n")
    for _ in range(data.draw(st.integers(1, 8))):
        line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    _check("\n".join(lines))


@given(LINES)
def test_reading_twice_gives_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert _read(text).to_json() == _read(text).to_json()


@given(LINES)
def test_a_reading_is_plain_json(lines: list[str]) -> None:
    import json

    data = _read("\n".join(lines)).to_json()
    assert json.loads(json.dumps(data)) == data
