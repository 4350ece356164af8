"""The page as a typesetter looks at it: paper, register of lines, edges."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from documents.models import Block, BlockKind, Document
from printing.manuscript import Manuscript
from printing.render import entry_manuscript, typeset
from tests import world as worlds
from tests.printing.paper import Leaf, Word, leaves

# Size of the page, of its text and of its line, the type area's place; in points.
PAPERS = {
    "a4.css": {"page": (595.28, 841.89), "text": 12, "line": 20, "top": 84, "bottom": 764, "left": 69.6},
    "k16.css": {"page": (524.41, 737.01), "text": 10.5, "line": 18, "top": 74, "bottom": 668, "left": 62.7},
}
CHAPTER = re.compile(r"第.章\s*(供暖)?|供暖")
SENTENCE = "供暖工作要落到实处，各县市要按时检修设施。"


def furnish(document: Document) -> None:
    """All that stands in columns: headings of each level, chapters, a list, a narrow table, a note, a signature."""
    document.blocks.all().delete()
    blocks: list[tuple[str, dict[str, object]]] = [("paragraph", {"text": SENTENCE * 12})]
    for number, label in enumerate("一二三四五六", 1):
        blocks += [
            ("heading", {"level": 2, "label": f"第{label}章", "text": "供暖"}),
            ("heading", {"level": 2, "label": f"{label}、", "text": "工作任务"}),
            ("heading", {"level": 3, "label": "（一）", "text": "检修设施"}),
            ("article", {"level": 3, "label": f"第{label}条", "text": SENTENCE * number}),
            ("table", {"rows": [["县市", "日期"], ["东河县", "10月15日"], ["西河县", "10月15日\n11月"]]}),
            ("list", {"text": "组长：王芳\n副组长：李明（局长）\n赵刚"}),
            ("paragraph", {"text": SENTENCE * number * 2}),
        ]
    blocks += [
        ("paragraph", {"text": "附件：1.供暖时间表"}),
        ("item", {"label": "2.", "text": "伊河州供暖单位和供暖设施检修单位名单"}),
        ("signature", {"text": "伊河州人民政府\n2021年4月8日"}),
    ]
    for position, (kind, fields) in enumerate(blocks, 1):
        Block.objects.create(document=document, position=position, kind=kind, **fields)


def printed(document: Document, paper: str, folder: Path) -> list[Leaf]:
    assert document.entry
    text = entry_manuscript(document.entry)
    assert text
    return leaves(typeset(on(text, paper)).pdf, folder)


def on(text: Manuscript, paper: str) -> Manuscript:
    return replace(text, styles=(*text.styles[:2], paper))


def inside(leaf: Leaf, paper: dict[str, object]) -> list[Word]:
    """The words of the type area: neither running head nor folio."""
    return [word for word in leaf.words if paper["top"] <= word.top and word.bottom <= paper["bottom"] + 4]


@pytest.mark.parametrize("name", PAPERS)
def test_lines_of_both_columns_stand_level(world: worlds.World, tmp_path: Path, name: str) -> None:
    """Whatever stands between them, all lines of the text are whole lines from the top of the page."""
    furnish(world.first)
    paper = PAPERS[name]
    # A chapter's title stands in the middle of two lines.
    words = [
        word
        for leaf in printed(world.first, name, tmp_path)
        for word in inside(leaf, paper)
        if not CHAPTER.fullmatch(word.text)
    ]
    # Words of the text's own face and size, which are the most.
    heights = Counter(round(word.bottom - word.top, 2) for word in words)
    ((height, number),) = heights.most_common(1)
    tops = [word.top for word in words if round(word.bottom - word.top, 2) == height]
    assert number > 60
    assert {round((top - tops[0]) / paper["line"], 1) % 1 for top in tops} == {0.0}


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_has_its_size_and_its_edges(world: worlds.World, tmp_path: Path, name: str) -> None:
    """A4 or 16开; nothing stands outside the type area but running heads and folio."""
    furnish(world.first)
    paper = PAPERS[name]
    for leaf in printed(world.first, name, tmp_path):
        assert (leaf.width, leaf.height) == pytest.approx(paper["page"], abs=0.1)
        for word in leaf.words:
            assert word.left > paper["left"] - 1
            assert word.right < leaf.width - paper["left"] + 1


def test_no_more_than_a_line_is_empty_at_the_foot_of_a_page(world: worlds.World, tmp_path: Path) -> None:
    """Running text fills its page: 34 lines on A4."""
    world.first.blocks.all().delete()
    Block.objects.create(document=world.first, position=1, kind=BlockKind.PARAGRAPH, text=SENTENCE * 200)
    full = printed(world.first, "a4.css", tmp_path)[1]
    tops = sorted({round(word.top, 1) for word in inside(full, PAPERS["a4.css"])})
    assert len(tops) == 34
    assert tops[0] - 84 < 10


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("paragraph", {"text": f"网址https://{'abcdefghij' * 20}。"}),
        ("heading", {"level": 1, "text": "x" * 200}),
        ("table", {"rows": [["网址", "说明"], ["x" * 200, "一"]]}),
        ("table", {"rows": [["县市", *(f"指标{n}" for n in range(39))], ["东河县", *["123.45"] * 39]]}),
        ("table", {"rows": [["序号", "任务", "时限"], ["1", "检修供暖设施。" * 700, "10月"]]}),
        ("list", {"text": f"组长：{'王' * 60}"}),
    ],
)
def test_nothing_runs_out_of_the_page(
    world: worlds.World, tmp_path: Path, name: str, kind: str, fields: dict[str, object]
) -> None:
    """Unbroken letters, forty columns, five thousand characters in a cell: they stay within the margins."""
    Block.objects.create(document=world.first, position=50, kind=kind, **fields)
    for leaf in printed(world.first, name, tmp_path):
        for word in leaf.words:
            assert word.left > 55
            assert word.right < leaf.width - 55
            assert word.bottom < leaf.height - 30


def test_a_title_of_three_hundred_characters_stays_on_its_page(world: worlds.World, tmp_path: Path) -> None:
    """In full, between the margins; the text begins under it or on the next page."""
    world.first.title = ("关于做好冬季供暖工作并保护湿地的意见和" * 20)[:300]
    world.first.save()
    pages = printed(world.first, "a4.css", tmp_path)
    whole = "".join(word.text for leaf in pages for word in leaf.words)
    assert world.first.title in whole
    assert all(word.right < leaf.width - 69 for leaf in pages for word in leaf.words)
