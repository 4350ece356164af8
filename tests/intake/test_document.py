"""One document, from the lines of a text that no real gazette has printed."""

import datetime

import pytest

from intake.reading import DocumentReading
from tests.intake.texts import ISSUE, NOTICE, OPINION, reading_of


@pytest.fixture(scope="module")
def notice() -> DocumentReading:
    return reading_of(NOTICE).documents[0]


def test_a_notice_and_the_text_that_it_issues_are_one_document(notice: DocumentReading) -> None:
    headings = [block.text for block in notice.body if block.type == "heading" and block.level == 1]
    assert headings == ["伊河州供暖管理办法（试行）"]
    assert (notice.doc_number, notice.kind) == ("伊河政发〔2021〕7号", "通知")


def test_who_is_addressed_and_who_signs(notice: DocumentReading) -> None:
    assert notice.addressee == "各县市人民政府，州直各部门："
    assert (notice.issuer, notice.issued_on) == ("伊河州人民政府", "2021-04-08")


def test_a_paragraph_that_the_column_broke_is_whole_again(notice: DocumentReading) -> None:
    assert notice.body[0].text.endswith("请认真贯彻执行。")
    assert notice.body[0].lines == [[7, 8]]


def test_force_and_term_are_what_the_text_states(notice: DocumentReading) -> None:
    assert (notice.effective_on, notice.valid_until, notice.trial) == ("2021-05-01", "2023-04-30", True)


def test_a_repealed_document_is_not_among_the_cited(notice: DocumentReading) -> None:
    assert notice.repeals == ["伊河政发〔2009〕31号"]
    assert notice.cites == ["国发〔2019〕3号", "省政府令第18号"]


def test_articles_and_their_items_have_labels_and_levels(notice: DocumentReading) -> None:
    labelled = [(b.type, b.label, b.level) for b in notice.body if b.label and b.type != "attachment"]
    assert ("heading", "第一章", 2) in labelled
    assert [label for kind, label, _ in labelled if kind == "article"] == ["第一条", "第二条", "第三条"]
    assert ("item", "（一）", 3) in labelled


def test_attachments_have_the_titles_printed_at_them(notice: DocumentReading) -> None:
    assert [(a.label, a.title) for a in notice.attachments] == [
        ("附件1", "供暖时间表"),
        ("附件2", "供暖工作领导小组"),
    ]


def test_a_table_keeps_its_empty_cells(notice: DocumentReading) -> None:
    table = next(block for block in notice.body if block.type == "table")
    assert table.rows == [
        ["县市", "开始", "结束"],
        ["东河县", "10月15日", "4月15日"],
        ["西河市", "10月20日", ""],
    ]


def test_members_are_one_list_a_line_each(notice: DocumentReading) -> None:
    members = next(block for block in notice.body if block.type == "list")
    assert members.text.split("\n") == [
        "组长：王明（副州长）",
        "成员：古丽·买买提（州住房和城乡建设局局长）",
        "李小河（州财政局局长）",
    ]


def test_a_date_in_chinese_numerals_is_a_date() -> None:
    document = reading_of(OPINION).documents[0]
    assert document.issued_on == datetime.date(2021, 5, 6).isoformat()


def test_a_short_sentence_is_a_heading_only_with_text_under_it() -> None:
    body = reading_of(OPINION).documents[0].body
    kinds = {block.label: block.type for block in body if block.label}
    assert kinds == {"一、": "heading", "（一）": "item", "（二）": "heading"}


def test_a_document_that_nobody_signs_has_neither_issuer_nor_date() -> None:
    unsigned = NOTICE.replace("伊河州人民政府\n2021年4月8日\n", "")
    document = reading_of(unsigned).documents[0]
    assert (document.issuer, document.issued_on) == (None, None)


def test_a_term_without_a_beginning_has_no_end() -> None:
    document = reading_of(NOTICE.replace("自2021年5月1日起施行，", "")).documents[0]
    assert (document.effective_on, document.valid_until) == (None, None)


def test_in_force_from_the_day_of_issue() -> None:
    document = reading_of(NOTICE.replace("自2021年5月1日起施行", "自印发之日起施行")).documents[0]
    assert document.effective_on == "2021-04-08"


def test_the_force_of_another_text_is_not_the_documents_own() -> None:
    other = "根据《河道条例》自2010年1月1日起施行的规定，做好工作。"
    document = reading_of(OPINION.replace("到2025年，湿地面积不减少。", other)).documents[0]
    assert document.effective_on is None


@pytest.mark.parametrize(
    "mark", ["伊河政发[2021]7号", "伊河政发（2021）7号", "伊河政发【2021】7号", "伊河政发〔2021〕 7 号"]
)
def test_a_number_in_any_brackets_is_the_same_number(mark: str) -> None:
    document = reading_of(NOTICE.replace("伊河政发〔2021〕7号", mark)).documents[0]
    assert document.doc_number == "伊河政发〔2021〕7号"


def test_a_title_over_two_lines_is_one_title() -> None:
    broken = NOTICE.replace("管理办法（试行）》的通知", "\n管理办法（试行）》的通知", 1)
    assert reading_of(broken).documents[0].title == "关于印发《伊河州供暖管理办法（试行）》的通知"


def test_a_title_under_its_number_is_found_there() -> None:
    text = OPINION.split("\n", 2)
    document = reading_of(
        "\n".join(["伊河政办发〔2021〕12号", "", text[0], *text[2].split("\n")[2:]])
    ).documents[0]
    assert document.title == "伊河州人民政府办公室关于保护湿地的意见"


ORDER = """\
伊河州人民政府令

第5号

《伊河州城市绿化办法》已经州人民政府第48次常务会议通过，现予公布，自2021年6月1日起施行。

州 长 王 明
2021年4月1日

伊河州城市绿化办法

第一条 为了绿化城市，制定本办法。

第二条 《伊河州城市绿化暂行办法》同时废止。
"""


def test_an_order_goes_by_the_name_of_what_it_issues() -> None:
    documents = reading_of(ORDER).documents
    assert len(documents) == 1
    order = documents[0]
    assert (order.title, order.doc_number) == ("伊河州城市绿化办法", "伊河州人民政府令第5号")
    assert (order.kind, order.issuer, order.issued_on) == (None, "伊河州人民政府", "2021-04-01")
    assert (order.effective_on, order.repeals) == ("2021-06-01", ["伊河州城市绿化暂行办法"])


def test_the_red_head_of_a_single_document_is_not_its_title() -> None:
    title, _, rest = OPINION.split("\n", 2)
    number, body = rest.split("\n", 1)
    single = "\n".join(
        ["伊河州人民政府办公室文件", "", number, "", "伊河州人民政府办公室", "关于保护湿地的意见", body]
    )
    documents = reading_of(single).documents
    assert [(d.title, d.doc_number) for d in documents] == [(title, "伊河政办发〔2021〕12号")]


def test_an_announcement_without_a_number_is_a_document() -> None:
    text = "关于城区禁放烟花的通告\n\n城区禁止燃放烟花。\n\n伊河市人民政府\n二〇二一年十二月二十日\n"
    documents = reading_of(text + "\n" + text.replace("烟花", "爆竹")).documents
    assert [(d.title, d.kind, d.doc_number) for d in documents] == [
        ("关于城区禁放烟花的通告", "通告", None),
        ("关于城区禁放爆竹的通告", "通告", None),
    ]


def test_the_issued_text_is_not_taken_for_another_document() -> None:
    text = "关于印发《关于加强供暖工作的意见》的通知\n\n伊河政发〔2021〕8号\n\n各县市：\n\n现印发你们。\n\n伊河州人民政府\n2021年4月8日\n\n关于加强供暖工作的意见\n\n要加强供暖。\n"
    assert len(reading_of(text).documents) == 1


def test_the_organs_of_a_joint_document_are_several() -> None:
    joint = NOTICE.replace("\n伊河州人民政府\n2021", "\n伊河州财政局  伊河州教育局\n2021", 1)
    assert reading_of(joint).documents[0].issuer == "伊河州财政局、伊河州教育局"


def test_a_number_under_a_title_of_two_lines_is_the_documents_own() -> None:
    text = "伊河州人民政府办公室\n关于加强渔业工作的通知\n伊河政办发〔2022〕9号\n\n各县市：\n\n要加强渔业。\n\n伊河州人民政府办公室\n2022年4月8日\n"
    assert [(d.doc_number, d.cites) for d in reading_of(text).documents] == [("伊河政办发〔2022〕9号", [])]


def test_a_day_that_does_not_exist_is_no_date_of_an_issue() -> None:
    head = reading_of(ISSUE.replace("2021年5月20日", "2021年2月30日")).issue
    assert head is not None
    assert head.published is None
