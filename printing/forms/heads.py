"""The heads of official documents: 文件, 函 and 令 (GB/T 9704-2012, 7.2.4 to 7.2.7, 10.1 and 10.2). Lengths in points."""

import re
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from documents.models import Document, DocumentKind

MILLIMETRE = 72 / 25.4
# The type area: 156 mm × 225 mm, in which 22 lines of 28 characters of 16 pt stand.
WIDTH = 156 * MILLIMETRE
LINE = 28.98
CHARACTER = 16.0

# The size of the mark is the printer's choice; long names are narrowed, as usual, but not beyond reading.
TALLEST = 40.0
NARROWEST = 0.62
JOINT_TALLEST = 30.0

ORDER_NUMBER = re.compile(r"第\s*[0-9〇零一二三四五六七八九十百]+\s*号")
ENDS_AS_ORDER = re.compile(r"(?:命令|令)$")


@dataclass(frozen=True)
class Mark:
    """The mark of the issuing authority (发文机关标志): its lines, and how large they are set.

    `narrowed` is the share of its natural width that the longest line is pressed to; `word` is 文件 beside
    the names of several authorities.
    """

    lines: tuple[str, ...]
    size: float
    narrowed: float = 1.0
    word: str = ""

    @property
    def spread(self) -> list[tuple[str, float]]:
        """The lines with the room between their characters, in ems, that makes them equally long."""
        longest = max(map(ems, self.lines), default=0)
        return [(line, round((longest - ems(line)) / max(len(line) - 1, 1), 3)) for line in self.lines]

    @property
    def height(self) -> float:
        return self.size * (1 if len(self.lines) == 1 else 1.25 * len(self.lines))

    @property
    def natural(self) -> float:
        """The width before it is narrowed."""
        return self.size * max(map(ems, self.lines), default=0)

    @property
    def shift(self) -> float:
        """How far a line that is wider than the type area begins left of it, to be narrowed around its middle."""
        return (WIDTH - self.natural) / 2


@dataclass(frozen=True)
class Head:
    """What stands over the title. `form` is document, letter or order; `height` is a whole number of lines."""

    form: str
    mark: Mark | None
    number: str
    height: float
    # Whether the mark says all that the title would: 某某人民政府令.
    says_title: bool = False


def head_of(document: Document) -> Head:
    names = issuers(document)
    if document.kind == DocumentKind.LETTER and names:
        # A letter of several authorities bears the name of the first.
        named = single(names[0])
        return Head("letter", named, document.doc_number, _lines(_letter_height(named)))
    if document.kind == DocumentKind.ORDER and names:
        return _order(document, names)
    mark = _joint(names) if len(names) > 1 else single(f"{names[0]}文件") if names else None
    return Head("document", mark, document.doc_number, _lines(_document_height(mark)))


def issuers(document: Document) -> list[str]:
    """The issuing authorities in their order; none where the record names none."""
    named = document.issuer or (document.issuing_body.name if document.issuing_body else "")
    return [name for name in re.split(r"[、\s]+", named) if name]


def single(text: str) -> Mark:
    """A mark of one line."""
    size = min(TALLEST, WIDTH / (ems(text) * NARROWEST))
    return Mark((text,), round(size, 2), round(min(1.0, WIDTH / (ems(text) * size)), 4))


def ems(text: str) -> float:
    return sum(1 if east_asian_width(char) in "WFA" else 0.5 for char in text)


def _joint(names: list[str]) -> Mark:
    # 文件 takes two characters and a space beside the names.
    size = min(JOINT_TALLEST, WIDTH / (max(map(ems, names)) + 3.5))
    return Mark(tuple(names), round(size, 2), word="文件")


def _order(document: Document, names: list[str]) -> Head:
    marks = [name if ENDS_AS_ORDER.search(name) else f"{name}令" for name in names]
    found = ORDER_NUMBER.search(document.doc_number) or ORDER_NUMBER.search(document.title)
    number = re.sub(r"\s", "", found[0]) if found else document.doc_number
    mark = single(marks[0]) if len(marks) == 1 else Mark(tuple(marks), _joint(marks).size)
    bare = re.sub(r"[（(\s]*第.+?号[）)\s]*", "", document.title)
    # 20 mm to the mark, two lines to the number, two more to the text.
    height = 20 * MILLIMETRE + mark.height + 4 * LINE + CHARACTER
    return Head("order", mark, number, _lines(height), bare == "".join(marks))


def _document_height(mark: Mark | None) -> float:
    # 35 mm to the mark, two lines to the number, 4 mm to the red line.
    return 35 * MILLIMETRE + (mark.height if mark else TALLEST) + 2 * LINE + CHARACTER + 4 * MILLIMETRE


def _letter_height(mark: Mark) -> float:
    # The mark begins 30 mm under the edge of the paper, 7 mm above the type area; a double rule of 4 pt
    # follows after 4 mm, and the number after seven eighths of a character.
    return -7 * MILLIMETRE + mark.height + 4 * MILLIMETRE + 4 + CHARACTER * 7 / 8 + CHARACTER


def _lines(height: float) -> float:
    """A height rounded up to whole lines, so that the text under it stands on the lines of the page."""
    return ceil(height / LINE) * LINE
