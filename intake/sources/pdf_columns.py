"""The reading order of a page: its columns, and what stands across them.

A column begins where many lines begin that have others to their left, and columns of a page are equally
wide. What crosses the space between columns (a title, a rule, a wide table) parts the page into bands; each
band is read column by column.
"""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from intake.sources.pdf_glyphs import Run, rows_of
from intake.sources.pdf_page import PageParts
from intake.sources.pdf_tables import PdfTable

Columns = tuple[float, ...]  # where each column after the first begins
_TOLERANCE = 2.5
# Lines of running text are so long, as a share of their column, on the average.
_FILLED = 0.55
_FEWEST_LINES = 4
_TITLE_SIZE, _SET_APART = 1.6, 3


@dataclasses.dataclass
class Frame:
    """A column's part of a page, or the page's whole width: the pieces that stand in it.

    `rules` are the page's (y, x0, x1); one between two lines parts them.
    """

    page: int
    key: tuple[int, int]  # of how many columns which one
    pieces: list[Run | PdfTable]
    rules: list[tuple[float, float, float]] = dataclasses.field(default_factory=list)


def find_columns(page: PageParts) -> Columns:
    """Where the second and third columns of a page begin; empty where it has one."""
    if len(page.runs) < 2 * _FEWEST_LINES:
        return ()
    left, right = min(run.x0 for run in page.runs), max(run.x1 for run in page.runs)
    em = body_size(page.runs)
    starts = [x for x in common_starts(page.runs) if x > left + 4 * em]
    for count in (3, 2):
        best: tuple[float, Columns] = (0, ())
        for columns in choices(starts, count):
            if _equal(columns, left, right, em):
                best = max(best, (_weight(page.runs, columns, left, right, em), columns))
        if best[0] > 0:
            return best[1]
    return ()


def body_size(runs: Sequence[Run]) -> float:
    """The size of most characters."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[run.size] += len(run.glyphs)
    return sizes.most_common(1)[0][0]


def common_starts(runs: Sequence[Run], fewest: float = 0) -> list[float]:
    """The places where several runs begin: at least so many, by default a part of all."""
    fewest = fewest or max(3, 0.04 * len(runs))
    xs = sorted(run.x0 for run in runs)
    starts, group = [], [xs[0]]
    for x in [*xs[1:], float("inf")]:
        if x - group[0] > _TOLERANCE:
            if len(group) >= fewest:
                starts.append(group[0])
            group = []
        group.append(x)
    return starts


def choices(starts: list[float], count: int) -> list[Columns]:
    """Every way in which so many columns may begin at these places."""
    if count == 2:
        return [(x,) for x in starts]
    return [(x, y) for n, x in enumerate(starts) for y in starts[n + 1 :]]


def _equal(columns: Columns, left: float, right: float, em: float) -> bool:
    """Whether columns that begin there are equally wide: pitches alike, the last one shorter by the gap."""
    edges = (left, *columns)
    pitches = [after - before for before, after in pairwise(edges)]
    last = right - columns[-1]
    return max(pitches) - min(pitches) < em and -em < min(pitches) - last < 6 * em


def _weight(runs: Sequence[Run], columns: Columns, left: float, right: float, em: float) -> float:
    """How many characters stand in such columns; 0 where it does not look like columns of text."""
    edges = (left, *columns, right + em)
    width = columns[0] - left
    total = 0
    for before, after in pairwise(edges):
        held = [run for run in runs if run.x0 >= before - _TOLERANCE and run.x1 <= after - 0.4 * em]
        lines = [(row[0].x0, row[-1].x1) for row in rows_of(held)]
        long = sum(x1 - x0 for x0, x1 in lines) >= _FILLED * len(lines) * (width - 2 * em)
        at_edge = sum(x0 - before < 2.6 * em for x0, _ in lines) >= 0.5 * len(lines)
        if len(lines) < _FEWEST_LINES or not long or not at_edge:
            return 0
        total += sum(len(run.glyphs) for run in held)
    across = sum(len(run.glyphs) for run in runs if crosses(run, columns))
    return total - across if total >= 0.3 * sum(len(run.glyphs) for run in runs) else 0


def fits(page: PageParts, columns: Columns) -> bool:
    """Whether the columns of the other pages may be this page's: lines begin there, few cross."""
    if not page.runs:
        return False
    em = body_size(page.runs)
    begin = sum(-_TOLERANCE <= run.x0 - x <= 2.6 * em for run in page.runs for x in columns)
    cross = sum(crosses(run, columns) for run in page.runs)
    return begin >= 2 and cross <= 0.5 * len(page.runs)


def crosses(piece: Run | PdfTable, columns: Columns) -> bool:
    """Whether a run or a table stands across the space before a column."""
    return any(piece.x0 < x - _TOLERANCE and piece.x1 > x + _TOLERANCE for x in columns)


def frames_of(page: PageParts, columns: Columns) -> list[Frame]:
    """The page's pieces in reading order, by frames."""
    frames = _frames(page, columns)
    for frame in frames:
        frame.rules = page.rules
    return frames


def _frames(page: PageParts, columns: Columns) -> list[Frame]:
    pieces: list[Run | PdfTable] = [*page.runs, *page.tables]
    if not columns:
        return [Frame(page.number, (1, 0), sorted(pieces, key=lambda piece: piece.top))] if pieces else []
    wide = [piece for piece in pieces if crosses(piece, columns)]
    wide += [
        piece
        for piece in pieces
        if isinstance(piece, Run) and piece not in wide and _is_set_wide(piece, page, columns)
    ]
    narrow = [piece for piece in pieces if not any(piece is other for other in wide)]
    cuts = [((piece.top + piece.bottom) / 2, piece) for piece in wide]
    rules = [y for y, x0, x1 in page.rules if any(x0 < x - 10 and x1 > x + 10 for x in columns)]
    marks = sorted([*cuts, *((y, None) for y in rules)], key=lambda mark: mark[0])
    frames: list[Frame] = []
    for y, piece in [*marks, (float("inf"), None)]:
        band = [other for other in narrow if (other.top + other.bottom) / 2 < y]
        narrow = [other for other in narrow if (other.top + other.bottom) / 2 >= y]
        label = _label_over(piece, band, columns) if piece is not None else []
        frames += _band(page.number, [other for other in band if other not in label], columns)
        for across in [*label, *([piece] if piece is not None else [])]:
            if frames and frames[-1].key[0] == 1:
                frames[-1].pieces.append(across)
            else:
                frames.append(Frame(page.number, (1, 0), [across]))
    return frames


def _label_over(wide: Run | PdfTable, band: list[Run | PdfTable], columns: Columns) -> list[Run | PdfTable]:
    """The short lines at the left over a title or table across the columns, apart from the text: 附件1."""
    lowest = sorted(band, key=lambda piece: piece.top)
    label: list[Run | PdfTable] = []
    while lowest and len(label) < 3 and isinstance(lowest[-1], Run) and _column_of(lowest[-1], columns) == 0:
        label.insert(0, lowest.pop())
        height = label[0].bottom - label[0].top
        floor = max((piece.bottom for piece in lowest), default=0)
        if label[0].top - floor > 1.2 * height and wide.top - label[-1].bottom < 4 * height:
            return label
    return []


def _is_set_wide(run: Run, page: PageParts, columns: Columns) -> bool:
    """Whether a run is a piece of a title whose characters are set apart: 公  报 over both columns."""
    em = body_size(page.runs)
    if run.size < 1.15 * em:
        return False
    row = [other for other in page.runs if abs(other.middle - run.middle) < 0.5 * run.size]
    # Two headings of two columns may stand on one line; a title over both is larger, or single characters.
    if run.size < _TITLE_SIZE * em and any(len(other.glyphs) > _SET_APART for other in row):
        return False
    left, right = min(r.x0 for r in page.runs), max(r.x1 for r in page.runs)
    first, last = min(r.x0 for r in row), max(r.x1 for r in row)
    centred = abs((first + last) / 2 - (left + right) / 2) < max(2 * em, 2 * run.size)
    return centred and first < columns[0] < last and all(r.size > 1.1 * em for r in row)


def _band(number: int, band: list[Run | PdfTable], columns: Columns) -> list[Frame]:
    frames = []
    for index in range(len(columns) + 1):
        held = [piece for piece in band if _column_of(piece, columns) == index]
        if held:
            frames.append(Frame(number, (len(columns) + 1, index), sorted(held, key=lambda piece: piece.top)))
    return frames


def _column_of(piece: Run | PdfTable, columns: Columns) -> int:
    return sum(piece.x0 >= x - _TOLERANCE for x in columns)
