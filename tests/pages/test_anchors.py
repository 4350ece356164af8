"""Anchors are derived from labels; no database is needed."""

import pytest

from documents.anchors import Anchors, value_of
from documents.models import Attachment, Block, BlockKind


def anchor(label: str, scope: str = "", parent: str = "", anchors: Anchors | None = None) -> str:
    block = Block(kind=BlockKind.ARTICLE, label=label)
    return (anchors or Anchors()).block(block, scope, parent)


@pytest.mark.parametrize(
    ("count", "value"),
    [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("一百零二", 102), ("一百一十", 110), ("37", 37)],
)
def test_chinese_figures_are_counted(count: str, value: int) -> None:
    assert value_of(count) == value


@pytest.mark.parametrize(
    ("label", "scope", "parent", "wanted"),
    [
        ("第三条", "", "zhang-1", "tiao-3"),
        ("第三条之二", "", "", "tiao-3-2"),
        ("第十一章", "", "", "zhang-11"),
        ("第二节", "", "zhang-3", "zhang-3-jie-2"),
        ("一、", "", "", "bufen-1"),
        ("（三）", "", "bufen-1", "bufen-1-3"),
        ("第三条", "fujian-2", "", "fujian-2-tiao-3"),
        ("", "", "", "biaoti"),
    ],
)
def test_an_anchor_is_its_label(label: str, scope: str, parent: str, wanted: str) -> None:
    """Articles count through the whole text, parts within the part above, all within their attachment."""
    assert anchor(label, scope, parent) == wanted


def test_no_anchor_is_given_twice() -> None:
    """A second 第三条 takes the place neither of the first nor of 第三条之二."""
    anchors = Anchors()
    given = [anchor(label, anchors=anchors) for label in ("第三条", "第三条之二", "第三条", "第三条")]
    assert given == ["tiao-3", "tiao-3-2", "tiao-3_2", "tiao-3_3"]


def test_attachments_are_counted_as_labelled_else_as_placed() -> None:
    anchors = Anchors()
    annexes = [Attachment(label="附件2", position=1), Attachment(label="附件", position=3)]
    assert [anchors.attachment(annex) for annex in annexes] == ["fujian-2", "fujian-3"]
