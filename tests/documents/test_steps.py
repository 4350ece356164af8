"""The table of contents of long texts; no database is needed."""

from documents.models import Block, BlockKind, Document
from documents.presentation import outline
from documents.steps import MOST
from tests.documents.test_places import ARTICLE, HEADING, ITEM, Unlinked, Written


def names(*written: Written) -> list[tuple[int, str]]:
    blocks = [Block(kind=kind, level=level, label=label, text=text) for kind, level, label, text in written]
    steps = outline(Document(title="通知"), blocks, [], Unlinked()).steps
    return [(step.rank, step.name) for step in steps]


def test_headings_that_run_into_their_paragraphs_are_steps_too() -> None:
    """By label and first sentence; what is one sentence, too long for a heading or deeper down is none."""
    assert names(
        (HEADING, 2, "一、", "任务"),
        (ITEM, 3, "（一）", "优化环境。进一步简化流程，缩短时间。"),
        (ITEM, 4, "1.", "简化流程。按时完成。"),
        (HEADING, 3, "（二）", "加强领导。"),
        (ITEM, 3, "（三）", "按时供暖。"),
        (ITEM, 3, "（四）", "长" * 41 + "。下一句。"),
    ) == [(2, "一、任务"), (3, "（一）优化环境"), (3, "（二）加强领导")]


def test_items_of_an_article_are_no_headings() -> None:
    assert names(
        (HEADING, 2, "第一章", "总则"),
        (ARTICLE, 3, "第一条", "原则："),
        (ITEM, 3, "（一）", "公平。不得歧视。"),
    ) == [(2, "第一章\u3000总则")]


def test_a_text_without_chapters_is_entered_by_its_articles() -> None:
    articles = [(ARTICLE, 3, f"第{count}条", "为保护环境，制定本办法。") for count in "一二三四五"]
    assert names(*articles)[0] == (2, "第一条\u3000为保护环境…")


def test_of_very_many_steps_the_lower_ranks_are_left_out() -> None:
    chapters = [(HEADING, 2, f"第{count}章", "总则") for count in "一二三四五六"]
    sections = [(HEADING, 3, "第一节", "甲")] * (MOST // 4)
    assert len(names(*chapters, *sections)) == 6 + MOST // 4
    assert [rank for rank, _name in names(*chapters, *(sections * 4))] == [2] * 6


def test_kinds_that_are_no_headings_are_no_steps() -> None:
    assert names(*[(kind, 0, "", "内容。") for kind in (BlockKind.PARAGRAPH, BlockKind.LIST)]) == []
