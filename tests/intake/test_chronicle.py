"""Chronicles in the layouts of gazettes across the country and the decades."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.lines import number_lines
from intake.readers.chronicle import read_chronicle
from intake.readers.officials import officials
from intake.readers.segments import Segment
from intake.reading import Event


def events(text: str, year: int | None = 2021, published: str | None = None) -> list[Event]:
    """The events of a text whose first line is the heading."""
    lines = number_lines(text.split("\n"))
    segment = Segment(0, 1, lines[0].text, None, "chronicle", None, len(lines))
    return read_chronicle(lines, segment, year, published)[0]


def days(text: str, year: int | None = 2021, published: str | None = None) -> list[str | None]:
    return [event.date for event in events(text, year, published)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3日，召开会议。", "2021-03-03"),
        ("3日 召开会议。", "2021-03-03"),
        ("3日上午，召开会议。", "2021-03-03"),
        ("3 日，召开会议。", "2021-03-03"),
        ("3号，召开会议。", "2021-03-03"),
        ("３日，召开会议。", "2021-03-03"),
        ("▲3日，召开会议。", "2021-03-03"),
        ("◆ 3月3日：召开会议。", "2021-03-03"),
        ("【3月3日】召开会议。", "2021-03-03"),
        ("（3日）召开会议。", "2021-03-03"),
        ("三日，召开会议。", "2021-03-03"),
        ("三月三日 召开会议。", "2021-03-03"),
        ("三月廿三日 召开会议。", "2021-03-23"),
        ("三十一日 召开会议。", "2021-03-31"),
        ("元月3日，召开会议。", "2021-01-03"),
        ("2019年1月3日，召开会议。", "2019-01-03"),
        ("二〇一九年一月三日，召开会议。", "2019-01-03"),
        ("2019-01-03 召开会议。", "2019-01-03"),
        ("2019.1.3 召开会议。", "2019-01-03"),
        ("1日至3日，召开会议。", "2021-03-01"),
        ("1—3日，召开会议。", "2021-03-01"),
        ("3月28日至4月2日，召开会议。", "2021-03-28"),
        ("1日、2日，召开会议。", "2021-03-01"),
        ("1日（星期四）召开会议。", "2021-03-01"),
        ("1. 3月3日，召开会议。", "2021-03-03"),
        ("下旬，召开会议。", None),
        ("3月上旬，召开会议。", None),
        ("月底，召开会议。", None),
        ("31日，召开会议。", "2021-03-31"),
        ("2月30日，召开会议。", None),
    ],
)
def test_the_day_of_a_line(line: str, day: str | None) -> None:
    read = events(f"2021年3月大事记\n{line}")
    assert [event.date for event in read] == [day]
    assert "召开会议。" in read[0].text


@pytest.mark.parametrize("same", ["同日，", "当日，", "是日，", "同一天，", "△ ", "△同日　", "▲当天，"])
def test_the_same_day_is_that_of_the_event_before(same: str) -> None:
    assert days(f"3月大事记\n5日，召开会议。\n{same}检查工作。\n6日，结束。") == [
        "2021-03-05",
        "2021-03-05",
        "2021-03-06",
    ]


def test_a_day_alone_heads_the_paragraphs_below_it() -> None:
    text = "工作日志\n（二〇二一年三月至四月）\n三月\n\n1日（星期一）\n市长召开会议，研究供暖工\n作。\n副市长检查工作\n\n6日至9日\n率团考察。\n四月\n2日\n植树。"
    read = events(text, None)
    assert [(event.date, event.text) for event in read] == [
        ("2021-03-01", "市长召开会议，研究供暖工作。"),
        ("2021-03-01", "副市长检查工作"),
        ("2021-03-06", "率团考察。"),
        ("2021-04-02", "植树。"),
    ]


@pytest.mark.parametrize("heading", ["4月", "四月", "【四月份】", "2021年4月", "二〇二一年四月"])
def test_a_month_of_its_own_line(heading: str) -> None:
    assert days(f"大事记\n3月\n31日，甲。\n{heading}\n1日，乙。") == ["2021-03-31", "2021-04-01"]


def test_after_the_end_of_a_month_the_next_one_begins_where_the_heading_spans_both() -> None:
    assert days("2020年12月—2021年1月大事记\n30日，甲。\n31日，乙。\n2日，丙。", None) == [
        "2020-12-30",
        "2020-12-31",
        "2021-01-02",
    ]
    assert days("12月大事记\n30日，甲。\n12月31日，乙。\n1月2日，丙。", 2020) == [
        "2020-12-30",
        "2020-12-31",
        "2021-01-02",
    ]


def test_nothing_happens_after_the_day_on_which_it_was_published() -> None:
    assert days("十二月大事记\n3日，甲。", 2021, "2021-01-20") == ["2020-12-03"]
    assert days("2021年12月大事记\n3日，甲。", 2021, "2021-01-20") == ["2021-12-03"]


def test_a_sentence_that_the_column_broke_before_a_day_is_one_event() -> None:
    text = "3月大事记\n5日，召开会议，决定于\n15日开工。\n6日，检查工作。"
    assert [event.text for event in events(text)] == ["5日，召开会议，决定于15日开工。", "6日，检查工作。"]


def test_what_a_meeting_said_is_part_of_its_event() -> None:
    text = "3月大事记\n5日，州长王明主持召开会议。\n会议强调，要抓好落实。\n会议还研究了其他事项：\n一是植树。\n6日，检查。"
    assert [event.lines for event in events(text)] == [[[2, 5]], [[6, 6]]]


def test_entries_that_were_joined_are_two_again_but_a_journey_is_one() -> None:
    assert days("3月大事记\n5日，召开会议。同日，检查工作。6日，植树。") == [
        "2021-03-05",
        "2021-03-05",
        "2021-03-06",
    ]
    assert days("3月大事记\n12日至15日，率团赴港。13日，举行推介会。") == ["2021-03-12"]


def test_without_year_or_month_no_date_is_made_up() -> None:
    assert days("大事记\n5日，召开会议。", None) == [None]
    assert days("大事记\n5日，召开会议。", 2021) == [None]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("市委副书记、市长李四平主持会议。", [("李四平", "市委副书记、市长")]),
        ("县委书记赵大山，县长古丽·艾山出席。", [("赵大山", "县委书记"), ("古丽·艾山", "县长")]),
        ("行署专员罗启明、副专员杨文锦参加会议。", [("罗启明", "行署专员"), ("杨文锦", "副专员")]),
        ("盟长巴特尔检查工作。", [("巴特尔", "盟长")]),
        ("常务副省长宋克俭会见客人。", [("宋克俭", "常务副省长")]),
        ("副市长王武、赵柳参加活动。", [("王武", "副市长"), ("赵柳", "副市长")]),
        ("区长周明调研。", [("周明", "区长")]),
        ("市政府秘书长高明出席。", [("高明", "市政府秘书长")]),
        ("旗长会议召开。", []),
    ],
)
def test_officials_of_every_level(text: str, named: list[tuple[str, str]]) -> None:
    assert [(official.name, official.title) for official in officials(text)] == named


PIECES = st.sampled_from(
    ["3日，", "同日，", "△", "三月", "2021年", "1日至3日", "下旬，", "。", "，", "市长王明", "主持", "\n", "\n\n", "（", "）", "会议强调，", "32日", "0日，", "13月1日，", "【", "# "]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join))
def test_any_chronicle_is_read_and_no_event_is_without_its_words(text: str) -> None:
    printed = "".join(text.split())
    read = events("大事记\n" + text)
    for event in read:
        assert "".join(event.text.split())[:1] in printed
    taken = [n for event in read for first, last in event.lines for n in range(first, last + 1)]
    assert taken == sorted(chain(taken))
