"""The printed contents (目录): sections, and in them titles with number and page."""

import dataclasses
import re
from functools import reduce

from intake.lines import Line, is_rule
from intake.readers.masthead import is_contents_heading
from intake.readers.numbers import NUMBER, find_numbers, own_number
from intake.reading import ContentsEntry, ranges_of
from intake.text import close_up, glue, squeeze

# A page number behind a leader: …(2), .....17, a tab and 59.
_PAGE = re.compile(r"(?P<before>.*?)(?:[\s.…·．。⋯—-]{2,}|\t|\s)[（(]?(?P<page>\d{1,4})[)）]?$")
_LEADER = re.compile(r"[.…·．⋯]{2,}\s*$")
_RANGE_NUMBER = re.compile(NUMBER.pattern + r"(?:\s*[-—－~至、]\s*第?\d{1,5}\s*号)?\s*[）)]?\s*$")
_SECTION = re.compile(
    r"(?:文件|任免|任免通知|要事|要事记|大事记|目录|会议|统计数据|统计资料|主要指标|解读|规章|规定|法规|讲话|报告|公告|通告|人事|机构|专载|特载|附录|决定|要闻|动态|信息)$"
)
# What may stand around a section's heading: 【政府令】, ☆文件☆.
_FRAME = "【】〖〗［］[]☆★●◆■▲※—-· "
# Lines of a contents page that hold no page number: the parts of a long title, a section heading.
_GAP = 8


@dataclasses.dataclass
class Contents:
    """The contents read, the sections' names in order, and the lines that they take (indices)."""

    entries: list[ContentsEntry]
    first: int
    end: int


def read_contents(lines: list[Line]) -> Contents | None:
    """The contents of a source; None where it has none. `first` and `end` bound them as indices."""
    first = next((n for n, line in enumerate(lines[:200]) if is_contents_heading(line.text)), None)
    if first is None:
        return None
    end = _end(lines, first)
    reader = _Reader()
    for line in lines[first + 1 : end]:
        reader.take(line)
    reader.close()
    if not reader.entries:
        return None
    heading = reader.entries[0]
    heading.lines = ranges_of([lines[first].number, *_numbers(heading)])
    return Contents(reader.entries, first, end)


def _numbers(entry: ContentsEntry) -> list[int]:
    return [n for first, last in entry.lines for n in range(first, last + 1)]


def _page(line: Line) -> re.Match[str] | None:
    if line.cells and sum(bool(cell) for cell in line.cells) > 2:
        return None
    text = "\t".join(cell for cell in line.cells if cell) if line.cells else line.text
    match = _PAGE.match(text)
    if match is None:
        return None
    separated = text[len(match["before"]) : match.start("page")]
    # A title may end in a figure (…2018); a page stands behind a leader, a tab or in brackets.
    leader = len(squeeze(separated.strip("（("))) >= 2 or "\t" in separated or separated.endswith(("（", "("))
    return match if leader else None


def _end(lines: list[Line], first: int) -> int:
    """One past the last line of the contents: the last page number that follows close on another."""
    end, gap = first + 1, 0
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if line.blank or is_rule(line):
            continue
        if _page(line):
            end, gap = place + 1, 0
        else:
            gap += 1
        if gap > _GAP or len(line.text) > 120:
            break
    return end


def _title_and_number(parts: list[str]) -> tuple[str, str | None]:
    """The printed lines of an entry as its title and, where it ends with one, its document's number."""
    text = "\n".join(parts)
    match = _RANGE_NUMBER.search(text)
    printed = find_numbers(text[match.start() :])[0].printed if match else ""
    # A range (1号-9号) goes on behind the number that was found in it.
    cut = text.rindex(printed) if match else len(text)
    title = reduce(glue, text[:cut].split("\n"))
    return close_up(title.strip("（( ")), own_number(text[cut:]) if match else None


class _Reader:
    """Lines of the contents, one after another, to entries."""

    def __init__(self) -> None:
        self.entries: list[ContentsEntry] = []
        self.section = ""
        self.section_lines: list[int] = []
        self.pending: list[Line] = []

    def take(self, line: Line) -> None:
        if is_rule(line):
            self._claim(line)
        elif line.blank:
            self._settle()
        else:
            if line.heading:
                self._settle()
            page = _page(line)
            if page is None:
                self.pending.append(line)
                if line.heading:
                    self._settle()
            else:
                self._entry(line, page)

    def close(self) -> None:
        """Lines left over at the end of the contents belong to its last entry."""
        for line in self.pending:
            self._claim(line)
        self.pending = []

    def _settle(self) -> None:
        """A line that stands alone, without a page, is a section's heading."""
        if len(self.pending) == 1 and self._is_section(self.pending[0]):
            self.section = close_up(self.pending[0].text).strip(_FRAME)
            self.section_lines.append(self.pending[0].number)
            self.pending = []

    @staticmethod
    def _is_section(line: Line) -> bool:
        text = squeeze(line.text)
        if text[0] in _FRAME and text[-1] in _FRAME:
            return len(text) <= 24
        return (
            len(text) <= 24
            and not NUMBER.search(text)
            and (bool(line.heading) or bool(_SECTION.search(text)))
        )

    def _claim(self, line: Line) -> None:
        if self.entries:
            last = self.entries[-1]
            last.lines = ranges_of([*_numbers(last), line.number])
        else:
            self.section_lines.append(line.number)

    def _entry(self, line: Line, page: re.Match[str]) -> None:
        """The lines gathered so far and this one are an entry; a first line may be a section's heading."""
        before = _LEADER.sub("", page["before"]).strip()
        # A heading alone before a line that is all number and page is that line's title.
        titled = len(self.pending) > 1 or bool(before and not _RANGE_NUMBER.fullmatch(before))
        if titled and self.pending and self._is_section(self.pending[0]):
            rest, self.pending = self.pending[1:], self.pending[:1]
            self._settle()
            self.pending = rest
        parts = [part.text for part in self.pending] + [before]
        title, number = _title_and_number([part for part in parts if part])
        self.entries.append(
            ContentsEntry(
                section=self.section,
                title=title,
                doc_number=number,
                page=page["page"],
                lines=ranges_of([*self.section_lines, *(part.number for part in self.pending), line.number]),
            )
        )
        self.pending, self.section_lines = [], []
