"""The title of a document, over its number or under it, on one line or on several."""

import pytest

from intake.reading import DocumentReading
from tests.intake.texts import reading_of

TEXT = "\n\n各县市人民政府：\n\n现将有关事项通知如下，请认真执行。\n\n云岭市人民政府\n2021年4月8日\n"
TITLE, NUMBER = "关于加强监管工作的通知", "云政发〔2021〕1号"


def _document(head: str) -> DocumentReading:
    reading = reading_of(head + TEXT)
    assert reading.unplaced == []
    [document] = reading.documents
    return document


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\n{NUMBER}",
        f"{TITLE}\n{NUMBER}",
        f"# {TITLE}\n\n{NUMBER}",
        f"**{TITLE}**\n\n{NUMBER}",
        f"{TITLE}\n\n（{NUMBER}）",
        f"{NUMBER}\n\n{TITLE}",
        f"云岭市人民政府文件\n\n{NUMBER}\n\n{TITLE}",
        "关于加强\n监管工作的通知\n\n" + NUMBER,
        "关于加强\n监管工作的\n通知\n\n" + NUMBER,
        "关于加强监管工作的\n\n通知\n" + NUMBER,
        "关 于 加 强 监 管 工 作 的 通 知\n\n" + NUMBER,
        f"{TITLE}\n（2021年4月8日）\n{NUMBER}",
        f"{TITLE}\nYLGF-2021-001\n{NUMBER}",
        f"{TITLE}\n\n发布时间：2021-04-09 来源：市政府办公室\n\n{NUMBER}",
        f"{TITLE}\n\n-----\n\n{NUMBER}",
    ],
)
def test_one_title_in_many_settings(head: str) -> None:
    document = _document(head)
    assert (document.title, document.doc_number, document.kind) == (TITLE, NUMBER, "通知")
    assert (document.issuer, document.issued_on) == ("云岭市人民政府", "2021-04-08")
    assert document.addressee == "各县市人民政府："


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["云岭市人民政府", "关于加强监管工作的意见"], "云岭市人民政府关于加强监管工作的意见"),
        (["云岭市人民政府办公室", "", "关于加强监管工作的意见"], "云岭市人民政府办公室关于加强监管工作的意见"),
        (["云岭市人民政府关于印发", "《云岭市用水办法》的通知"], "云岭市人民政府关于印发《云岭市用水办法》的通知"),
        (
            ["云岭市人民政府办公室转发市教育局等部门", "关于加强监管工作意见的通知"],
            "云岭市人民政府办公室转发市教育局等部门关于加强监管工作意见的通知",
        ),
        (["中共云岭市委 云岭市人民政府", "关于加强监管工作的意见"], "中共云岭市委云岭市人民政府关于加强监管工作的意见"),
        (["云岭市人民政府 云岭军分区", "关于禁止燃放的通告"], "云岭市人民政府云岭军分区关于禁止燃放的通告"),
        (["关于同意", "撤销河东乡", "设立河东镇的", "批复"], "关于同意撤销河东乡设立河东镇的批复"),
        (["云岭市2021年春耕工作要点"], "云岭市2021年春耕工作要点"),
    ],
)  # fmt: skip
def test_who_issues_may_stand_over_a_title(lines: list[str], title: str) -> None:
    document = _document("\n".join([*lines, "", NUMBER]))
    assert (document.title, document.doc_number) == (title, NUMBER)


def test_an_order_has_its_number_and_its_organ() -> None:
    document = _document("云岭市人民政府令\n\n第8号")
    assert (document.doc_number, document.kind) == ("云岭市人民政府令第8号", "命令（令）")
    assert document.issuer == "云岭市人民政府"


def test_the_signature_of_the_text_before_is_no_part_of_a_title() -> None:
    first = f"关于春耕的通知\n\n云政发〔2021〕2号{TEXT}"
    reading = reading_of(f"{first}\n{TITLE}\n\n{NUMBER}{TEXT}")
    assert [d.title for d in reading.documents] == ["关于春耕的通知", TITLE]
    assert [d.issued_on for d in reading.documents] == ["2021-04-08", "2021-04-08"]


@pytest.mark.parametrize(
    "above", ["请认真执行。", "一、总体要求", "附件：1.名单", "2021年4月8日", "（此件公开发布）"]
)
def test_sentences_labels_and_dates_are_no_part_of_a_title(above: str) -> None:
    reading = reading_of(f"{above}\n{TITLE}\n\n{NUMBER}{TEXT}")
    assert [d.title for d in reading.documents] == [TITLE]


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("通知", "通知"),
        ("意见", "意见"),
        ("批复", "批复"),
        ("通告", "通告"),
        ("决定", "决定"),
        ("工作要点", None),
    ],
)
def test_the_kind_is_the_word_that_a_title_ends_in(ending: str, kind: str | None) -> None:
    assert _document(f"关于加强监管的{ending}\n\n{NUMBER}").kind == kind
