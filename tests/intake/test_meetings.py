"""Reports of executive meetings: which one, when, in whose chair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.lines import number_lines
from intake.readers.chairs import chair_of
from intake.readers.meetings import read_meetings
from intake.readers.segments import Segment
from intake.reading import Meeting
from tests.intake.texts import reading_of


def meetings(text: str, year: int | None = 2021, published: str | None = None) -> list[Meeting]:
    lines = number_lines(text.split("\n"))
    segment = Segment(0, 1, lines[0].text, None, "meetings", None, len(lines))
    return read_meetings(lines, segment, year, published)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第十四届人民政府第12次常务会议\n研究防汛。", 12),
        ("州十届人民政府第五次常务会议\n研究防汛。", 5),
        ("市政府召开第二十三次市长办公会议\n研究防汛。", 23),
        ("市政府党组（扩大）会议\n市长王明主持召开市政府党组第3次会议，传达省第5次会议精神。", 3),
        ("市政府常务会议\n会议传达了全国第七次人口普查工作会议精神。", None),
        ("市政府常务会议\n会议学习中央第三次座谈会精神。", None),
    ],
)
def test_the_number_is_the_meetings_and_not_the_governments(text: str, number: int | None) -> None:
    assert [meeting.number for meeting in meetings(text)] == [number]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5月6日上午，市长王明主持召开第3次常务会议。", "2021-05-06"),
        ("2020年5月6日，市长王明主持召开第3次常务会议。", "2020-05-06"),
        ("五月六日，市长王明主持召开会议。", "2021-05-06"),
        ("六月十三日至十四日，省人民政府召开第52次常务会议。", "2021-06-13"),
        ("二〇二〇年五月六日，市长王明主持会议。", "2020-05-06"),
        ("市长王明5月6日主持召开第3次常务会议。", "2021-05-06"),
        ("（2021年5月6日）\n市长王明主持召开第3次常务会议。", "2021-05-06"),
        ("时间：2021年5月6日上午9时\n地点：市政府会议室\n主持人：王明", "2021-05-06"),
        ("近日，市长王明主持召开第3次常务会议。", None),
        ("会议传达3月1日讲话精神。", None),
    ],
)
def test_the_day_on_which_it_was_held(text: str, day: str | None) -> None:
    assert meetings("市政府召开第3次常务会议\n" + text)[0].held_on == day


def test_the_year_may_be_that_in_which_the_meeting_is_counted() -> None:
    assert (
        meetings("第7次常务会议\n9月12日，专员王明主持召开行署2016年第7次常务会议。", None)[0].held_on
        == "2016-09-12"
    )


def test_no_meeting_is_held_after_its_report_was_published() -> None:
    assert (
        meetings("第3次常务会议\n12月6日，市长王明主持召开会议。", 2021, "2021-01")[0].held_on == "2020-12-06"
    )


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("5月6日，市长王明主持召开第3次常务会议。", "王明"),
        ("市委副书记、代市长王小明主持召开会议。", "王小明"),
        ("11月1日上午，市长洪伟在市行政中心主持召开会议。", "洪伟"),
        ("受市长洪伟委托，常务副市长梁波主持召开会议。", "梁波"),
        ("州长古丽·艾山主持会议并讲话。", "古丽·艾山"),
        ("州长拉马尔哈主持召开会议。", "拉马尔哈"),
        ("王明市长主持会议。", "王明"),
        ("会议由市长王明同志主持。", "王明"),
        ("会议由王明主持。", "王明"),
        ("王明同志主持会议。", "王明"),
        ("主持人：王 明", "王明"),
        ("主 持：市长 王明", "王明"),
        ("市长王明（女）主持召开会议。", "王明"),
        ("会议研究了主持人培训工作。", None),
        ("市政府召开会议，研究防汛。", None),
    ],
)
def test_who_was_in_the_chair(text: str, chair: str | None) -> None:
    assert chair_of(text) == chair


def test_headings_inside_an_item_begin_meetings_of_their_own() -> None:
    text = "政务会议\n\n市政府召开第23次常务会议\n\n11月19日，市长王明主持召开会议。\n会议指出，要抓落实。\n\n市政府召开第24次常务会议\n\n12月17日，副市长李丽主持召开会议。"
    read = meetings(text, 2012)
    assert [(m.title, m.number, m.held_on, m.chair) for m in read] == [
        ("市政府召开第23次常务会议", 23, "2012-11-19", "王明"),
        ("市政府召开第24次常务会议", 24, "2012-12-17", "李丽"),
    ]
    assert [m.lines for m in read] == [[[1, 6]], [[8, 10]]]


PIECES = st.sampled_from(
    [
        "第3次常务会议",
        "市长王明",
        "主持",
        "召开",
        "5月6日，",
        "\n",
        "\n\n",
        "。",
        "，",
        "会议由",
        "委托",
        "时间：",
        "（",
        "）",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join))
def test_any_report_is_read_and_no_line_of_it_is_lost(text: str) -> None:
    lines = ["政务会议", *text.split("\n")]
    read = meetings("\n".join(lines))
    taken = [n for meeting in read for first, last in meeting.lines for n in range(first, last + 1)]
    printed = {line.number for line in number_lines(lines) if not line.blank}
    assert printed <= set(taken)
    assert len(taken) == len(set(taken))


def test_each_of_several_meetings_under_one_heading_is_an_item() -> None:
    reading = reading_of(
        """\
伊河州人民政府公报
2021年第3期

目录

常务会议
州人民政府常务会议……1

州人民政府常务会议

第12次常务会议
2021年3月5日，州长王明主持召开第12次常务会议，研究春耕工作。

第13次常务会议
2021年3月19日，州长王明主持召开第13次常务会议，研究防汛工作。
"""
    )
    assert [(m.number, reading.items[m.item].lines) for m in reading.meetings] == [
        (12, [[9, 12]]),
        (13, [[14, 15]]),
    ]
    assert len({m.item for m in reading.meetings}) == 2
