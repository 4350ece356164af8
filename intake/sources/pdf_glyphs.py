"""A PDF page's characters, cleaned: each printed one once, as ordinary Chinese, and runs of them."""

import dataclasses
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, TypeVar

# What a run is parted by, and what counts as a blank between two characters, in ems.
_RUN_GAP = 0.7
_BLANK_GAP = 0.5
# What a mark of full width may be narrowed by, in ems.
_SQUEEZED = 0.5
_MARKS = set("，。、；：？！）》〉】〕”’（《〈【〔“‘")
_LATIN_GAP = 0.2
_SAME_LEVEL = 0.08
_RECOGNISED_GAP = 1.2
# A blank that the file itself holds, and that is seen.
_TYPED_GAP = 0.18
# Radicals that stand for characters of simplified Chinese and have no compatibility mapping, or one to
# another form of the character.
_RADICALS = dict(
    zip(
        "⺁⺄⺇⺈⺊⺌⺍⺎⺙⺠⺡⺢⺣⺥⺩⺬⺮⺯⺸⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻟⻢⻣⻤⻥⻦⻨⻩⻪⻬⻮⻰⻳⼾",
        "厂乙几刀卜小小兀攵民氵氺灬爫王礻竹糸羊月虎西见角贝车长长门青韦页风飞食饣马骨鬼鱼鸟麦黄黾齐齿龙龟户",
        strict=True,
    )
)
_FOLDED_BLOCKS = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0xFB00, 0xFB06), (0xFE10, 0xFE1F), (0xFE30, 0xFE4F))
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
UNKNOWN = "\ufffd"


@dataclasses.dataclass(slots=True)
class Glyph:
    """One printed character, or a recognised word, in points from the page's upper left corner.

    `confidence` is OCR's, 0 to 100; None is what the file itself says.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    blank_before: bool = False
    confidence: float | None = None

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclasses.dataclass(slots=True)
class Run:
    """Characters side by side on one line, without a wide gap."""

    glyphs: list[Glyph]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        return joined(self.glyphs)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Thing = TypeVar("Thing", Glyph, Run)


def fold_radicals(text: str) -> str:
    """Radicals, compatibility ideographs, ligatures and vertical forms as the characters that they look like."""
    if all(ord(char) < 0x2E80 or 0x3000 <= ord(char) < 0xF900 or ord(char) >= 0xFF00 for char in text):
        return text
    return "".join(_RADICALS.get(char) or _folded(char) for char in text)


def _folded(char: str) -> str:
    if any(first <= ord(char) <= last for first, last in _FOLDED_BLOCKS):
        plain = unicodedata.normalize("NFKC", char)
        # Vertical forms are of full-width marks.
        return plain.translate(_FULL_WIDTH) if 0xFE10 <= ord(char) <= 0xFE4F else plain
    return char


def glyphs_of(chars: Iterable[dict[str, Any]]) -> list[Glyph]:
    """The upright characters of a page, those printed twice for boldness once; blanks are gaps."""
    glyphs: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    blank = False
    for char in chars:
        text = char["text"]
        if text.startswith("(cid:") or text == "\x00":
            text = UNKNOWN
        if not text.strip():
            blank = True
            continue
        glyph = _glyph(text, char, blank_before=blank)
        blank = False
        if not _is_double(glyph, seen):
            glyphs.append(glyph)
    return glyphs


def _glyph(text: str, char: dict[str, Any], *, blank_before: bool) -> Glyph:
    size = max(char["size"], 0.1)
    x0, x1 = char["x0"], char["x1"]
    # Some Chinese faces come without widths, or with wrong ones; a character is one em wide.
    if unicodedata.east_asian_width(text[0]) == "W" and not 0.3 <= (x1 - x0) / size <= 1.3:
        x1 = x0 + size
    return Glyph(fold_radicals(text), x0, max(x1, x0), char["top"], char["bottom"], size, blank_before)


def _is_double(glyph: Glyph, seen: dict[tuple[str, int, int], list[Glyph]]) -> bool:
    """Whether the same character has been printed at nearly the same place; it is noted otherwise."""
    near = min(0.15 * glyph.size, 0.5 * max(glyph.x1 - glyph.x0, 0.2))
    column, row = int(glyph.x0 // 4), int(glyph.top // 4)
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            for other in seen.get((glyph.text, x, y), ()):
                if abs(other.x0 - glyph.x0) < near and abs(other.top - glyph.top) < 0.15 * glyph.size:
                    return True
    seen.setdefault((glyph.text, column, row), []).append(glyph)
    return False


def rows_of(things: Iterable[Thing]) -> list[list[Thing]]:
    """What stands on one line each, from top to bottom, and from left to right in it.

    What stands at the same height stays together, so that lines of columns that are out of step do not
    take characters from each other.
    """
    level: list[list[Thing]] = []
    for thing in sorted(things, key=lambda thing: thing.middle):
        if level and thing.middle - level[-1][-1].middle < _SAME_LEVEL * thing.size:
            level[-1].append(thing)
        else:
            level.append([thing])
    rows: list[list[Thing]] = []
    for group in level:
        if rows and _on_one_line(rows[-1][0], group[0]):
            rows[-1] += group
        else:
            rows.append(group)
    return [sorted(row, key=lambda thing: thing.x0) for row in rows]


def _on_one_line(one: Glyph | Run, other: Glyph | Run) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def runs_of(glyphs: Iterable[Glyph]) -> list[Run]:
    """The runs of a page's or a cell's characters, in no reading order yet: line by line."""
    runs: list[Run] = []
    for row in rows_of(glyphs):
        group: list[Glyph] = []
        for glyph in row:
            em = max(group[-1].size, glyph.size) if group else 0
            if group and glyph.x0 - group[-1].x1 > _RUN_GAP * em:
                runs.append(run_of(group))
                group = []
            group.append(glyph)
        runs.append(run_of(group))
    return runs


def run_of(glyphs: list[Glyph]) -> Run:
    size = Counter(round(glyph.size, 1) for glyph in glyphs).most_common(1)[0][0]
    main = [glyph for glyph in glyphs if abs(glyph.size - size) < 0.2] or glyphs
    return Run(
        glyphs,
        min(glyph.x0 for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        statistics.median(glyph.top for glyph in main),
        statistics.median(glyph.bottom for glyph in main),
        size,
    )


def joined(glyphs: list[Glyph]) -> str:
    """The text of a line's characters, with a blank where one is printed."""
    blanks = [_has_blank(before, glyph) for before, glyph in pairwise(glyphs)]
    # A title whose characters are all set apart is one word.
    if len(glyphs) > 3 and all(blanks) and _evenly_apart(glyphs):
        blanks = [False] * len(blanks)
    text = glyphs[0].text if glyphs else ""
    for glyph, blank in zip(glyphs[1:], blanks, strict=True):
        text += (" " if blank else "") + glyph.text
    return text


def _has_blank(before: Glyph, glyph: Glyph) -> bool:
    em, gap = max(before.size, glyph.size), glyph.x0 - before.x1
    if before.text[-1].isascii() and glyph.text[0].isascii():
        return gap > _LATIN_GAP * em or (glyph.blank_before and gap > 0.1 * em)
    if glyph.confidence is not None:
        # Recognised words stand apart by chance.
        return gap > _RECOGNISED_GAP * em
    # A mark may have given its half em to the line, which then lies beside it.
    beside_mark = _SQUEEZED if {before.text[-1], glyph.text[0]} & _MARKS else 0
    return gap > ((_TYPED_GAP if glyph.blank_before else _BLANK_GAP) + beside_mark) * em


def _evenly_apart(glyphs: list[Glyph]) -> bool:
    gaps = [glyph.x0 - before.x1 for before, glyph in pairwise(glyphs)]
    return max(gaps) - min(gaps) < 0.5 * glyphs[0].size
