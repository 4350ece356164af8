"""Numbers that Word makes: numbering.xml and the counters that run through a text."""

import dataclasses
import re
from typing import Any

from intake.sources.word.counting import counted
from intake.sources.word.names import child, number, switch, value, w, whole
from intake.sources.word.styles import Styles, look_of

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
# Signs that mean something to a reader of gazettes; all others are ornaments of the page.
_SPEAKING_BULLETS = "▲△■□●○◆◇★☆"
_CLOSING = "、．.)）:：】〕，"


@dataclasses.dataclass(frozen=True)
class Level:
    """One level of a list: where it begins, how it counts, and what is printed."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    gap: str = "tab"
    restart: int | None = None
    plain_figures: bool = False
    indented: bool | None = None
    paragraph_style: str | None = None


class Numbering:
    """Gives paragraphs their printed numbers, in the order in which they come."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._lists = _by_id(root, "num", "numId")
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()
        self._levels: dict[tuple[int, int], Level] = {}

    def label(self, list_id: int, level: int) -> str:
        """The number of the next paragraph of a list's level, with the blank that follows it; "" for none."""
        found = self.level(list_id, level)
        if found is None:
            return ""
        if found.style == "bullet":
            return found.text if found.text and found.text in _SPEAKING_BULLETS else ""
        counts = self._count(list_id, level, found)

        def figure(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = self.level(list_id, place) or Level()
            style = "decimal" if found.plain_figures and other.style != "none" else other.style
            return counted(counts.get(place, other.start), style)

        text = _PLACE.sub(figure, found.text).strip()
        gap = "" if not text or found.gap == "nothing" or text[-1] in _CLOSING else " "
        return text + gap

    def level(self, list_id: int, level: int) -> Level | None:
        """A list's level; None where the file does not describe it."""
        if (list_id, level) not in self._levels and list_id in self._lists and 0 <= level < _LEVELS:
            element = self._level_element(list_id, level)
            if element is not None:
                self._levels[list_id, level] = _level(element)
        return self._levels.get((list_id, level))

    def level_of_style(self, list_id: int, style_id: str | None) -> int:
        """The level at which a list numbers the paragraphs of a style."""
        if style_id:
            for place in range(_LEVELS):
                level = self.level(list_id, place)
                if level and level.paragraph_style == style_id:
                    return place
        return 0

    def _count(self, list_id: int, level: int, found: Level) -> dict[int, int]:
        """Move the counter of a level on; the levels below it begin anew."""
        counts = self._counts.setdefault(self._counter(list_id), {})
        start = self._start_override(list_id, level)
        if start is not None and (list_id, level) not in self._started:
            counts[level] = start
        else:
            counts[level] = counts[level] + 1 if level in counts else found.start
        self._started.add((list_id, level))
        for above in range(level):
            if above not in counts:
                counts[above] = (self.level(list_id, above) or Level()).start
        for below in [place for place in counts if place > level]:
            restart = (self.level(list_id, below) or Level()).restart
            # 0: never; n: only behind level n or one above it.
            if restart is None or (restart and level < restart):
                del counts[below]
        return counts

    def _counter(self, list_id: int) -> str:
        """Lists of one description go on counting where another of them stopped."""
        return value(self._lists[list_id], "abstractNumId") or ""

    def _start_override(self, list_id: int, level: int) -> int | None:
        override = self._override(list_id, level)
        return None if override is None else number(override, "startOverride")

    def _override(self, list_id: int, level: int) -> Any | None:
        for override in self._lists[list_id].iter(w("lvlOverride")):
            if whole(override.get(w("ilvl"))) == level:
                return override
        return None

    def _level_element(self, list_id: int, level: int) -> Any | None:
        own = child(self._override(list_id, level), "lvl")
        if own is not None:
            return own
        abstract = self._abstract.get(number(self._lists[list_id], "abstractNumId") or 0)
        for _step in range(3):
            if abstract is None or value(abstract, "numStyleLink") is None:
                break
            # The description stands with another list, by way of a numbering style.
            linked = self._styles.list_of(value(abstract, "numStyleLink"))
            if linked not in self._lists:
                break
            abstract = self._abstract.get(number(self._lists[linked], "abstractNumId") or 0)
        for element in () if abstract is None else abstract.iter(w("lvl")):
            if whole(element.get(w("ilvl"))) == level:
                return element
        return None


def _by_id(root: Any | None, name: str, attribute: str) -> dict[int, Any]:
    found = {} if root is None else {whole(e.get(w(attribute))): e for e in root.iter(w(name))}
    return {key: element for key, element in found.items() if key is not None}


def _level(element: Any) -> Level:
    start = number(element, "start")
    return Level(
        start=1 if start is None else start,
        style=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        gap=value(element, "suff") or "tab",
        restart=number(element, "lvlRestart"),
        plain_figures=bool(switch(element, "isLgl")),
        indented=look_of(child(element, "pPr")).indented,
        paragraph_style=value(element, "pStyle"),
    )
