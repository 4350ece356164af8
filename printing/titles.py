"""Titles in lines (until printing.setting has them broken at sense)."""

from math import ceil

from printing.breaks import CLOSING, OPENING
from printing.widths import ems


def title_lines(title: str, longest: float) -> list[str]:
    count = ceil(ems(title) / longest) or 1
    share = ems(title) / count
    lines, line = [], ""
    for place, char in enumerate(title):
        following = title[place + 1 : place + 2]
        line += char
        full = ems(line) >= share or ems(line) + 1 > longest
        if full and following and following not in CLOSING and char not in OPENING and ems(line) <= longest:
            lines.append(line)
            line = ""
    return [*lines, line] if line else lines
