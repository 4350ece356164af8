"""Pages of each kind look as they did when somebody last looked at them.

With RENEW_PICTURES=1 in the environment, the pictures beside this file are made anew; look at them before they are
committed.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from printing.manuscript import Manuscript
from printing.render import manuscript, typeset
from tests.printing.paper import Paper
from tests.printing.pictures.issue import furnished
from tests.printing.pictures.looking import difference, keep, picture
from tests.world import World

FOLDER = Path(__file__).parent
RENEW = bool(os.environ.get("RENEW_PICTURES"))
# A heading that is gone is half as much again, a column that moved by 3 mm ten times.
TOLERANCE = 0.008

# What is on each page, by which it is found; cover, contents and colophon have their places.
PAGES = {
    "title": "关于做好冬季供暖工作的通知",
    "columns": "第二章",
    "attachment": "附件2",
    "wide-table": "时限",
    "landscape": "湿地面积（公顷）",
    "notice": "伊河州人民政府干部任免通知",
    "chronicle": "伊河州要事记",
    "register": "州政府收发文目录",
    "meeting": "州人民政府召开第12次常务会议",
    "indicators": "比上年同期增减%",
}
ON_16K = ["title", "columns", "wide-table", "landscape", "indicators"]


def on(paper: str, text: Manuscript) -> Manuscript:
    return replace(text, styles=(*text.styles[:2], f"{paper}.css"))


@pytest.mark.parametrize("paper", ["a4", "k16"])
def test_pages_look_as_they_did(world: World, tmp_path: Path, paper: str) -> None:
    """On both papers: nothing has moved by 3 mm, no heading is gone."""
    pdf = tmp_path / "issue.pdf"
    pdf.write_bytes(typeset(on(paper, manuscript(furnished(world)))).pdf)
    printed = Paper(pdf.read_bytes())
    places = {
        name: printed.page_of(words, start=2)
        for name, words in PAGES.items()
        if paper == "a4" or name in ON_16K
    }
    places |= {"cover": 0, "contents": 1, "colophon": len(printed.pages) - 1}
    assert {
        name: off for name, page in places.items() if (off := _off(pdf, page, f"{paper}-{name}")) > TOLERANCE
    } == {}


def _off(pdf: Path, page: int, name: str) -> float:
    """How far a page is from its picture, which is made where it should be renewed."""
    seen, file = picture(pdf, page), FOLDER / f"{name}.png"
    if RENEW:
        keep(seen, file)
    # What differs is kept for the eye.
    seen.save(pdf.with_name(f"{name}.png"))
    return difference(seen, Image.open(file).convert("L"))


def test_a_column_that_moves_is_seen() -> None:
    """By 3 mm: 6 of the picture's dots."""
    page = Image.open(FOLDER / "a4-columns.png").convert("L")
    moved = page.copy()
    half = page.width // 2
    moved.paste(page.crop((half, 40, page.width - 6, 540)), (half + 6, 40))
    assert difference(page, page) == 0
    assert difference(page, moved) > 3 * TOLERANCE


def test_a_heading_that_is_gone_is_seen() -> None:
    """The title of a document, of two words or more."""
    page = Image.open(FOLDER / "a4-notice.png").convert("L")
    bare = page.copy()
    bare.paste(255, (60, 100, 350, 132))
    assert difference(page, bare) > TOLERANCE


def test_a_picture_of_other_paper_is_another_page() -> None:
    one, other = (Image.open(FOLDER / f"{paper}-title.png").convert("L") for paper in ("a4", "k16"))
    assert difference(one, other) == 1


def test_pictures_are_small() -> None:
    """Thirty kilobytes at most, for each change of one stays in the history for good."""
    files = list(FOLDER.glob("*.png"))
    assert len(files) == len(PAGES) + len(ON_16K) + 6
    assert max(file.stat().st_size for file in files) <= 30_000
