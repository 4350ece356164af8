"""Contents without page numbers behind the titles: as a table, with the page before, or titles alone."""

import re
from collections.abc import Callable

from intake.lines import Line, is_rule
from intake.readers import pages
from intake.readers.contents_entries import RANGE_NUMBER, section_name, title_and_number
from intake.readers.numbers import is_number_line, own_number
from intake.readers.shapes import is_title, starts_like_title
from intake.reading import ContentsEntry, ranges_of
from intake.text import close_up, fold, glue, open_marks, squeeze

_HEAD = re.compile(r"标题|题目|篇名|名称|文号|字号|页码|页次|栏目|类别|序号")
_LONGEST_LINE = 120
_LONGEST_CONTENTS = 400
_SHORTEST_TITLE = 6
_LONGEST_HEADING = 14
_TITLE_LINES = 4


def read_rows(lines: list[Line], start: int) -> tuple[list[ContentsEntry], int] | None:
    """Contents whose lines are rows of three and more cells, and where they end; None where they are not.

    The page is the last cell of figures, the number the cell that is one, the title the longest of the rest.
    """
    entries: list[ContentsEntry] = []
    section, end = "", start
    waiting: list[int] = []
    for place in range(start, min(start + _LONGEST_CONTENTS, len(lines))):
        line = lines[place]
        if line.blank or is_rule(line):
            waiting += [] if line.blank else [line.number]
            continue
        cells = [cell for cell in line.cells or () if cell]
        if not cells:
            break
        entry = _row(cells, section)
        if entry is None:
            section = section_name(cells[0]) if len(cells) == 1 else section
            waiting.append(line.number)
        else:
            entry.lines = ranges_of([*waiting, line.number])
            entries.append(entry)
            waiting, section = [], entry.section
        end = place + 1
    wide = sum(len([cell for cell in lines[n].cells or () if cell]) > 2 for n in range(start, end))
    if len(entries) < 2 or wide < len(entries) // 2:
        return None
    return entries, end


def _row(cells: list[str], section: str) -> ContentsEntry | None:
    if len(cells) < 2 or all(_HEAD.search(cell) and len(cell) < 8 for cell in cells):
        return None
    page = cells[-1] if re.fullmatch(r"[（(]?\d{1,4}[）)]?", cells[-1]) else None
    number = next((cell for cell in cells if is_number_line(cell)), None)
    words = [cell for cell in cells if cell not in {page, number} and not re.fullmatch(r"\d{1,4}", cell)]
    if not words:
        return None
    title, inside = title_and_number([max(words, key=len)])
    named = words[0] if len(words) > 1 and words[0] != max(words, key=len) else ""
    return ContentsEntry(
        section=section_name(named) if named else section,
        title=title,
        doc_number=own_number(number) if number else inside,
        page=page.strip("（()）") if page else None,
        lines=[],
    )


class LeadingReader:
    """Lines that begin with the page: (1) 关于…; what follows without a page goes on with the title."""

    def __init__(self, is_section: Callable[[Line], bool]) -> None:
        self.is_section = is_section
        self.entries: list[ContentsEntry] = []
        self.section = ""
        self.waiting: list[int] = []
        self.parts: list[str] = []

    def take(self, line: Line) -> None:
        page = pages.before(line)
        if page:
            self._settle()
            entry = ContentsEntry(self.section, "", None, page.page, ranges_of([*self.waiting, line.number]))
            self.entries.append(entry)
            self.parts, self.waiting = [page.text], []
        elif line.blank:
            return
        elif self.is_section(line) or not self.entries or self._is_heading(line):
            self._settle()
            self.section = section_name(line.text) if not is_rule(line) else self.section
            self.waiting.append(line.number)
        else:
            self.parts.append(pages.without_leader(line.text))
            last = self.entries[-1]
            last.lines = ranges_of([*(n for a, b in last.lines for n in range(a, b + 1)), line.number])

    def close(self) -> list[ContentsEntry]:
        self._settle()
        return self.entries

    def _is_heading(self, line: Line) -> bool:
        """Whether a line behind a complete title heads what follows."""
        text = "".join(self.parts)
        complete = is_title(squeeze(text)) or RANGE_NUMBER.search(text)
        if line.text.startswith(("（", "(")):
            return False
        return bool(complete) and len(line.text) <= _LONGEST_HEADING and not RANGE_NUMBER.search(line.text)

    def _settle(self) -> None:
        if self.entries and self.parts:
            self.entries[-1].title, self.entries[-1].doc_number = title_and_number(self.parts)
            self.parts = []


def text_start(lines: list[Line], start: int) -> int | None:
    """Where the text begins behind contents without pages: where one of their titles comes again."""
    seen: dict[str, int] = {}
    first = None
    for place in range(start, min(start + _LONGEST_CONTENTS, len(lines))):
        line = lines[place]
        if line.blank:
            continue
        if len(line.text) > _LONGEST_LINE or (line.text.endswith("。") and len(line.text) > 20):
            return None
        for key, end in _glued(lines, place):
            held = seen.get(key)
            if held is not None and (held == first or _opens_text(lines, end)):
                return place
        for key, _end in _glued(lines, place):
            seen.setdefault(key, place)
        first = (
            place if first is None and len(fold(line.text)) >= _SHORTEST_TITLE and not _short(line) else first
        )
    return None


def _short(line: Line) -> bool:
    return len(line.text) <= 12 and not is_title(line.text)


def _glued(lines: list[Line], place: int) -> list[tuple[str, int]]:
    """The wording of one to four lines from `place` on, and the index behind them."""
    glued: list[tuple[str, int]] = []
    text = ""
    # A number line goes on with the title over it; before the next one it would make that title come twice.
    if is_number_line(lines[place].text):
        return glued
    for end in range(place, min(place + _TITLE_LINES + 2, len(lines))):
        if lines[end].blank:
            continue
        text += lines[end].text
        if len(fold(text)) >= _SHORTEST_TITLE:
            title, _number = title_and_number([text])
            glued.append((fold(title), end + 1))
    return glued


def _opens_text(lines: list[Line], place: int) -> bool:
    """Whether what follows a title is a text: a number, an addressee, a sentence."""
    following = next((line for line in lines[place : place + 4] if not line.blank), None)
    if following is None:
        return False
    text = following.text
    return (
        is_number_line(text) or text.endswith(("：", ":", "。")) or bool(re.match(r"^第\s*\d+\s*号$", text))
    )


def read_titles(lines: list[Line], is_section: Callable[[Line], bool]) -> list[ContentsEntry]:
    """Contents of titles alone: an entry a title, which may take several lines."""
    entries: list[ContentsEntry] = []
    section = ""
    waiting: list[int] = []
    parts: list[str] = []
    numbers: list[int] = []
    printed = [line for line in lines if not line.blank]
    for place, line in enumerate(printed):
        following = printed[place + 1] if place + 1 < len(printed) else None
        last = place + 2 >= len(printed) or is_section(printed[place + 2])
        heads = following is not None and (not is_section(following) or last)
        if not parts and is_section(line) and heads and not starts_like_title(line.text):
            section = section_name(line.text)
            waiting.append(line.number)
            continue
        parts.append(line.text)
        numbers.append(line.number)
        if following is None or _is_whole(parts, following):
            title, number = title_and_number(parts)
            entries.append(ContentsEntry(section, title, number, None, ranges_of([*waiting, *numbers])))
            waiting, parts, numbers = [], [], []
    return entries


def _is_whole(parts: list[str], following: Line) -> bool:
    """Whether an entry is complete before the line that follows."""
    text = ""
    for part in parts:
        text = glue(text, part)
    if (
        open_marks(text)
        or is_number_line(following.text)
        or RANGE_NUMBER.fullmatch(following.text.strip("（()） "))
    ):
        return False
    if RANGE_NUMBER.search(text) or following.heading or starts_like_title(following.text):
        return True
    return is_title(close_up(squeeze(text))) or len(text) < _SHORTEST_TITLE or following.after_blank
