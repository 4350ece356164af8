"""Printed lines to the lines of a source: paragraphs whole, headings marked, tables as rows.

A paragraph's lines are joined where the column broke it for certain: the line before is full and this one
begins at the column's edge. Lines of a title and short lines stay, or become one heading.
"""

import re
from collections import Counter, defaultdict
from itertools import pairwise

from intake.lines import clean
from intake.readers.dates import is_date_line
from intake.readers.shapes import is_keyed, label_of
from intake.sources.pdf_aligned import aligned_rows
from intake.sources.pdf_breaks import begins_anew, room_for
from intake.sources.pdf_glyphs import Run
from intake.sources.pdf_lines import PdfLine
from intake.sources.pdf_tables import PdfTable, row_line
from intake.text import ends_sentence, glue

_INDENT = "\u3000\u3000"
_LEADER = re.compile(r"[.…·．⋯]{2,}\s*[（(]?\d{0,4}[)）]?$|\s\d{1,4}$")
_OWN_LINE = re.compile(r"^[（(]|^第\s*[\d一二三四五六七八九十]+\s*[号期]")
# Sizes against the body's from which a line is a heading, with the level of its mark.
_LEVELS = ((1.5, 1), (1.28, 2), (1.14, 3))
_LONGEST_HEADING = 80
# No column is narrower, in ems; a shorter line is not broken by one.
_NARROWEST = 11
# So many lines of a page of running text reach the column's edge.
_FEWEST_FULL = 6


class TextBuilder:
    """Gathers the lines of the text, the page of each, and the printed pieces that each was made of."""

    def __init__(self, flow: list[PdfLine | PdfTable]) -> None:
        self.lines: list[str] = []
        self.pages: list[int] = []
        self.runs: list[list[Run]] = []
        self._flow = aligned_rows(flow)
        printed = [piece for piece in flow if isinstance(piece, PdfLine)]
        self._body = _size_of(printed)
        self._page_body = _sizes_by_page(printed)
        self._indents = sum(line.indented for line in printed) >= 0.04 * len(printed)
        self._pitch = _pitch(printed)
        # Whether the last line that was joined hangs under the first of its paragraph.
        self._hanging = False

    def build(self) -> None:
        """Fill `lines`, `pages` and `runs`."""
        before: PdfLine | PdfTable | None = None
        for piece in self._flow:
            if isinstance(piece, PdfTable):
                if self.lines and not isinstance(before, PdfTable):
                    self._add("", piece.page)
                for index, row in enumerate(piece.rows):
                    self._add(row_line(row), piece.page, piece.runs[index] if piece.runs else [])
            else:
                self._take(piece, before)
            before = piece

    def _add(self, text: str, page: int, runs: list[Run] | None = None) -> None:
        self.lines.append(text)
        self.pages.append(page)
        self.runs.append(list(runs or ()))

    def _join(self, line: PdfLine) -> None:
        self.lines[-1] = glue(self.lines[-1], line.text)
        self.runs[-1] += line.runs

    def _take(self, line: PdfLine, before: PdfLine | PdfTable | None) -> None:
        level = self._level(line)
        if isinstance(before, PdfTable):
            self._add("", line.page)
        elif before is not None:
            if self._level(before) and level and self._is_one_title(before, line):
                self._join(line)
                return
            if not level and not self._level(before) and self._goes_on(before, line):
                self._join(line)
                return
            if level or self._level(before) or self._is_apart(before, line):
                self._add("", line.page)
        mark = "#" * level + " " if level else _INDENT if line.indented else ""
        self._add(mark + line.text, line.page, line.runs)

    def _level(self, line: PdfLine) -> int:
        """The level of a heading in larger characters, 0 for all else."""
        body = max(self._body, self._page_body[line.page])
        if not body or len(line.text) > _LONGEST_HEADING or line.text.endswith(("。", "；", "，")):
            return 0
        return next((level for share, level in _LEVELS if line.size >= share * body), 0)

    def _is_one_title(self, before: PdfLine, line: PdfLine) -> bool:
        return (
            before.frame == line.frame
            and abs(before.size - line.size) < 0.04 * line.size
            and line.top - before.top <= 1.95 * line.size
            and not _OWN_LINE.match(line.text)
            and not is_date_line(line.text)
            and abs((before.x0 + before.x1) - (line.x0 + line.x1)) < 4 * line.size
        )

    def _goes_on(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether the column broke a paragraph between these lines."""
        hanging, self._hanging = self._hanging, False
        if before.x1 - before.left < _NARROWEST * before.size:
            return False
        if before.gap > room_for(line.text) or abs(before.size - line.size) > 0.06 * line.size:
            return False
        if (
            _LEADER.search(before.text)
            or line.indented
            or self._is_parted(before, line)
            or begins_anew(line.text, self.lines[-1])
        ):
            return False
        if is_date_line(clean(before.text)):
            return False
        ended = ends_sentence(before.text)
        if _is_wrapped_at_right(before, line):
            return True
        if line.indent > 0.7:
            # A hanging indent: below one another, and neither in the middle nor at the right.
            in_line = hanging and abs(before.x0 - line.x0) < 0.3 * line.size
            begins = before.indent < 1.5 and line.gap > 1 and not line.centred
            self._hanging = before.frame == line.frame and not ended and (in_line or begins)
            return self._hanging
        if before.indent > 2.7 or hanging:
            return False
        return not ended or (self._indents and not (label_of(line.text)[0] or is_keyed(line.text)))

    def _is_parted(self, before: PdfLine, line: PdfLine) -> bool:
        if before.frame == line.frame:
            return line.ruled or self._is_apart(before, line)
        return not _same_flow(before, line)

    def _is_apart(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether there is more space between two lines than between lines of a paragraph."""
        if before.frame != line.frame:
            return before.page == line.page and not _same_flow(before, line)
        return line.top - before.top > 1.45 * max(self._pitch, 1.3 * line.size)


def _is_wrapped_at_right(before: PdfLine, line: PdfLine) -> bool:
    """Whether a line set at the right, who signs, was too long for its column and goes on in the next."""
    return before.frame == line.frame and 0.1 < before.indent < 1 and before.gap < 0.3 and line.gap < 0.3


def _same_flow(before: PdfLine, line: PdfLine) -> bool:
    """Whether a line is the head of the next column of the same width."""
    return abs((before.right - before.left) - (line.right - line.left)) < 2 * line.size


def _size_of(lines: list[PdfLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _sizes_by_page(lines: list[PdfLine]) -> dict[int, float]:
    """Each page's commonest size; 0 where it is not that of running text, but a cover's."""
    pages: dict[int, list[PdfLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return {
        page: _size_of(within) if sum(line.gap < 2 for line in within) >= _FEWEST_FULL else 0
        for page, within in pages.items()
    }


def _pitch(lines: list[PdfLine]) -> float:
    """The commonest distance of a line from the one above it."""
    steps: Counter[int] = Counter()
    for before, line in pairwise(lines):
        if before.frame == line.frame and line.top > before.top:
            steps[round(line.top - before.top)] += 1
    return float(steps.most_common(1)[0][0]) if steps else 0
