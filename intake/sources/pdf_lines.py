"""A frame's runs as printed lines, with the edges that indents and full lines are measured by."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable

from intake.sources.pdf_columns import Frame
from intake.sources.pdf_glyphs import Run, joined, rows_of
from intake.sources.pdf_tables import PdfTable

_BIN = 2.0


@dataclasses.dataclass
class PdfLine:
    """A printed line. `left` and `right` are the edges of its column; `frame` tells bands and columns apart.

    `ruled` means that a rule parts it from the line above.
    """

    text: str
    runs: list[Run]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int
    frame: int
    left: float = 0
    right: float = 0
    ruled: bool = False

    @property
    def indent(self) -> float:
        """How far from the column's edge the line begins, in ems."""
        return (self.x0 - self.left) / self.size

    @property
    def gap(self) -> float:
        """How far from the column's other edge the line ends, in ems."""
        return (self.right - self.x1) / self.size

    @property
    def indented(self) -> bool:
        """Whether the line begins a paragraph: two characters in, and not set in the middle."""
        return 1.4 <= self.indent <= 2.7 and not (self.centred and self.indent > 2.3)

    @property
    def centred(self) -> bool:
        return self.indent > 1.2 and abs(self.indent - self.gap) < 1


def lines_of(frames: list[Frame]) -> list[PdfLine | PdfTable]:
    """The lines and tables of a file in reading order."""
    flow: list[PdfLine | PdfTable] = []
    by_key: dict[tuple[int, int, int], list[PdfLine]] = defaultdict(list)
    for number, frame in enumerate(frames):
        above: PdfLine | None = None
        for piece in _in_order(frame):
            if isinstance(piece, PdfTable):
                flow.append(piece)
            else:
                line = _line(piece, frame.page, number)
                line.ruled = above is not None and _is_ruled(above, line, frame)
                above = line
                flow.append(line)
                by_key[(*frame.key, frame.page)].append(line)
    _set_edges(by_key)
    return flow


def _is_ruled(above: PdfLine, line: PdfLine, frame: Frame) -> bool:
    """Whether a rule stands between two lines, and reaches over one of them."""
    upper, lower = (above.top + above.bottom) / 2, (line.top + line.bottom) / 2
    return any(
        upper < y < lower and x0 <= max(above.x0, line.x0) + 1 and x1 >= min(above.x1, line.x1) - 1
        for y, x0, x1 in frame.rules
    )


def _in_order(frame: Frame) -> list[list[Run] | PdfTable]:
    rows: list[list[Run] | PdfTable] = []
    rows += rows_of(piece for piece in frame.pieces if isinstance(piece, Run))
    rows += [piece for piece in frame.pieces if isinstance(piece, PdfTable)]
    return sorted(rows, key=lambda row: row.top if isinstance(row, PdfTable) else row[0].middle)


def _line(runs: list[Run], page: int, frame: int) -> PdfLine:
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    main = max(runs, key=lambda run: len(run.glyphs))
    return PdfLine(
        text=joined(glyphs),
        runs=runs,
        x0=min(run.x0 for run in runs),
        x1=max(run.x1 for run in runs),
        top=main.top,
        bottom=main.bottom,
        size=main.size,
        page=page,
        frame=frame,
    )


def _set_edges(by_key: dict[tuple[int, int, int], list[PdfLine]]) -> None:
    """The edges of each column on each page; where it holds few lines there, as on the other pages."""
    usual: dict[tuple[int, int, int], list[tuple[float, float]]] = defaultdict(list)
    for (count, index, page), lines in by_key.items():
        if len(lines) >= 8:
            usual[count, index, page % 2].append(_edges(lines))
    for (count, index, page), lines in by_key.items():
        left, right = _edges(lines)
        known = usual.get((count, index, page % 2)) or usual.get((count, index, 1 - page % 2))
        if len(lines) < 8 and known:
            lefts, rights = zip(*known, strict=True)
            left, right = min(left, _middle(lefts)), max(right, _middle(rights))
        for line in lines:
            line.left, line.right = left, right


def _edges(lines: list[PdfLine]) -> tuple[float, float]:
    """The outermost places where several lines begin and end; of all lines where no two are alike."""
    fewest = 1 if len(lines) < 8 else max(2, len(lines) // 20)
    return (
        min(_often((line.x0 for line in lines), fewest)),
        max(_often((line.x1 for line in lines), fewest)),
    )


def _often(places: Iterable[float], fewest: int) -> list[float]:
    places = list(places)
    bins = Counter(round(x / _BIN) for x in places)
    often = [x for x in places if sum(bins[round(x / _BIN) + step] for step in (-1, 0, 1)) >= fewest]
    return often or places


def _middle(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
