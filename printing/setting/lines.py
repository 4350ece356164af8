"""A line of a paragraph as WeasyPrint's boxes hold it: which characters, and how they are spaced."""

from collections.abc import Iterator
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS
from weasyprint.text.line_break import Layout

from printing.setting.fitting import fitting, giving, shortfall
from printing.setting.measuring import Measured, measured

# What widths in px lose on their way; far less than can be seen.
ROUNDING = 2
WRAPPING = frozenset(("normal", "pre-line"))
COLLAPSING = frozenset(("normal", "nowrap", "pre-line"))


class Line(Layout):
    """Characters `start` to `end` of a paragraph; stands where WeasyPrint keeps Pango's layout of a line.

    The next line begins with character `resume`; spaces before it are not set. `gap` px are added at each
    joint; `squeezed` says by how many px single marks are narrower.
    """

    def __init__(
        self, of: Measured, start: int, resume: int, squeezed: dict[int, float] | None = None
    ) -> None:
        self.of, self.start, self.resume, self.squeezed = of, start, resume, squeezed or {}
        self.text = of.text[start:resume]
        if resume < len(of.text):
            self.text = self.text.rstrip(" ")
        self.end = start + len(self.text)
        self.gap = 0.0
        self.justification_spacing = 0
        self.first_line_direction = 0
        self.max_width = None

    @property
    def joints(self) -> int:
        """Where within it it may be spaced out."""
        return self.of.joints.count(1, self.start + 1, self.end)

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
        style["letter_spacing"] = self.gap or "normal"
        super().reactivate(style)


class Paragraphs:
    """The text of one box, its paragraphs measured when they are first asked for."""

    def __init__(self, text: str, style: Any) -> None:
        self.text, self.style = text, style
        self._parts: list[tuple[int, str]] = list(_parts(text))
        self._measured: dict[int, Measured | None] = {}

    def at(self, skip: int) -> tuple[int, str]:
        """The paragraph in which byte `skip` of the text lies, and the byte where it begins."""
        return next(found for found in reversed(self._parts) if found[0] <= skip)

    def is_last(self, begin: int) -> bool:
        return begin == self._parts[-1][0]

    def measured(self, begin: int, part: str) -> Measured | None:
        if begin not in self._measured:
            self._measured[begin] = measured(part, self.style)
        return self._measured[begin]


def _parts(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for part in text.split("\n"):
        yield begin, part
        begin += len(part.encode()) + 1


def is_plain(style: Any, text: str) -> bool:
    """Whether a text is set by its measure; what else CSS can ask of a text is left to WeasyPrint."""
    return (
        style["letter_spacing"] == "normal"
        and not style["word_spacing"]
        and style["direction"] == "ltr"
        and style["white_space"] in COLLAPSING
        and style["word_break"] == "normal"
        and style["hyphens"] != "auto"
        and not any(char in text for char in "\t\r\f\u00ad\u0085\u2028\u2029")
    )


def next_line(of: Measured, start: int, room: float | None, style: Any, *, is_line_start: bool) -> Line:
    """As much of a paragraph as `room` px hold, from a character on; at least what may not be parted."""
    if room is None or style["white_space"] not in WRAPPING:
        return Line(of, start, len(of.text))
    size, units = style["font_size"] * TO_UNITS, max(room * TO_UNITS, 0) + ROUNDING
    anywhere = is_line_start and style["overflow_wrap"] != "normal"
    line = Line(of, start, fitting(of, start, units, size, anywhere=anywhere))
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
