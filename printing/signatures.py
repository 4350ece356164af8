"""Who signed, and when: the date four characters from the right, the authority centred over it (GB/T 9704-2012, 7.3.5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from printing.widths import ems

DATE = re.compile(r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日")
DATE_FROM_RIGHT = 4.0
# Without a date, the authority stands two characters from the right.
ALONE_FROM_RIGHT = 2.0


@dataclass(frozen=True)
class SignatureLine:
    text: str
    # The room at its right, in characters.
    right: float


def signature(lines: Sequence[str]) -> list[SignatureLine]:
    """The lines of a signature with their distance from the right edge of the text."""
    dates = [ems(line.strip()) for line in lines if DATE.fullmatch(line.strip())]
    middle = DATE_FROM_RIGHT + dates[-1] / 2 if dates else 0.0
    return [SignatureLine(line.strip(), _right(line.strip(), middle)) for line in lines]


def _right(line: str, middle: float) -> float:
    if DATE.fullmatch(line):
        return DATE_FROM_RIGHT
    if not middle:
        return ALONE_FROM_RIGHT
    return round(max(middle - ems(line) / 2, 0.0), 2)
