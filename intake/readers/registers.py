"""Registers of documents received and sent (收发文目录)."""

import re

from intake.lines import Line, is_rule
from intake.readers.numbers import Found, find_numbers
from intake.readers.segments import Segment
from intake.readers.shapes import is_title
from intake.reading import RegisterEntry
from intake.text import glue, open_marks, squeeze

_MARK = re.compile(
    r"^[▲△●○◆◇■□★☆•·※*]\s*|^\d{1,3}\s*[.．、](?!\d)\s*|^[（(]\d{1,3}[）)]\s*|^\d{1,3}\s*(?=[一-鿿]{2,16}\s*[〔\[(（【]\s*(?:19|20)\d\d)|^\d{1,3}\s+(?=\D)"
)
_HEAD = re.compile(r"文\s*号|字\s*号|标\s*题|文件名称|题\s*名|序\s*号|编\s*号|日\s*期")
_BARS = re.compile(r"[|│┃┌┬┐├┼┤└┴┘]")
# A day or a page behind a title says when a document came or where it stands.
_DATE_AT_END = re.compile(
    r"(?<![\s（(])[\s（(]*(?:(?:19|20)\d\d[年./-])?\d{1,2}[月./-]\d{1,2}日?[）)]?\s*$|(?<![\s.…·])[\s.…·]+[（(]?\d{1,3}[）)]?\s*$"
)
_DATE_CELL = re.compile(r"^(?:(?:19|20)\d\d\s*[年./-])?\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$")
_HIGHER = re.compile(r"国务院|国办|中央|中共中央|国家")
_SECTION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|[【〔#])"
)


def direction_of(heading: str) -> str | None:
    """来文 and 收文 are incoming, 发文 is outgoing; a heading of both (收发文目录) is neither."""
    plain = squeeze(heading)
    if re.search(r"收发文|来文.{0,4}发文|收文.{0,4}发文", plain):
        return None
    if re.search(r"来文|收文|收到", plain):
        return "incoming"
    if re.search(r"发文|制发|印发的?文件目录", plain):
        return "outgoing"
    if not re.search(r"(?:文件|公文)(?:选目|目录|索引|名录)?", plain) or len(plain) > 30:
        return None
    return "incoming" if _HIGHER.search(plain) or "上级" in plain else "outgoing"


def read_register(lines: list[Line], segment: Segment) -> list[RegisterEntry]:
    """The entries of a register, in order."""
    reader = _Reader(direction_of(segment.title))
    reader.titles_first = _titles_first(lines[segment.body : segment.end])
    for place in range(segment.first, segment.end):
        line = lines[place]
        if not line.blank and not is_rule(line):
            reader.take(line, heading=place < segment.body)
    return reader.entries


def _titles_first(lines: list[Line]) -> bool:
    """Whether the register prints each title before its number: more numbers end a line than begin one.

    Where numbers stand on lines of their own, what the first line is decides.
    """
    ends = begins = 0
    first: bool | None = None
    for line in lines:
        text = _without_mark(line.text)
        numbers = [] if line.cells or line.blank else find_numbers(text)
        if not numbers and not line.blank and not line.cells and first is None and not direction_of(text):
            first = True
        elif numbers and _begins(text, numbers[0]) and text[numbers[0].end :].strip():
            begins += 1
        elif numbers and not _begins(text, numbers[0]) and _is_at_end(text, numbers[-1]):
            ends += 1
        if numbers and first is None:
            first = False
    return ends > begins or (ends == begins == 0 and bool(first))


class _Reader:
    def __init__(self, direction: str | None) -> None:
        self.direction = direction
        self.titles_first = False
        self.entries: list[RegisterEntry] = []
        self.waiting: list[Line] = []
        self.title = ""

    def take(self, line: Line, *, heading: bool) -> None:
        cells = _cells(line)
        text = _without_mark(line.text)
        numbers = find_numbers(line.text)
        if not numbers and _HEAD.search(line.text) and len(_HEAD.findall(line.text)) > 1:
            return
        turned = None if numbers else self._turned(line, heading)
        if heading or turned:
            self.direction = turned or self.direction
        elif cells and len(cells) > 1:
            self._row(cells, line)
        elif numbers:
            self._numbered(text, line)
        else:
            self._bare(text, line)

    def _turned(self, line: Line, heading: bool) -> str | None:
        """The direction that a sub-heading turns to."""
        plain = squeeze(line.text)
        if len(plain) >= 40 or (not heading and plain.startswith(("关于", "《"))):
            return None
        said = direction_of(plain)
        if heading or re.search(r"来文|收文|发文", plain):
            return said
        # 市政府办公室文件: a heading by the kind of number; a title that is not finished goes on.
        apart = line.after_blank or not self.entries or not _is_unfinished(self.entries[-1].title)
        named = re.search(r"(?:文件|公文|目录)[:：]?$", plain) and "关于" not in plain
        return said if named and (apart or _SECTION.match(plain)) else None

    def _row(self, cells: list[str], line: Line) -> None:
        """A row of a table: the cell with the number, and the longest other as the title."""
        numbers = [(n, find_numbers(cell)) for n, cell in enumerate(cells)]
        own = next((n for n, found in numbers if found and found[0].start <= 2), None)
        rest = [
            cell
            for n, cell in enumerate(cells)
            if n != own and not _DATE_CELL.match(cell) and not re.fullmatch(r"[\d\W]*", cell)
        ]
        title = max(rest, key=len, default="")
        if own is None:
            found = find_numbers(title)
            if found and _is_at_end(title, found[-1]):
                self._numbered(title, line)
            elif title and self.entries and not cells[0].strip():
                self._extend(title, line)
            elif title and self.direction:
                self._add("", title, [line])
            return
        behind = cells[own][dict(numbers)[own][0].end :].strip(" :：,，")
        if self.direction:
            self._add(dict(numbers)[own][0].number, behind if len(behind) > len(title) else title, [line])

    def _numbered(self, text: str, line: Line) -> None:
        numbers = find_numbers(text)
        last, first = numbers[-1], numbers[0]
        if not self.direction:
            return
        if _begins(text, first) and not (
            self.titles_first and self.waiting and not text[first.end :].strip()
        ):
            self._flush()
            self._add(first.number, _DATE_AT_END.sub("", text[first.end :]), [line])
        elif _is_at_end(text, last):
            title = glue(self.title, text[: last.start].strip(" （(，,[【"))
            self._add(last.number, title, [*self.waiting, line])
            self.waiting, self.title = [], ""
        else:
            self._bare(text, line)

    def _bare(self, text: str, line: Line) -> None:
        """A line without a number of its own: a title goes on, or one that has no number."""
        if self.titles_first and self.direction:
            self.waiting.append(line)
            self.title = glue(self.title, text)
            return
        if self.entries and not line.cells and _is_unfinished(self.entries[-1].title):
            self._extend(text, line)
        elif self.direction:
            self._add("", _DATE_AT_END.sub("", text), [line])

    def _flush(self) -> None:
        if self.waiting and self.direction:
            self.entries.append(
                RegisterEntry(
                    self.direction, "", self.title, [[self.waiting[0].number, self.waiting[-1].number]]
                )
            )
        self.waiting, self.title = [], ""

    def _extend(self, text: str, line: Line) -> None:
        entry = self.entries[-1]
        entry.title = glue(entry.title, _DATE_AT_END.sub("", text))
        entry.lines = [[entry.lines[0][0], line.number]]

    def _add(self, number: str, title: str, lines: list[Line]) -> None:
        title = title.strip(" :：,，")
        place = [[lines[0].number, lines[-1].number]]
        self.entries.append(RegisterEntry(self.direction or "", number, title, place))


def _without_mark(text: str) -> str:
    return _MARK.sub("", text).strip()


def _cells(line: Line) -> list[str] | None:
    if line.cells:
        return [cell.strip() for cell in line.cells]
    if len(_BARS.findall(line.text)) >= 2:
        return [cell.strip() for cell in _BARS.split(line.text) if cell.strip()]
    return None


def _begins(text: str, number: Found) -> bool:
    """Whether a number begins the line, but for a mark or a bracket."""
    return not re.search(r"[一-鿿A-Za-z]", text[: number.start])


def _is_at_end(text: str, number: Found) -> bool:
    """Whether a number ends the line; a day, a page or a bracket may stand behind it."""
    rest = _DATE_AT_END.sub("", text[number.end :])
    return not rest.strip(" ）)]】，,。.…·")


def _is_unfinished(title: str) -> bool:
    """Whether a title goes on in the next line: it has not begun, has an open mark, or lacks its last word."""
    return not title or bool(open_marks(title)) or not (title.endswith("》") or is_title(title))
