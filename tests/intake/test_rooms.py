"""Appointments, chronicle, registers, meetings and indicators, in the wordings that gazettes use."""

import pytest

from intake.lines import Line, number_lines
from intake.readers.appointments import read_notice
from intake.readers.chronicle import officials, read_chronicle
from intake.readers.meetings import read_meeting
from intake.readers.registers import direction_of, read_register
from intake.readers.segments import Segment
from intake.readers.statistics import measure_of, period_of, read_rows, read_table
from intake.reading import Appointment
from tests.intake.texts import reading_of


def segment_of(text: str, kind: str) -> tuple[list[Line], Segment]:
    """A text whose first line is its heading."""
    lines = number_lines(text.split("\n"))
    return lines, Segment(0, 1, lines[0].text, "伊河政任〔2021〕1号", kind, None, len(lines))


def appointments(text: str) -> list[Appointment]:
    return read_notice(*segment_of("干部任免通知\n" + text, "appointments")).appointments


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [(a.action, a.person, a.post, a.note) for a in appointments(text)]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("任命王明为州水利局局长；", ("appoint", "王明", "州水利局局长", "")),
        ("决定任命王明同志为州水利局局长。", ("appoint", "王明", "州水利局局长", "")),
        ("▲王明同志任州水利局局长（挂职）。", ("appoint", "王明", "州水利局局长", "挂职")),
        ("任命王明为州水利局局长（试用期一年）；", ("appoint", "王明", "州水利局局长", "试用期一年")),
        ("王明任州水利局局长，试用期一年；", ("appoint", "王明", "州水利局局长", "试用期一年")),
        ("任命王明同志兼任州水利局局长；", ("appoint", "王明", "州水利局局长", "兼任")),
        ("任命古丽·买买提为州水利局局长；", ("appoint", "古丽·买买提", "州水利局局长", "")),
        ("△免去王明同志州水利局局长、总工程师职务；", ("remove", "王明", "州水利局局长、总工程师", "")),
        ("免去王明的州水利局局长职务。", ("remove", "王明", "州水利局局长", "")),
        ("免去王明州水利局局长职务。", ("remove", "王明", "州水利局局长", "")),
        ("王明不再担任州水利局局长职务；", ("remove", "王明", "州水利局局长", "")),
        (
            "免去王明同志州水利局调研员职务，批准提前退休；",
            ("remove", "王明", "州水利局调研员", "批准提前退休"),
        ),
        ("1.免去王明的州水利局局长职务，另有任用；", ("remove", "王明", "州水利局局长", "另有任用")),
    ],
)
def test_the_wordings_of_one_appointment(sentence: str, read: tuple[str, str, str, str]) -> None:
    assert told(sentence) == [read]


def test_several_people_in_one_sentence_are_several_appointments() -> None:
    assert told("任命王明、李小河为州水利局副局长；") == [
        ("appoint", "王明", "州水利局副局长", ""),
        ("appoint", "李小河", "州水利局副局长", ""),
    ]


def test_one_sentence_may_remove_and_appoint_the_same_person() -> None:
    assert told(
        "免去王明的州水利局局长职务，任命为州林业局局长；\n李小河任州财政局局长，免去其州审计局局长职务。"
    ) == [
        ("remove", "王明", "州水利局局长", ""),
        ("appoint", "王明", "州林业局局长", ""),
        ("appoint", "李小河", "州财政局局长", ""),
        ("remove", "李小河", "州审计局局长", ""),
    ]


def test_a_heading_carries_over_the_lines_under_it() -> None:
    assert told("任 命\n王明为州水利局局长；\n免 去\n李小河的州财政局局长职务。") == [
        ("appoint", "王明", "州水利局局长", ""),
        ("remove", "李小河", "州财政局局长", ""),
    ]


@pytest.mark.parametrize("sentence", ["提名王明为副州长人选。", "选举王明为州长。", "建议任命王明为州长。"])
def test_a_proposal_or_an_election_is_no_appointment(sentence: str) -> None:
    assert told(sentence) == []


def test_the_one_torn_sentence_is_healed_with_both_places() -> None:
    notice = read_notice(
        *segment_of(
            "任免通知\n\n△免去王明同志河谷\n\n风景区副主任职务，批准退休；\n\n△免去李小河同志州审计局局长职务。",
            "appointments",
        )
    )
    assert (notice.appointments[0].person, notice.appointments[0].post) == ("王明", "河谷风景区副主任")
    assert notice.healed == [[[3, 3], [5, 5]]]


def test_two_torn_sentences_are_left_to_the_editor() -> None:
    text = "任免通知\n\n△免去王明同志河谷\n\n△免去李小河同志湖滨\n\n风景区主任职务；\n\n保护区主任职务。"
    notice = read_notice(*segment_of(text, "appointments"))
    assert notice.healed == []
    assert len(notice.unread) == 4


CHRONICLE = """\
2021年3-4月大事记
3月
1日，州长王明主持召开会议。
同日，副州长李小河、古丽·艾山赴东河县调研。
5日至7日，副州长李小河参加展会。
四月
2日，州长王明，副州长李小河、
古丽·艾山参加植树。
植树活动结束。
31日，州长王明检查工作。
"""


def test_events_have_the_day_of_their_line_or_of_the_line_before() -> None:
    events, dayless = read_chronicle(*segment_of(CHRONICLE, "chronicle"), 2021)
    assert [event.date for event in events] == [
        "2021-03-01",
        "2021-03-01",
        "2021-03-05",
        "2021-04-02",
        "2021-04-02",
        None,
    ]
    assert [line.text for line in dayless] == ["植树活动结束。"]


def test_an_event_that_the_column_broke_is_whole_again() -> None:
    events, _ = read_chronicle(*segment_of(CHRONICLE, "chronicle"), 2021)
    assert events[3].text == "2日，州长王明，副州长李小河、古丽·艾山参加植树。"
    assert events[3].lines == [[7, 8]]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("州长王明主持召开会议。", [("王明", "州长")]),
        ("副州长李小河、古丽·艾山赴东河县调研。", [("李小河", "副州长"), ("古丽·艾山", "副州长")]),
        ("副州长霍和平陪同州委书记赵大山调研。", [("霍和平", "副州长"), ("赵大山", "州委书记")]),
        ("州长办公会研究工作。", []),
        ("召开常委扩大会议。", []),
    ],
)
def test_officials_are_named_with_their_offices(text: str, named: list[tuple[str, str]]) -> None:
    assert [(official.name, official.title) for official in officials(text)] == named


def test_a_register_has_number_and_title_over_broken_lines_and_in_tables() -> None:
    text = "发文目录\n▲伊河政发〔2021〕1号《关于春耕的\n\n通知》\n序号\t文号\t标题\n2\t伊河政发〔2021〕号2\t关于防火的通知\n"
    entries = read_register(*segment_of(text, "register"))
    assert [(e.direction, e.doc_number, e.title) for e in entries] == [
        ("outgoing", "伊河政发〔2021〕1号", "《关于春耕的通知》"),
        ("outgoing", "伊河政发〔2021〕2号", "关于防火的通知"),
    ]


@pytest.mark.parametrize(
    ("heading", "direction"),
    [
        ("自治区人民政府来文目录", "incoming"),
        ("收文目录", "incoming"),
        ("发 文 目 录", "outgoing"),
        ("收发文目录", None),
    ],
)
def test_a_registers_heading_says_which_way(heading: str, direction: str | None) -> None:
    assert direction_of(heading) == direction


def test_a_meeting_has_number_day_and_chair() -> None:
    text = "州人民政府召开第十二次常务会议\n5月6日下午，州委副书记、州长古丽·艾山主持召开第12次常务会议，研究防汛。\n会议强调，要抓好落实。\n"
    meeting = read_meeting(*segment_of(text, "meetings"), 2021)
    assert (meeting.number, meeting.held_on, meeting.chair) == (12, "2021-05-06", "古丽·艾山")
    assert meeting.text.split("\n")[1] == "会议强调，要抓好落实。"


TABLE = """\
2021年1-3月国民经济主要指标
单位：亿元
指标\t本月\t累计\t比上年同期增减%
（一）生产总值\t\t(2020年) 1234.5\t5.6
第一产业\t\t100\t-2.0
（二）贷款月末余额(亿元)\t12.50\t\t3
#住户贷款\t2.5\t\t1
（三）零售总额（限上，万元）\t500\t1500\t3.1
居民消费价格指数(%)\t102.1\t101.9\t1.9
坏行\tabc\t1\t2
"""


def test_a_tables_cells_have_indicator_parent_unit_measure_and_printed_digits() -> None:
    table, observations, unread = read_table(*segment_of(TABLE, "statistics"))
    assert [(o.indicator, o.parent, o.unit, o.measure, o.value) for o in observations] == [
        ("生产总值", None, "亿元", "year", "1234.5"),
        ("生产总值", None, "亿元", "yoy_percent", "5.6"),
        ("第一产业", "生产总值", "亿元", "year", "100"),
        ("第一产业", "生产总值", "亿元", "yoy_percent", "-2.0"),
        ("贷款月末余额", None, "亿元", "balance", "12.50"),
        ("贷款月末余额", None, "亿元", "yoy_percent", "3"),
        ("住户贷款", "贷款月末余额", "亿元", "balance", "2.5"),
        ("住户贷款", "贷款月末余额", "亿元", "yoy_percent", "1"),
        ("零售总额（限上）", None, "万元", "month", "500"),
        ("零售总额（限上）", None, "万元", "cumulative", "1500"),
        ("零售总额（限上）", None, "万元", "yoy_percent", "3.1"),
        ("居民消费价格指数", None, "%", "index", "102.1"),
        ("居民消费价格指数", None, "%", "cumulative", "101.9"),
        ("居民消费价格指数", None, "%", "yoy_percent", "1.9"),
    ]
    assert (table.period, [line.text.split("\t")[0][:2] for line in unread]) == ("2021-03", ["坏行"])
    assert len(table.rows) == 8


def test_empty_cells_stay_empty() -> None:
    observations, unread = read_rows([["指标", "1月", "比上年增减%"], ["产值（亿元）", "", "—"]], "2021-01")
    assert (observations, unread) == ([], [])


@pytest.mark.parametrize(
    ("head", "measure"),
    [
        ("1月", "month"),
        ("本月", "month"),
        ("1-2月累计", "cumulative"),
        ("2017年", "year"),
        ("累计比上年同期增减%", "yoy_percent"),
        ("备注", None),
    ],
)
def test_what_a_column_holds(head: str, measure: str | None) -> None:
    assert measure_of(head) == measure


@pytest.mark.parametrize(
    ("title", "month"),
    [("2018 年 1 月份国民经济主要指标", "2018-01"), ("2018年1-2月主要指标", "2018-02"), ("主要指标", None)],
)
def test_the_month_of_a_table(title: str, month: str | None) -> None:
    assert period_of(title) == month


def test_an_issue_without_contents_gives_its_items_in_order() -> None:
    text = "伊河州人民政府公报\n\n2021年5月20日 第3期\n\n伊河州人民政府召开第12次常务会议\n\n5月6日，州长王明主持召开会议。\n\n2021年4月国民经济主要指标\n\n指标\t4月\n产值（亿元）\t3\n"
    reading = reading_of(text)
    assert [(item.kind, item.contents_entry) for item in reading.items] == [
        ("meetings", None),
        ("statistics", None),
    ]
    assert (reading.meetings[0].item, reading.tables[0].item, reading.observations[0].item) == (0, 1, 1)


def test_who_decides_and_signs_a_notice_is_its_issuer() -> None:
    decided = read_notice(
        *segment_of("任免通知\n伊河州人民政府决定：\n任命王明为州水利局局长。", "appointments")
    )
    assert (decided.issuer, decided.issued_on, decided.unread) == ("伊河州人民政府", None, [])
    signed = read_notice(
        *segment_of("任免通知\n任命王明为州水利局局长。\n\n伊河州人民政府\n2021年4月8日\n", "appointments")
    )
    assert (signed.issuer, signed.issued_on, signed.unread) == ("伊河州人民政府", "2021-04-08", [])


def test_an_annual_value_and_the_rate_beside_it_are_of_its_year() -> None:
    rows = [
        ["指标", "2017年", "1月", "比上年同期增减%"],
        ["生产总值（亿元）", "875.8", "", "8.6"],
        ["进出口（亿元）", "49.57", "3.34", "-41.1"],
        ["存款余额（亿元）", "", "3", "1"],
    ]
    observations, _ = read_rows(rows, "2018-01")
    assert [(o.indicator, o.measure, o.year) for o in observations] == [
        ("生产总值", "year", 2017),
        ("生产总值", "yoy_percent", 2017),
        ("进出口", "year", 2017),
        ("进出口", "month", None),
        ("进出口", "yoy_percent", None),
        ("存款余额", "balance", None),
        ("存款余额", "yoy_percent", None),
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("副州长王永和出席会议。", ["王永和"]),
        ("副州长李忠同主持会议。", ["李忠同"]),
        ("副州长高琪陪同客人。", ["高琪"]),
        ("副州长张菊在东河县调研。", ["张菊"]),
        ("州长王小明表示欢迎。", ["王小明"]),
        ("市长热线开通。", []),
        ("部长通道开启。", []),
        ("主任医师李明获奖。", []),
        ("副州长张菊前往东河、西河、北河考察。", ["张菊"]),
    ],
)
def test_nobody_is_invented(text: str, named: list[str]) -> None:
    assert [official.name for official in officials(text)] == named


def test_what_grows_against_another_base_is_no_yearly_rate() -> None:
    assert [measure_of(head) for head in ("比上月±%", "比上年末增减额", "同比%")] == [
        None,
        None,
        "yoy_percent",
    ]


def test_the_unit_over_a_table_is_that_of_all_rows_without_one() -> None:
    table, observations, _ = read_table(
        *segment_of("2021年3月主要指标\n单位：亿元\n指标\t3月\n投资\t5\n出口（万美元）\t6\n", "statistics")
    )
    assert table.unit == "亿元"
    assert [(o.indicator, o.unit) for o in observations] == [("投资", "亿元"), ("出口", "万美元")]


def test_a_meeting_is_held_on_the_day_that_says_so() -> None:
    text = "州人民政府召开第3次常务会议\n会议传达2020年1月3日讲话精神。\n5月20日，州长王明主持召开会议。"
    assert read_meeting(*segment_of(text, "meetings"), 2021).held_on == "2021-05-20"


def test_a_register_line_without_a_number_is_a_line_of_its_own() -> None:
    text = "来文目录\n国发〔2022〕1号 国务院关于春耕的通知\n国家统计局关于报送材料的函\n"
    entries = read_register(*segment_of(text, "register"))
    assert [(e.doc_number, e.title) for e in entries] == [
        ("国发〔2022〕1号", "国务院关于春耕的通知"),
        ("", "国家统计局关于报送材料的函"),
    ]


def test_who_is_engaged_is_named_without_the_verb() -> None:
    assert told("王明聘任为州政府参事。") == [("appoint", "王明", "州政府参事", "")]
