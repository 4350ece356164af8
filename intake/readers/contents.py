"""The printed contents (目录): sections, and in them titles with number and page.

Four layouts: a table; page numbers behind the titles; page numbers before them; titles alone.
"""

import dataclasses
import re
from collections.abc import Callable
from functools import partial

from intake.lines import Line, is_rule
from intake.readers import pages
from intake.readers.contents_entries import RANGE_NUMBER, is_section, section_name, title_and_number
from intake.readers.contents_layouts import LeadingReader, read_rows, read_titles, text_start
from intake.readers.masthead import is_contents_heading
from intake.readers.numbers import is_series_line
from intake.readers.shapes import is_title, starts_like_title
from intake.reading import ContentsEntry, ranges_of
from intake.text import HAN, squeeze

PageOf = Callable[[Line], pages.Numbered | None]
# The contents stand on the cover or one of the first pages.
_REACH = 200
# … or on the last page.
_LAST = 120
# Lines of a contents page that hold no page number: the parts of a long title, a section heading.
_GAP = 8
_LONGEST_LINE = 120
_LONGEST_HEADING = 12
_LAST_TITLE = 3
_SHORT_HEADING = 6
# A registration code behind the number: HZGF-2021-003.
_CODE = re.compile(r"(?<!\s)\s+[A-Z]{2,}[A-Z\d]*[-—－][\d\w—－-]+\s*$")


@dataclasses.dataclass
class Contents:
    """The contents read, the sections' names in order, and the lines that they take (indices)."""

    entries: list[ContentsEntry]
    first: int
    end: int


def read_contents(lines: list[Line]) -> Contents | None:
    """The contents of a source; None where it has none. `first` and `end` bound them as indices."""
    places = [*range(min(_REACH, len(lines))), *range(max(_REACH, len(lines) - _LAST), len(lines))]
    first = next((n for n in places if is_contents_heading(lines[n].text)), None)
    if first is None:
        return None
    for layout in (_rows, _pages_behind, _pages_before, _no_pages):
        found = layout(lines, first)
        if found:
            entries, end = found
            heading = entries[0]
            heading.lines = ranges_of([lines[first].number, *_numbers(heading)])
            return Contents(entries, first, end)
    return None


def _numbers(entry: ContentsEntry) -> list[int]:
    return [n for first, last in entry.lines for n in range(first, last + 1)]


def _rows(lines: list[Line], first: int) -> tuple[list[ContentsEntry], int] | None:
    """Contents set as a table: 标题 | 文号 | 页码."""
    return read_rows(lines, first + 1)


def _pages_behind(lines: list[Line], first: int) -> tuple[list[ContentsEntry], int] | None:
    for loosely in (False, True):
        page_of = partial(pages.behind, loosely=loosely)
        end = _end(lines, first, page_of)
        found = [page.page for line in lines[first + 1 : end] if (page := page_of(line))]
        # A single blank before a figure may be part of a title: only where the figures run up as pages do.
        if found and (not loosely or pages.rising(found)):
            return _read(lines[first + 1 : end], page_of), end
    return None


def _pages_before(lines: list[Line], first: int) -> tuple[list[ContentsEntry], int] | None:
    end = _end(lines, first, pages.before)
    end = _with_last_title(lines, end)
    reader = LeadingReader(is_section)
    for line in lines[first + 1 : end]:
        reader.take(line)
    found = [entry.page or "" for entry in reader.entries]
    return (reader.close(), end) if pages.rising(found) else None


def _with_last_title(lines: list[Line], end: int) -> int:
    """The last title may go on in the lines behind its page number, up to where it is complete."""
    last = next((n for n in range(end - 1, -1, -1) if not lines[n].blank), end)
    page = pages.before(lines[last]) if last < len(lines) else None
    text = page.text if page else ""
    for place in range(end, min(end + _LAST_TITLE, len(lines))):
        line = lines[place]
        if line.blank or len(line.text) > _LONGEST_LINE:
            break
        number = title_and_number([line.text])[1]
        if is_title(squeeze(text)) and not number:
            break
        text, end = text + line.text, place + 1
        if number:
            break
    return end


def _no_pages(lines: list[Line], first: int) -> tuple[list[ContentsEntry], int] | None:
    """Contents without page numbers end where the text begins: where a title of theirs comes again."""
    end = text_start(lines, first + 1)
    if end is None:
        return None
    entries = read_titles(lines[first + 1 : end], is_section)
    return (entries, end) if entries else None


def _read(lines: list[Line], page_of: PageOf) -> list[ContentsEntry]:
    reader = _Reader(page_of)
    for line in _without_note(lines):
        reader.take(line)
    return reader.close()


def _without_note(lines: list[Line]) -> list[Line]:
    """The lines without a note on the contents at their head: a sentence, which no title is."""
    first = next((n for n, line in enumerate(lines) if not line.blank), 0)
    return lines[first + 1 :] if lines[first:] and squeeze(lines[first].text).endswith("。") else lines


def _end(lines: list[Line], first: int, page_of: PageOf) -> int:
    """One past the last line of the contents: the last page number that follows close on another."""
    end, gap = first + 1, 0
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if line.blank or is_rule(line):
            continue
        if page_of(line):
            end, gap = place + 1, 0
        else:
            gap += 1
        if gap > _GAP or len(line.text) > _LONGEST_LINE:
            break
    return end


def _is_number(text: str) -> bool:
    """Whether what stands before a page number is a number, or nothing: then the line above is the title."""
    return not text or bool(RANGE_NUMBER.fullmatch(text.strip("（("))) or is_series_line(text)


def _is_single_cell(line: Line) -> bool:
    """Whether a line is a row of the contents table that has words in one cell only."""
    return bool(line.cells) and sum(bool(cell) for cell in line.cells or ()) == 1


class _Reader:
    """Lines of the contents, one after another, to entries."""

    def __init__(self, page_of: PageOf) -> None:
        self.page_of = page_of
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
            page = self.page_of(line)
            if page is None and self._is_number_of_last(line):
                self._number_last(line)
            elif page is None:
                self.pending.append(line)
                if line.heading:
                    self._settle()
            else:
                self._entry(line, page)

    def close(self) -> list[ContentsEntry]:
        """Lines left over at the end of the contents belong to its last entry."""
        for line in self.pending:
            self._claim(line)
        self.pending = []
        return self.entries

    def _heads(self, before: str) -> bool:
        """Whether the first of the gathered lines is a heading over the entry, and no part of its title."""
        first, following = self.pending[0], self.pending[1].text if len(self.pending) > 1 else before
        if is_section(first) or _is_single_cell(first):
            return True
        if first.after_blank and len(squeeze(first.text)) <= _SHORT_HEADING and not is_title(first.text):
            return bool(following)
        alone = len(squeeze(first.text)) <= _LONGEST_HEADING and not is_title(first.text)
        return alone and first.after_blank and starts_like_title(following)

    def _head(self, line: Line) -> None:
        """A section begins; an organ's name under a section (市政府办公室) only parts its entries."""
        self.section_lines.append(line.number)
        under = (
            self.section
            and re.search(r"(?:政府|委|厅|局|办公室|公署)$", squeeze(line.text))
            and not line.heading
        )
        if is_section(line) or _is_single_cell(line) or not under:
            self.section = section_name(line.text)

    def _settle(self) -> None:
        """A line that stands alone, without a page, is a section's heading."""
        if len(self.pending) == 1 and is_section(self.pending[0]):
            self._head(self.pending.pop())

    def _is_number_of_last(self, line: Line) -> bool:
        """Whether a line is nothing but the number of the entry above it, whose page stood with the title."""
        last = self.entries[-1] if self.entries else None
        if last is None or self.pending or last.doc_number:
            return False
        title, number = title_and_number([_CODE.sub("", line.text)])
        return number is not None and (not title or title == number)

    def _number_last(self, line: Line) -> None:
        self.entries[-1].doc_number = title_and_number([_CODE.sub("", line.text)])[1]
        self._claim(line)

    def _claim(self, line: Line) -> None:
        if self.entries:
            last = self.entries[-1]
            last.lines = ranges_of([*_numbers(last), line.number])
        else:
            self.section_lines.append(line.number)

    def _entry(self, line: Line, page: pages.Numbered) -> None:
        """The lines gathered so far and this one are an entry; a first line may be a section's heading."""
        before = page.text
        # A heading alone before a line that is all number and page is that line's title.
        titled = len(self.pending) > 1 or not _is_number(before)
        while titled and self.pending and self._heads(before):
            heading = self.pending.pop(0)
            self._head(heading)
            titled = len(self.pending) > 1 or not _is_number(before)
        parts = [part.text for part in self.pending] + [before]
        title, number = title_and_number([part for part in parts if part])
        if self.entries and not re.search(rf"[{HAN}]", title):
            # The contents again in another language.
            for own in [*self.pending, line]:
                self._claim(own)
            self.pending = []
            return
        self.entries.append(
            ContentsEntry(
                section=self.section,
                title=title,
                doc_number=number,
                page=page.page,
                lines=ranges_of([*self.section_lines, *(part.number for part in self.pending), line.number]),
            )
        )
        self.pending, self.section_lines = [], []
