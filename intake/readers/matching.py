"""Finding the lines of a text that are most like a title of the contents."""

import re
from collections.abc import Iterator

from intake.lines import Line
from intake.readers.titles import LONGEST_TITLE
from intake.text import close_up, ends_sentence, fold, glue, likeness

_ALIKE = 0.72
_TITLE_LINES = 3
# Two titles that are alike to that degree share at least half of their characters.
_SHARED = 0.5
# Where a title stands, its first and last line as indices [first, end), and its wording.
Place = tuple[int, int, str]


class TitleIndex:
    """The lines of a source that can be a title, to be searched for many titles."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._characters: dict[int, frozenset[str]] = {}

    def most_like(self, title: str, first: int, end: int) -> Place | None:
        """The one to three lines in [first, end) that are most like a title; None where none is like it."""
        # The contents may add the period in brackets: 要事记（1月1日—2月28日）.
        plain = re.sub(r"[（(][^（）()]*[）)]$", "", title)
        wanted = frozenset(fold(title))
        best, place = _ALIKE, None
        for start in range(first, end):
            if not _may_open(self._lines[start]) or not self._shares(start, wanted):
                continue
            for stop, text in self._wordings(start, title):
                alike = max(likeness(text, title), likeness(text, plain) if plain != title else 0)
                if alike > best:
                    best, place = alike, (start, stop, close_up(text))
            if best == 1:
                break
        return place

    def _shares(self, start: int, wanted: frozenset[str]) -> bool:
        if start not in self._characters:
            text = "".join(line.text for line in self._lines[start : start + _TITLE_LINES])
            self._characters[start] = frozenset(fold(text))
        return len(self._characters[start] & wanted) >= _SHARED * len(wanted)

    def _wordings(self, start: int, title: str) -> Iterator[tuple[int, str]]:
        text = ""
        for stop in range(start, min(start + _TITLE_LINES, len(self._lines))):
            line = self._lines[stop]
            if line.cells or (line.blank and stop > start and not self._lines[start].heading):
                return
            if line.blank:
                continue
            text = glue(text, line.text)
            if len(text) > len(title) * 1.5 + 12:
                return
            yield stop + 1, text


def _may_open(line: Line) -> bool:
    return (
        not line.blank and not line.cells and len(line.text) <= LONGEST_TITLE and not ends_sentence(line.text)
    )
