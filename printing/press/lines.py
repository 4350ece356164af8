"""Where the lines of a printed page stand, measured on the page itself."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot
from unicodedata import normalize

import pypdfium2
from pypdfium2 import raw

# Baselines nearer to each other than this, in points, have one number.
SAME_LINE = 6.0
# A second column begins at most this far right of the middle, is this wide, and has so many full lines.
COLUMN_START, COLUMN_WIDTH, FULL_LINES = 24.0, 120.0, 0.4
FULL = 0.8
# In characters: what parts a line from the next column, or a cell from the next.
GAP = 1.6
# No line begins with them; leaders of the contents do.
LEADER = "…"


@dataclass
class Stretch:
    """Neighbouring characters on one baseline; measures in points from the page's lower left corner."""

    baseline: float
    left: float
    right: float
    text: str = ""
    # In the margin by the PDF's own word: a running head, a folio.
    artifact: bool = False
    # Of the type, in points.
    size: float = 0

    @property
    def plain(self) -> str:
        return "".join(normalize("NFKC", self.text).split())


@dataclass(frozen=True)
class Ruled:
    """The baselines of a page's lines from above, of its left (or only) column and of its right one."""

    left: list[float]
    right: list[float]
    # The edges of what is set.
    edges: tuple[float, float]


def stretches(page: pypdfium2.PdfPage) -> list[Stretch]:
    """The text of a page in the order in which it was set, a stretch wherever the line changes or jumps."""
    made: list[Stretch] = []
    for char, baseline, left, right, artifact, height in _characters(page):
        last = made[-1] if made else None
        size = right - left
        near = last and abs(last.baseline - baseline) < 0.5 and -0.3 * size < left - last.right < GAP * size
        if last and near and last.artifact == artifact:
            last.right = max(last.right, right)
            last.text += char
        else:
            made.append(Stretch(baseline, left, right, char, artifact, height))
    return made


def ruled(found: Iterable[Stretch], middle: float) -> Ruled | None:
    """The lines to number on a page whose middle is at `middle`; None where there are none."""
    text = [each for each in found if not each.artifact and each.plain]
    if not text:
        return None
    edges = min(each.left for each in text), max(each.right for each in text)
    start = _second_column(text, middle, edges[1])
    second = [each for each in text if start is not None and each.left >= start - 1]
    first = [each for each in text if each not in second]
    return Ruled(_baselines(first), _baselines(second), edges)


def _second_column(text: list[Stretch], middle: float, edge: float) -> float | None:
    """Where a second column begins: where lines begin beside the middle, and many go on to the right edge."""
    beside = [
        each
        for each in text
        if middle - 1 < each.left < middle + COLUMN_START and not each.text.startswith(LEADER)
    ]
    starts = Counter(round(each.left) for each in beside)
    if not starts:
        return None
    start = min(starts, key=lambda place: (-starts[place], place))
    width = edge - start
    column = [each for each in beside if abs(each.left - start) < 1.5]
    full = [each for each in column if each.right - each.left > FULL * width]
    return float(start) if width > COLUMN_WIDTH and len(full) >= FULL_LINES * len(column) else None


def _baselines(column: list[Stretch]) -> list[float]:
    made: list[float] = []
    for place in sorted((each.baseline for each in column), reverse=True):
        if not made or made[-1] - place > SAME_LINE:
            made.append(place)
    return made


def _characters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float, float, bool, float]]:
    text = page.get_textpage()
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    marked: dict[int, bool] = {}
    for place in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, place))
        if char.isspace() or not raw.FPDFText_GetLooseCharBox(text, place, box):
            continue
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        thing = raw.FPDFText_GetTextObject(text, place)
        address = ctypes.addressof(thing.contents) if thing else 0
        if address not in marked:
            marked[address] = bool(thing) and _is_artifact(thing)
        yield char, y.value, min(x.value, box.left), box.right, marked[address], _size(text, place)


def _size(text: pypdfium2.PdfTextPage, place: int) -> float:
    """The size of a character's type on the page, in points."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, place, matrix)
    return float(raw.FPDFText_GetFontSize(text, place)) * hypot(matrix.c, matrix.d)


def _is_artifact(thing: object) -> bool:
    return any(
        _mark_name(raw.FPDFPageObj_GetMark(thing, number)) == "Artifact"
        for number in range(raw.FPDFPageObj_CountMarks(thing))
    )


def _mark_name(mark: object) -> str:
    length, buffer = ctypes.c_ulong(), ctypes.create_string_buffer(64)
    raw.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64, length)
    return buffer.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0")
