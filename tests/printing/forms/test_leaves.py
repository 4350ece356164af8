"""A document's blocks as leaves: what begins a page, what is said of attachments, who signs."""

import pytest

from documents.models import Block, BlockKind
from printing.forms.leaves import Note, Signature, leaves_of, set_blocks
from tests.printing.forms.texts import annex, heading, item, paragraph, signature


def table(columns: int) -> Block:
    return Block(kind=BlockKind.TABLE, rows=[["一"] * columns] * 2)


def test_an_issued_text_and_each_attachment_begin_a_page() -> None:
    within = Block(kind=BlockKind.PARAGRAPH, text="时间表。", attachment_id=1)
    blocks = [paragraph("现印发你们。"), signature(), heading("", "供暖办法", 1), paragraph("正文。"), within]
    leaves = leaves_of(blocks, [annex()]).leaves
    assert [(leaf.label, leaf.title) for leaf in leaves] == [
        ("", ""),
        ("", "供暖办法"),
        ("附件1", "供暖时间表"),
    ]
    assert [len(leaf.items) for leaf in leaves] == [2, 1, 1]


def test_an_attachment_that_was_announced_but_not_printed_has_no_page() -> None:
    assert len(leaves_of([paragraph("正文。")], [annex()]).leaves) == 1


def test_lines_of_the_note_on_attachments_belong_together() -> None:
    """附件：1. and the items that count on from it; another item is text."""
    made = set_blocks([paragraph("附件：1.名单"), item("2.", "时间表"), item("1.", "按时供暖。")], depth=1)
    assert made[0] == Note([("1.", "名单"), ("2.", "时间表")])
    assert [each.kind for each in made] == ["note", "item"]


def test_a_single_attachment_has_no_number() -> None:
    (note,) = set_blocks([paragraph("附件：时间表")], depth=1)
    assert note == Note([("", "时间表")])


@pytest.mark.parametrize("text", ["附件要求如下：", "见附件：", "附件"])
def test_a_sentence_on_attachments_is_text(text: str) -> None:
    assert [each.kind for each in set_blocks([paragraph(text)], depth=1)] == ["paragraph"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("伊河州人民政府\n2021年4月8日", Signature(["伊河州人民政府"], "2021年4月8日")),
        ("州财政局\n州教育局\n二〇二一年四月八日", Signature(["州财政局", "州教育局"], "二〇二一年四月八日")),
        ("州长　阿依古丽", Signature(["州长　阿依古丽"], "")),
        ("2021年4月8日", Signature([], "2021年4月8日")),
    ],
)
def test_the_last_line_of_a_signature_is_its_date(text: str, expected: Signature) -> None:
    assert set_blocks([signature(text)], depth=1) == [expected]


def test_whom_copies_go_to_stands_apart() -> None:
    """As the text has it, and only where the text ends with it."""
    made = leaves_of([paragraph("正文。"), paragraph("抄送：州监委。")], [])
    assert made.copies == "抄送：州监委。"
    assert len(made.leaves[0].items) == 1
    assert leaves_of([paragraph("抄送：州监委。"), paragraph("正文。")], []).copies == ""
    assert leaves_of([], []).leaves[0].items == []


def test_a_very_wide_table_turns_the_page_and_takes_its_heading_along() -> None:
    leaf = leaves_of(
        [paragraph("正文。"), heading("", "任务表", 2), table(11), paragraph("正文。")], []
    ).leaves[0]
    assert [(run.wide, len(run.items)) for run in leaf.runs] == [(False, 1), (True, 2), (False, 1)]


@pytest.mark.parametrize(("level", "depth", "rank"), [(2, 1, 2), (3, 1, 3), (2, 2, 3), (5, 2, 6), (0, 1, 2)])
def test_ranks_of_headings_follow_on_from_the_title(level: int, depth: int, rank: int) -> None:
    """The title is h1, that of an issued text or attachment h2; no rank is left out."""
    (made,) = set_blocks([heading("一、", "要求", level)], depth)
    assert made.rank == rank
