"""Members, signatures, notes on attachments, paragraphs in a minority's script: how lines of text are set."""

import pytest

from documents.models import Block, BlockKind
from printing.blocks import PrintedBlock, runs
from printing.members import members
from printing.scripts import direction, language
from printing.signatures import signature


def test_offices_of_a_list_are_as_wide_as_the_longest() -> None:
    """组长 is spread to the width of 副组长; who has no office in his line stands under the name above."""
    found = members(["组长：王芳（副州长）", "副组长：李明（秘书长）", "赵刚（局长）"])
    assert [(line.office, line.person, line.spread) for line in found.lines] == [
        ("组长", "王芳（副州长）", 1.0),
        ("副组长", "李明（秘书长）", 0.0),
        ("", "赵刚（局长）", 0.0),
    ]
    assert found.indent == 4


@pytest.mark.parametrize(
    "lines",
    [["王芳（副州长）", "李明（秘书长）"], ["领导小组办公室：设在州水利局", "王芳"]],
)
def test_without_offices_a_list_is_names(lines: list[str]) -> None:
    """And where the word before the colon is too long for a column of its own."""
    found = members(lines)
    assert [(line.office, line.person) for line in found.lines] == [("", line) for line in lines]
    assert found.indent == 2


def test_a_list_of_long_lines_takes_the_width_of_the_page() -> None:
    """Where most would be broken in a column."""
    long = "王芳（伊河州人民政府办公厅副秘书长）"
    assert members([f"组长：{long}", long, "李明"]).is_wide
    assert not members([f"组长：{long}", "李明（局长）", "赵刚（局长）"]).is_wide


def test_the_date_stands_four_characters_from_the_right_and_the_authority_over_it() -> None:
    """Their middles are one above the other (GB/T 9704-2012); a long name goes to the edge at most."""
    name, date = signature(["伊河州人民政府", "2021年4月8日"])
    assert date.right == 4
    width = 3 + 6 * 0.55
    assert name.right + 7 / 2 == pytest.approx(date.right + width / 2, abs=0.01)
    assert signature(["伊河州人民政府供暖工作领导小组办公室", "2021年4月8日"])[0].right == 0


def test_an_authority_without_a_date_stands_two_characters_from_the_right() -> None:
    assert [line.right for line in signature(["伊河州人民政府"])] == [2]


def note(*texts: tuple[str, str]) -> list[tuple[str, str, str]]:
    """The lines of a note, from (label, text) of blocks, as word, number and title."""
    blocks = [
        Block(kind=BlockKind.ITEM if label else BlockKind.PARAGRAPH, label=label, text=text)
        for label, text in texts
    ]
    lines = [printed.note for run in runs(blocks) for printed in run.blocks]
    return [(line.begins, line.number, line.title) for line in lines if line]


def test_the_note_on_attachments_is_taken_apart() -> None:
    """Numbers stand under each other; what follows the note is text again."""
    found = note(
        ("", "附件：1.供暖时间表"), ("2.", "供暖单位名单"), ("", "供暖要落到实处。"), ("3.", "检修。")
    )
    assert found == [("附件：", "1.", "供暖时间表"), ("", "2.", "供暖单位名单")]


@pytest.mark.parametrize("word", ["附件：", "附："])
def test_numbers_of_the_note_stand_under_each_other(word: str) -> None:
    """And their titles too, whatever the word is; two characters in (GB/T 9704-2012, 7.3.4)."""
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, text=f"{word}1.供暖时间表"),
        Block(kind=BlockKind.ITEM, label="2.", text="供暖单位名单"),
    ]
    first, second = (printed.note for run in runs(blocks) for printed in run.blocks)
    assert first
    assert second
    assert first.margin == second.margin
    assert first.margin - first.hang == 2
    assert second.margin - second.hang == 2 + len(word)


def test_a_single_attachment_has_no_number() -> None:
    """Numbered items after it are items of the text."""
    assert note(("", "附件：供暖时间表"), ("1.", "检修。")) == [("附件：", "", "供暖时间表")]
    assert note(("", "附件是本通知的组成部分。")) == []


@pytest.mark.parametrize(
    ("text", "tag", "way"),
    [
        ("供暖工作要落到实处。", "", ""),
        ("ئىسسىنىش خىزمىتىنى ياخشى ئىشلەش كېرەك", "ug-Arab", "rtl"),
        ("جىلىتۋ جۇمىسى ٴجونىندە", "kk-Arab", "rtl"),
        ("سلام", "und-Arab", "rtl"),
        ("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ", "mn-Mong", ""),
        ("称“سلام”的工作要落到实处", "", ""),
    ],
)
def test_a_paragraph_in_a_minority_s_script_says_its_language(text: str, tag: str, way: str) -> None:
    """As far as its letters tell which one it is; and is read from the right where that is its way."""
    assert (language(text), direction(text)) == (tag, way)


def test_what_is_printed_is_the_text() -> None:
    """A list loses no character of its record."""
    lines = "组长：王芳\n副组长：李明\n赵刚"
    block = PrintedBlock(Block(kind=BlockKind.LIST, text=lines))
    printed = [
        f"{line.office}：{line.person}" if line.office else line.person for line in block.members.lines
    ]
    assert printed == lines.split("\n")
