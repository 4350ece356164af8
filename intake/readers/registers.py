"""Registers of documents received and sent (收发文目录)."""

import re

from intake.lines import Line
from intake.readers.numbers import find_numbers
from intake.readers.segments import Segment
from intake.readers.shapes import is_title
from intake.reading import RegisterEntry
from intake.text import glue, open_marks, squeeze

_MARK = re.compile(r"^[▲△●○◆◇■□★☆•]\s*|^\d{1,3}\s*[.．、]\s*")

_HEAD = re.compile(r"文号|字号|标题|文件名称|序号")


def direction_of(heading: str) -> str | None:
    """来文 and 收文 are incoming, 发文 is outgoing; a heading of both (收发文目录) is neither."""
    plain = squeeze(heading)
    if "收发文" in plain:
        return None
    if re.search(r"来文|收文", plain):
        return "incoming"
    return "outgoing" if "发文" in plain else None


def read_register(lines: list[Line], segment: Segment) -> list[RegisterEntry]:
    """The entries of a register, in order."""
    direction = direction_of(segment.title)
    entries: list[RegisterEntry] = []
    for place in range(segment.first, segment.end):
        line = lines[place]
        if line.blank:
            continue
        text = _MARK.sub("", " ".join(line.cells) if line.cells else line.text)
        numbers = find_numbers(text)
        if line.cells and not numbers and _HEAD.search(text):
            continue
        turned = direction_of(line.text) if not numbers and len(line.text) < 40 else None
        if place < segment.body or turned or (not entries and not numbers):
            direction = turned or direction
        elif numbers and numbers[0].start <= 4 and direction:
            entries.append(_entry(direction, text, numbers[0].end, numbers[0].number, line))
        elif entries and not line.cells and _is_unfinished(entries[-1].title):
            _extend(entries[-1], text, line)
        elif direction and not numbers:
            entries.append(RegisterEntry(direction, "", text.strip(), [[line.number, line.number]]))
    return entries


def _is_unfinished(title: str) -> bool:
    """Whether a title goes on in the next line: it has not begun, has an open mark, or lacks its last word."""
    return not title or bool(open_marks(title)) or not (title.endswith("》") or is_title(title))


def _entry(direction: str, text: str, end: int, number: str, line: Line) -> RegisterEntry:
    title = text[end:].strip(" :：,，")
    return RegisterEntry(direction, number, title, [[line.number, line.number]])


def _extend(entry: RegisterEntry, text: str, line: Line) -> None:
    entry.title = glue(entry.title, text)
    entry.lines = [[entry.lines[0][0], line.number]]
