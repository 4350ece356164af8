"""Regulations that stand without the order that issued them: who passed and published them is said in brackets.

新河市节约用水管理办法
（2024年12月30日市人民政府第41次常务会议通过 2025年1月8日新河市人民政府令第22号公布 …）
"""

import re
from typing import TYPE_CHECKING

from intake.lines import Line
from intake.readers import kinds
from intake.readers.numbers import find_numbers
from intake.readers.shapes import is_bracketed_date, is_title
from intake.readers.titles import may_be_title
from intake.text import close_up, fold, glue

if TYPE_CHECKING:
    from intake.readers.segments import Segment

_PASSED = re.compile(r"通过|公布|发布|批准")
_TITLE_LINES = 3
# So far behind its order, with the signature between, a regulation may stand.
_REACH = 40


def promulgated(lines: list[Line], start: int, segments: "list[Segment]") -> "list[Segment]":
    """The regulations that no order, notice or announcement before them issues."""
    from intake.readers.segments import Segment

    found = []
    for place in range(start, len(lines)):
        text = lines[place].text
        if not (is_bracketed_date(text) and _PASSED.search(text)):
            continue
        first, title = _title_over(lines, place, start)
        if title and not issuer_of(lines, first, title, segments):
            numbers = [n.number for n in find_numbers(text)]
            found.append(Segment(first, place, title, numbers[-1] if numbers else None, kinds.DOCUMENTS))
    return found


def _title_over(lines: list[Line], place: int, floor: int) -> tuple[int, str]:
    text, first = "", place
    for top in range(place - 1, max(floor, place - 6) - 1, -1):
        line = lines[top]
        if line.blank:
            if text:
                break
            continue
        if not may_be_title(line):
            break
        text, first = glue(line.text, text), top
        if is_title(text) and (top == floor or lines[top - 1].blank or line.heading):
            return first, close_up(text)
    return (first, close_up(text)) if is_title(text) else (place, "")


def issuer_of(lines: list[Line], first: int, title: str, segments: "list[Segment]") -> "Segment | None":
    """The item that issues a text whose title stands at `first`: it names it in its title or opening lines."""
    over = max((s for s in segments if s.first <= first), key=lambda s: s.first, default=None)
    if over is None or over.body >= first:
        return over
    opening = over.title + "".join(line.text for line in lines[over.body : min(over.body + _REACH, first)])
    return over if fold(title) in fold(opening) else None
