"""How headings rank and where anchors stand in texts of several parts."""

import pytest

from documents.models import Block, BlockKind, Document
from documents.presentation import Part, outline
from documents.references import References, mentions


@pytest.fixture
def references(db: None) -> References:
    return References(Document(), [], [])


def parts(references: References, *blocks: tuple[BlockKind, int, str, str]) -> list[Part]:
    made = [Block(kind=kind, level=level, label=label, text=text) for kind, level, label, text in blocks]
    return outline(Document(title="通知"), made, [], references).parts


def heading(level: int, label: str = "", text: str = "甲") -> tuple[BlockKind, int, str, str]:
    return BlockKind.HEADING, level, label, text


def test_a_text_that_begins_deep_begins_at_the_top(references: References) -> None:
    """Ranks follow the nesting, not the printed levels: none is skipped."""
    made = parts(references, heading(3), heading(4), heading(2), heading(5))
    assert [part.rank for part in made] == [2, 3, 2, 3]


def test_a_section_is_counted_within_its_chapter(references: References) -> None:
    made = parts(
        references, heading(2, "第一章"), heading(3, "第一节"), heading(2, "第二章"), heading(3, "第一节")
    )
    assert [part.anchor for part in made] == ["zhang-1", "zhang-1-jie-1", "zhang-2", "zhang-2-jie-1"]


def test_the_parts_of_an_issued_text_are_counted_as_if_it_stood_alone(references: References) -> None:
    made = parts(references, heading(1), heading(2, "一、"), heading(3, "（二）"))
    assert [part.anchor for part in made] == ["biaoti", "bufen-1", "bufen-1-2"]


def test_a_number_is_read_with_every_beginning_that_it_may_have() -> None:
    """Where the sentence ends and the issuer begins, only the documents held here can tell."""
    found = mentions("根据新政发[2018]第03号")
    assert [number for number, _start in found[0].readings()] == [
        "根据新政发〔2018〕3号",
        "据新政发〔2018〕3号",
        "新政发〔2018〕3号",
        "政发〔2018〕3号",
    ]


@pytest.mark.parametrize("text", ["", "2018年第3号", "〔2018〕3号", "见第三条"])
def test_what_names_no_document_is_no_mention(text: str) -> None:
    assert mentions(text) == []
