"""A whole issue: masthead, contents, documents in their sections, and what does not fit."""

import pytest

from intake.reading import Reading, numbers_of
from tests.intake.texts import ISSUE, NOTICE, OPINION, reading_of


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reading_of(ISSUE)


def test_the_masthead_names_the_issue(reading: Reading) -> None:
    assert reading.issue is not None
    head = reading.issue
    assert (head.publication, head.year, head.number, head.number_end) == ("伊河州人民政府公报", 2021, 3, 3)
    assert (head.serial, head.frequency, head.published) == (120, "月刊", "2021-05-20")


def test_editors_named_behind_the_contents_are_the_issues(reading: Reading) -> None:
    assert reading.issue is not None
    assert (reading.issue.chief_editor, reading.issue.deputy_editors) == ("赵河", ["钱山", "孙湖"])


@pytest.mark.parametrize(
    ("printed", "numbers", "serials", "date"),
    [
        ("2021年5月\n\n第3号（总第120期）双月刊", (3, 3), (120, 120), "2021-05"),
        ("2021年5月20日 第3-4号 (总120-121期) 半月刊", (3, 4), (120, 121), "2021-05-20"),
        ("2021年第三期\n\n（总第120期）", (3, 3), (120, 120), None),
    ],
)
def test_mastheads_in_other_shapes(
    printed: str, numbers: tuple[int, int], serials: tuple[int, int], date: str | None
) -> None:
    head = reading_of(ISSUE.replace("2021年5月20日 第3期 (总120期) 月刊", printed)).issue
    assert head is not None
    assert (head.year, (head.number, head.number_end)) == (2021, numbers)
    assert ((head.serial, head.serial_end), head.published) == (serials, date)


def test_contents_have_section_title_number_and_page(reading: Reading) -> None:
    assert [(e.section, e.doc_number, e.page) for e in reading.contents] == [
        ("州人民政府文件", "伊河政发〔2021〕7号", "1"),
        ("州人民政府办公室文件", "伊河政办发〔2021〕12号", "6"),
        ("干部任免", None, "9"),
    ]
    assert reading.contents[0].title == "关于印发《伊河州供暖管理办法（试行）》的通知"


@pytest.mark.parametrize("leader", ["……(1)", " ..... 1", "\t1", "·······1"])
def test_a_page_stands_behind_any_leader(leader: str) -> None:
    contents = reading_of(ISSUE.replace("……(1)", leader)).contents
    assert contents[0].page == "1"
    assert contents[0].doc_number == "伊河政发〔2021〕7号"


def test_documents_stand_in_their_sections(reading: Reading) -> None:
    assert [(d.doc_number, d.section) for d in reading.documents] == [
        ("伊河政发〔2021〕7号", "州人民政府文件"),
        ("伊河政办发〔2021〕12号", "州人民政府办公室文件"),
    ]


def test_what_no_reader_claims_is_reported_and_not_lost() -> None:
    stray = reading_of(
        ISSUE.replace("伊河州人民政府干部任免通知\n\n任命", "伊河州人民政府干部任免通知\n\n风很大\n\n任命")
    )
    lines = stray.source.lines
    texts = ISSUE.replace(
        "伊河州人民政府干部任免通知\n\n任命", "伊河州人民政府干部任免通知\n\n风很大\n\n任命"
    ).split("\n")
    loose = [texts[n - 1] for n in sorted(numbers_of(stray.unplaced)) if texts[n - 1]]
    assert lines == len(texts)
    assert loose == ["风很大"]
    assert [p.quote for p in stray.problems if p.code == "appointment-not-read"] == ["风很大"]


def test_an_entry_without_text_is_an_error() -> None:
    problems = reading_of(ISSUE.replace(OPINION, "")).problems
    missing = next(problem for problem in problems if problem.code == "entry-without-text")
    assert missing.severity == "error"
    assert "保护湿地" in missing.message


def test_a_title_that_differs_from_the_contents_is_shown_with_both_places() -> None:
    problems = reading_of(ISSUE.replace("关于保护湿地的意见", "关于保护温地的意见", 1)).problems
    differing = next(problem for problem in problems if problem.code == "title-differs")
    assert (differing.quote, differing.suggestion) == (
        "伊河州人民政府办公室关于保护湿地的意见",
        "伊河州人民政府办公室关于保护温地的意见",
    )


def test_an_announced_attachment_that_is_not_printed_is_a_warning() -> None:
    text = NOTICE[: NOTICE.index("附件1\n")]
    reading = reading_of(text)
    assert [a.title for a in reading.documents[0].attachments] == ["供暖时间表", "供暖工作领导小组"]
    assert [p.code for p in reading.problems].count("attachment-missing") == 2


def test_the_same_number_twice_is_an_error() -> None:
    problems = reading_of(NOTICE + "\n" + NOTICE).problems
    assert "number-twice" in {problem.code for problem in problems}


def test_a_paragraph_cut_off_at_the_column_is_a_warning() -> None:
    torn = reading_of(NOTICE.replace("请认真贯彻\n执行。", "请认真贯")).problems
    assert next(p.quote for p in torn if p.code == "torn").endswith("请认真贯")


def test_a_number_in_wrong_brackets_is_a_warning_with_the_right_form() -> None:
    problems = reading_of(NOTICE.replace("国发〔2019〕3号", "国发[2019]3号")).problems
    shape = next(problem for problem in problems if problem.code == "number-shape")
    assert (shape.quote, shape.suggestion) == ("国发[2019]3号", "国发〔2019〕3号")


def test_a_text_that_is_no_gazette_gives_an_empty_reading() -> None:
    reading = reading_of("今天天气很好。\n我们去公园散步。\n")
    assert (reading.issue, reading.contents, reading.documents) == (None, [], [])
    assert reading.unplaced == [[1, 2]]


@pytest.mark.parametrize("frame", ["【{}】", "☆{}☆"])
def test_a_sections_heading_may_be_framed(frame: str) -> None:
    framed = ISSUE.replace(
        "干部任免\n\n伊河州人民政府干部任免通知……",
        frame.format("干部任免") + "\n\n伊河州人民政府干部任免通知……",
    )
    assert reading_of(framed).contents[2].section == "干部任免"


@pytest.mark.parametrize("shape", ["{}（{}）", "{}({})", "{} {}"])
def test_a_number_may_stand_behind_its_title_in_the_contents(shape: str) -> None:
    title, number = "伊河州人民政府办公室关于保护湿地的意见", "伊河政办发〔2021〕12号"
    contents = reading_of(ISSUE.replace(f"{title}\n{number}", shape.format(title, number), 1)).contents
    assert (contents[1].title, contents[1].doc_number) == (title, number)


def test_a_numbered_notice_of_appointments_is_no_policy_document() -> None:
    notice = "关于王明等同志任免职的通知\n\n伊河政任〔2021〕4号\n\n任命王明为州财政局局长。\n\n伊河州人民政府\n2021年4月8日\n"
    assert reading_of(NOTICE + "\n" + notice).documents[-1].doc_number == "伊河政发〔2021〕7号"
