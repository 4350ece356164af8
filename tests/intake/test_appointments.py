"""Notices of appointment in the wordings, layouts and damages of gazettes across the country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.lines import number_lines
from intake.readers.appointments import Notice, read_notice
from intake.readers.names import is_name, name_before_post, split_names
from intake.readers.segments import Segment

IN, OUT = "appoint", "remove"
HYDRO, FOREST = "州水利局局长", "市林业局副局长"


def notice(text: str) -> Notice:
    """The notice of a text, the heading left out."""
    lines = number_lines(["关于干部任免的通知", *text.split("\n")])
    return read_notice(
        lines, Segment(0, 1, lines[0].text, "伊河政任〔2021〕1号", "appointments", None, len(lines))
    )


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [(a.action, a.person, a.post, a.note) for a in notice(text).appointments]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        # verbs
        ("任王明为州水利局局长；", (IN, "王明", HYDRO, "")),
        ("任志远为州水利局局长；", (IN, "任志远", HYDRO, "")),
        ("任命任志远为州水利局局长；", (IN, "任志远", HYDRO, "")),
        ("任命王为民为州水利局局长；", (IN, "王为民", HYDRO, "")),
        ("李有为同志任州水利局局长。", (IN, "李有为", HYDRO, "")),
        ("王明同志担任州水利局局长。", (IN, "王明", HYDRO, "")),
        ("聘任王明为州人民政府参事，聘期三年。", (IN, "王明", "州人民政府参事", "聘期三年")),
        ("聘请王明为州人民政府法律顾问；", (IN, "王明", "州人民政府法律顾问", "")),
        ("同意王明同志任州水利局局长；", (IN, "王明", HYDRO, "")),
        ("王明同志挂职担任州水利局局长，时间一年；", (IN, "王明", HYDRO, "挂职，时间一年")),
        ("王明任州水利局局长（试用一年）", (IN, "王明", HYDRO, "试用一年")),
        ("任命王明为州水利局局长（正县级）。", (IN, "王明", HYDRO, "正县级")),
        ("任命王明为州水利局局长，试用期一年，列李丽之前；", (IN, "王明", HYDRO, "试用期一年，列李丽之前")),
        ("任命王明（女，回族）为州水利局局长（挂职，时间两年）；", (IN, "王明", HYDRO, "挂职，时间两年")),
        ("王明任州水利局局长，保留正县级待遇。", (IN, "王明", HYDRO, "保留正县级待遇")),
        ("王明试用期满，正式任命为州水利局局长；", (IN, "王明", HYDRO, "试用期满")),
        ("王明任州水利局局长（兼）。", (IN, "王明", HYDRO, "兼")),
        ("任命王明为州水利局局长，兼任州河长办主任。", (IN, "王明", "州水利局局长，兼任州河长办主任", "")),
        ("任命王明为州水利局局长兼州河长办主任。", (IN, "王明", "州水利局局长兼州河长办主任", "")),
        ("王明任州森林公安局局长、督察长；", (IN, "王明", "州森林公安局局长、督察长", "")),
        ("任命王明（兼）为州水利局局长；", (IN, "王明", HYDRO, "兼")),
        ("聘王明为州政府参事；", (IN, "王明", "州政府参事", "")),
        ("市政府同意：王明任州水利局局长。", (IN, "王明", HYDRO, "")),
        ("王明同志任州水利局局长，原任职务自然免除；", (IN, "王明", HYDRO, "原任职务自然免除")),
        ("任命王明为为民服务中心主任；", (IN, "王明", "为民服务中心主任", "")),
        ("经州人民政府第5次常务会议研究，决定任命王明为州水利局局长。", (IN, "王明", HYDRO, "")),
        ("经研究，任命王明为州水利局局长。", (IN, "王明", HYDRO, "")),
        ("根据工作需要，任命王明同志为州水利局局长。", (IN, "王明", HYDRO, "")),
        ("2005年6月17日行署研究决定：王明任州水利局局长；", (IN, "王明", HYDRO, "")),
        # names
        ("王 明同志任州水利局局长。", (IN, "王明", HYDRO, "")),
        ("白 明 亮 同志任州水利局局长。", (IN, "白明亮", HYDRO, "")),
        ("任命古丽 • 买买提为州水利局局长；", (IN, "古丽·买买提", HYDRO, "")),
        ("任命玉山．阿不都为州水利局局长；", (IN, "玉山·阿不都", HYDRO, "")),
        ("任命欧阳修文为州水利局局长；", (IN, "欧阳修文", HYDRO, "")),
        ("任命扎西才让为州水利局局长；", (IN, "扎西才让", HYDRO, "")),
        # removals
        ("免去王明同志的市林业局副局长职务；", (OUT, "王明", FOREST, "")),
        ("免去王明同志市林业局副局长的职务；", (OUT, "王明", FOREST, "")),
        ("免去王明市林业局副局长职务；", (OUT, "王明", FOREST, "")),
        ("免去邢台生市林业局副局长职务；", (OUT, "邢台生", FOREST, "")),
        ("免去沙马石布市林业局副局长职务；", (OUT, "沙马石布", FOREST, "")),
        ("免去巴图·孟和市林业局副局长职务；", (OUT, "巴图·孟和", FOREST, "")),
        ("免去张建国财政局局长职务；", (OUT, "张建国", "财政局局长", "")),
        ("免去王明的市林业局副局长职务（退休）。", (OUT, "王明", FOREST, "退休")),
        ("免去王明的市林业局副局长职务，到龄退休。", (OUT, "王明", FOREST, "到龄退休")),
        ("免去王明兼任的市林业局副局长职务；", (OUT, "王明", FOREST, "兼任")),
        ("因退休，免去王明的市林业局副局长职务；", (OUT, "王明", FOREST, "因退休")),
        ("同意王明同志退休，免去其市林业局副局长职务；", (OUT, "王明", FOREST, "退休")),
        ("王明同志不再担任市林业局副局长职务，按有关规定办理退休手续；", (OUT, "王明", FOREST, "按有关规定办理退休手续")),
        ("王明不再兼任市林业局副局长。", (OUT, "王明", FOREST, "")),
        ("撤销王明的市林业局副局长职务。", (OUT, "王明", FOREST, "撤销")),
        ("接受王明辞去市林业局副局长职务的请求。", (OUT, "王明", FOREST, "辞去")),
        ("王明原任的市林业局副局长职务自然免除。", (OUT, "王明", FOREST, "自然免除")),
        ("解聘王明的市林业局副局长职务；", (OUT, "王明", FOREST, "")),
    ],
)  # fmt: skip
def test_a_sentence_of_one_person(sentence: str, read: tuple[str, str, str, str]) -> None:
    assert told(sentence) == [read]
    assert notice(sentence).unread == []


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("任命王强、李丽同志为州水利局局长；", [(IN, "王强", HYDRO, ""), (IN, "李丽", HYDRO, "")]),
        ("任命王强和李丽为州水利局局长；", [(IN, "王强", HYDRO, ""), (IN, "李丽", HYDRO, "")]),
        ("任命王强，李丽为州水利局局长；", [(IN, "王强", HYDRO, ""), (IN, "李丽", HYDRO, "")]),
        ("任命何和平为州水利局局长；", [(IN, "何和平", HYDRO, "")]),
        (
            "任命王强为州水利局局长、李丽为市林业局副局长；",
            [(IN, "王强", HYDRO, ""), (IN, "李丽", FOREST, "")],
        ),
        (
            "任命王强为州水利局局长，李丽为市林业局副局长（挂职）。",
            [(IN, "王强", HYDRO, ""), (IN, "李丽", FOREST, "挂职")],
        ),
        (
            "任命王强、李丽分别为州水利局局长、市林业局副局长；",
            [(IN, "王强", HYDRO, ""), (IN, "李丽", FOREST, "")],
        ),
        (
            "王强任州水利局局长，不再担任市林业局副局长职务。",
            [(IN, "王强", HYDRO, ""), (OUT, "王强", FOREST, "")],
        ),
        (
            "免去王强的市林业局副局长职务，任命其为州水利局局长。",
            [(OUT, "王强", FOREST, ""), (IN, "王强", HYDRO, "")],
        ),
        (
            "任命王强为州水利局局长；免去其市林业局副局长职务；免去李丽的市教育局局长职务，退休。",
            [(IN, "王强", HYDRO, ""), (OUT, "王强", FOREST, ""), (OUT, "李丽", "市教育局局长", "退休")],
        ),
        (
            "王强任州水利局局长，免去市林业局副局长职务，试用期一年；",
            [(IN, "王强", HYDRO, "试用期一年"), (OUT, "王强", FOREST, "")],
        ),
        (
            "因机构改革，王强原任的市林业局副局长职务自然免除，任州水利局局长。",
            [(OUT, "王强", FOREST, "因机构改革，自然免除"), (IN, "王强", HYDRO, "")],
        ),
        (
            "免去王强市林业局副局长职务、李丽州水利局局长职务；",
            [(OUT, "王强", FOREST, ""), (OUT, "李丽", HYDRO, "")],
        ),
        (
            "免去王强、李丽市林业局副局长职务。",
            [(OUT, "王强", FOREST, ""), (OUT, "李丽", FOREST, "")],
        ),
        (
            "经市人民政府研究，决定任命王强为州水利局局长，试用期一年；任命李丽为市林业局副局长。",
            [(IN, "王强", HYDRO, "试用期一年"), (IN, "李丽", FOREST, "")],
        ),
    ],
)
def test_a_sentence_of_several(sentence: str, read: list[tuple[str, str, str, str]]) -> None:
    assert told(sentence) == read


@pytest.mark.parametrize(
    "text",
    [
        "一、任命\n王强为州水利局局长\n二、免去\n李丽市林业局副局长职务",
        "任命：\n王 强同志为州水利局局长；\n免去：\n李 丽同志市林业局副局长职务。",
        "市人民政府决定任命：\n王强为州水利局局长；\n免去下列同志职务：\n李丽的市林业局副局长职务。",
        "任命：王强为州水利局局长；\n免去：李丽的市林业局副局长职务。",
        "【任命】\n王强 州水利局局长\n【免职】\n李丽 市林业局副局长",
        "经研究，决定：\n（一）任命下列同志职务：\n1.王强任州水利局局长\n2.免去李丽市林业局副局长职务",
        "任命：\n州水利局局长 王 强\n免去：\n市林业局副局长 李丽（女）",
        "任命\n州水利局局长：王强\n免去\n市林业局副局长：李丽",
        "姓名\t任命职务\t免去职务\n王强\t州水利局局长\t\n李丽\t\t市林业局副局长",
        "| 序号 | 姓 名 | 原任职务 | 任命职务 | 免去职务 |\n|---|---|---|---|---|\n| 1 | 王 强 | 市长助理 | 州水利局局长 | |\n| 2 | 李 丽 | | | 市林业局副局长 |",
        "●王强同志任州水利局局\n长；\n●免去李丽同志市林业局\n副局长职务。",
    ],
)
def test_the_same_two_in_many_layouts(text: str) -> None:
    assert told(text) == [(IN, "王强", HYDRO, ""), (OUT, "李丽", FOREST, "")]
    assert notice(text).unread == []


def test_all_under_one_heading_have_its_post() -> None:
    assert told("决定聘任下列人员为市政府参事：\n王强、李丽\n古丽·买买提") == [
        (IN, "王强", "市政府参事", ""),
        (IN, "李丽", "市政府参事", ""),
        (IN, "古丽·买买提", "市政府参事", ""),
    ]


def test_what_is_said_of_all_above_is_said_of_each() -> None:
    assert told("任命王强为州水利局局长；\n免去李丽市林业局副局长职务。\n以上任职人员试用期一年。") == [
        (IN, "王强", HYDRO, "试用期一年"),
        (OUT, "李丽", FOREST, ""),
    ]
    some = "任命王强为州水利局局长；\n任命李丽为市林业局副局长。\n上述任命人员中，李丽试用期一年。"
    assert [note for _, _, _, note in told(some)] == ["", "试用期一年"]


def test_a_post_without_a_full_stop_is_not_glued_to_the_next_person() -> None:
    assert told("王强任州水利局局长\n李丽任市林业局副局长\n") == [
        (IN, "王强", HYDRO, ""),
        (IN, "李丽", FOREST, ""),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "提名何晴为市供销社理事会主任人选。",
        "建议任命何晴为市供销社理事会主任。",
        "会议选举何晴为副市长。",
        "何晴当选为副市长。",
        "何晴同志主持市水利局工作。",
        "拟任何晴为市水利局局长。",
        "何晴同志为市供销社理事会主任人选。",
        "任远同志要认真做好工作交接。",
        "决定表彰何晴等十名同志为先进个人。",
    ],
)
def test_what_is_no_appointment_is_left_to_the_editor(sentence: str) -> None:
    read = notice(f"任命王强为州水利局局长。\n{sentence}")
    assert [made.person for made in read.appointments] == ["王强"]
    assert [line.text for line in read.unread] == [sentence]


def test_a_torn_sentence_under_a_heading_is_healed_and_never_read_as_half_a_post() -> None:
    torn = (
        "任 命\n\n局局长（挂职，时间一年）。\n\n▲王强同志任州水利\n\n▲李丽任州审计局局长。\n\n伊河州人民政府"
    )
    assert told(torn) == [(IN, "王强", HYDRO, "挂职，时间一年"), (IN, "李丽", "州审计局局长", "")]
    assert notice(torn).healed == [[[6, 6], [4, 4]]]
    torn = "免去：\n\n总队总队长职务；\n\n王强的市文化市场综合执法\n\n李丽的市审计局局长职务。"
    assert told(torn)[0] == (OUT, "王强", "市文化市场综合执法总队总队长", "")
    torn = "任命王强同志为州水利局局长（试用\n\n免去李丽同志州审计局局长职务；\n\n期一年）；"
    assert told(torn)[0] == (IN, "王强", HYDRO, "试用期一年")
    torn = "长职务。\n\n免去王 强的市林业局副局\n\n市人民政府2024年6月3日决定："
    assert told(torn) == [(OUT, "王强", FOREST, "")]
    half = notice("免去：\n\n王强的市文化市场综合执法\n\n李丽的市审计局局长职务。")
    assert ([made.person for made in half.appointments], len(half.unread)) == (["李丽"], 1)


def test_a_post_may_be_on_the_board_of_elections() -> None:
    assert told("任命王强为市选举委员会办公室主任。") == [(IN, "王强", "市选举委员会办公室主任", "")]


def test_addressees_signature_and_closing_words_are_no_problem() -> None:
    read = notice(
        "各县（市、区）人民政府，市直各单位：\n经市人民政府研究，决定：\n任命王强为州水利局局长。\n特此通知。\n\n临江市人民政府\n二〇一二年四月五日\n主题词：人事 任免 通知\n"
    )
    assert (read.issuer, read.issued_on, read.unread) == ("临江市人民政府", "2012-04-05", [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王 强 李 丽", ["王强", "李丽"]),
        ("王强 李丽 欧阳娟", ["王强", "李丽", "欧阳娟"]),
        ("白 明 亮", ["白明亮"]),
        ("王强、李丽等2名同志", ["王强", "李丽"]),
        ("市财政局", None),
        ("王强、市财政局", None),
    ],
)
def test_a_list_of_names(text: str, names: list[str] | None) -> None:
    assert split_names(text) == names


def test_where_name_and_post_cannot_be_told_apart_neither_is_guessed() -> None:
    assert name_before_post("王明东方文化公司经理") is None
    assert name_before_post("王明市水利局局长") == ("王明", "市水利局局长")
    assert not is_name("财政局")


PIECES = st.sampled_from(
    ["任命", "免去", "王强", "同志", "为", "任", "的", "职务", "市水利局局长", "，", "、", "；", "。", "：", "（", "）", "挂职", "其", "分别", " ", "\n", "\t", "1.", "以上", "决定", "不再担任", "2021年4月8日", "姓名", "兼任"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join))
def test_any_notice_is_read_and_every_person_and_post_is_printed_in_it(text: str) -> None:
    plain = "".join(text.split())
    for made in notice(text).appointments:
        assert made.person[:1] in plain
        assert made.post[:2] in plain
        assert made.lines
