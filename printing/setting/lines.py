"""A line of a paragraph as WeasyPrint's boxes hold it: which characters, and how they are spaced."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS
from weasyprint.text.line_break import Layout

from printing.breaks import OPEN, TIGHT
from printing.setting.fitting import fitting, giving, leaves_one, shortfall, with_company
from printing.setting.measuring import Measured, measured

# What widths in px lose on their way; far less than can be seen.
ROUNDING = 2
WRAPPING = frozenset(("normal", "pre-line"))
# What ends a line or moves it besides the line feed, and places for hyphens.
SPECIAL = re.compile("[\t\r\f\u00ad\u0085\u2028\u2029]")
# By this much of an em characters may stand closer, all alike.
CLOSER = 0.05
COLLAPSING = frozenset(("normal", "nowrap", "pre-line"))


class Line(Layout):
    """Characters `start` to `end` of a paragraph; stands where WeasyPrint keeps Pango's layout of a line.

    The next line begins with character `resume`; spaces before it are not set. `gap` px are added at each
    joint and `opened` px more at those that are open; `squeezed` says by how many px single marks are narrower.
    """

    def __init__(
        self, of: Measured, start: int, resume: int, squeezed: dict[int, float] | None = None
    ) -> None:
        self.of, self.start, self.resume, self.squeezed = of, start, resume, squeezed or {}
        self.text = of.text[start:resume]
        if resume < len(of.text):
            self.text = self.text.rstrip(" ")
        self.end = start + len(self.text)
        self.gap = self.opened = 0.0
        self.justification_spacing = 0
        self.first_line_direction = 0
        self.max_width = None

    @property
    def joints(self) -> int:
        """In how many places within it it may be spaced out."""
        return max(self.end - self.start - 1, 0) - self.of.joints.count(TIGHT, self.start + 1, self.end)

    @property
    def open_joints(self) -> int:
        return self.of.joints.count(OPEN, self.start + 1, self.end)

    @property
    def width(self) -> float:
        """In px, without gaps."""
        return (self.of.edges[self.end] - self.of.edges[self.start]) * FROM_UNITS - sum(
            self.squeezed.values()
        )

    def deactivate(self) -> None:
        if "layout" in self.__dict__:
            super().deactivate()

    def reactivate(self, style: Any) -> None:
        """Have Pango lay it out after all, for what is not drawn by `drawing`: cut or struck out."""
        style = style.copy()
        own = style["letter_spacing"]
        style["letter_spacing"] = self.gap + (0 if own == "normal" else own) or "normal"
        super().reactivate(style)


class Paragraphs:
    """The text of one box, its paragraphs measured when they are first asked for.

    `plain` is whether it is set by its measure at all.
    """

    def __init__(self, text: str, style: Any) -> None:
        self.style = style
        self.plain = is_plain(style, text)
        self._parts = text.split("\n")
        self._begins = [0, *accumulate(len(part.encode()) + 1 for part in self._parts[:-1])]
        self._measured: dict[int, Measured | None] = {}

    def at(self, skip: int) -> tuple[int, str]:
        """The paragraph in which byte `skip` of the text lies: the byte where it begins, and itself."""
        index = bisect_right(self._begins, skip) - 1
        return self._begins[index], self._parts[index]

    def is_last(self, begin: int) -> bool:
        return begin == self._begins[-1]

    def measured(self, begin: int, part: str) -> Measured | None:
        if begin not in self._measured:
            self._measured[begin] = measured(part, self.style)
        return self._measured[begin]


def is_plain(style: Any, text: str) -> bool:
    """Whether a text is set by its measure; what else CSS can ask of a text is left to WeasyPrint."""
    return (
        bool(text and style["font_size"])
        and _is_close(style["letter_spacing"], style["font_size"])
        and not style["word_spacing"]
        and style["direction"] == "ltr"
        and style["white_space"] in COLLAPSING
        and style["word_break"] == "normal"
        and style["hyphens"] != "auto"
        and not SPECIAL.search(text)
    )


def _is_close(spacing: Any, size: float) -> bool:
    """Whether characters stand as they do, or a hair closer so that a whole number of them fills the line."""
    return spacing == "normal" or -CLOSER * size <= spacing <= 0


def next_line(
    of: Measured,
    start: int,
    room: float | None,
    style: Any,
    *,
    anywhere: bool = False,
    closes: Callable[[], bool] = lambda: True,
) -> Line:
    """As much of a paragraph as `room` px hold, from a character on.

    At least what may not be parted, or what may be parted `anywhere` a character of. Asked for is whether what is
    measured `closes` its paragraph, whose last line is not to hold a single character.
    """
    if room is None or style["white_space"] not in WRAPPING:
        return Line(of, start, len(of.text))
    size, units = style["font_size"] * TO_UNITS, max(room * TO_UNITS, 0) + ROUNDING
    end = fitting(of, start, units, size, anywhere=anywhere)
    if leaves_one(of, end) and closes():
        end = with_company(of, start, end, units, size)
    line = Line(of, start, end)
    line.squeezed = _squeezed(of, start, line.end, units, size)
    return line


def _squeezed(of: Measured, start: int, end: int, room: float, size: float) -> dict[int, float]:
    """By how many px each mark is narrower, all in the same measure, so that the line fits."""
    lacking = shortfall(of, start, end, room)
    if lacking <= 0:
        return {}
    given = giving(of, start, end, size)
    share = lacking / sum(given.values()) if given else 2
    return {index: room * share * FROM_UNITS for index, room in given.items()} if share <= 1 else {}
