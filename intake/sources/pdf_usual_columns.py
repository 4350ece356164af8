"""The columns of each page, with those of the whole file where a page by itself has too little text to tell."""

from collections import Counter
from collections.abc import Sequence

from intake.sources.pdf_columns import Columns, body_size, choices, common_starts, crosses, find_columns, fits
from intake.sources.pdf_glyphs import Run, rows_of
from intake.sources.pdf_page import PageParts

# How wide the space between columns is, and how far from the edge a full line may end, in ems.
_NARROWEST_GAP, _WIDEST_GAP = 0.8, 4.0
_NEARLY = 1.2
_INDENT = 2.7
# So many lines, and so large a part of all, reach the edge of their column.
_FEWEST_FULL = 3
_FULL_SHARE = 0.2
_FEWEST_STARTS = 3


def columns_of(pages: Sequence[PageParts]) -> list[Columns]:
    """Where the columns after the first begin, for each page."""
    found = [find_columns(page) for page in pages]
    usual = Counter(_rounded(columns) for columns in found if columns)
    known = {_rounded(columns): columns for columns in found if columns}
    for index, page in enumerate(pages):
        own = usual[_rounded(found[index])] if found[index] else 0
        for key, count in usual.most_common(2):
            if count >= max(2, 3 * own) and fits(page, known[key]):
                found[index] = known[key]
                break
    for index, shared in enumerate(_shared(pages)):
        if shared and _takes(pages[index], found[index], shared):
            found[index] = shared.columns
    return found


def _rounded(columns: Columns) -> Columns:
    return tuple(float(round(x / 3)) for x in columns)


class _Grid:
    """Equal columns between two edges, which lines of several pages begin and end at."""

    def __init__(self, columns: Columns, left: float, right: float, em: float) -> None:
        self.columns, self.em = columns, em
        self.starts = (left, *columns)
        self.gap = (columns[0] - left) - (right - columns[-1])
        self.ends = (*(x - self.gap for x in columns), right)

    @property
    def is_even(self) -> bool:
        """Whether the columns are equally wide, with a usual space between them."""
        pitches = [after - before for before, after in zip(self.starts, self.starts[1:], strict=False)]
        even = max(pitches) - min(pitches) < 0.2 * self.em
        return even and _NARROWEST_GAP * self.em <= self.gap <= _WIDEST_GAP * self.em

    def lines(self, page: PageParts) -> list[tuple[int, float, float]]:
        """The lines that stand in the columns: in which, and from where to where."""
        made = []
        for index, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            held = [run for run in page.runs if run.x0 >= start - 2.5 and run.x1 <= end + 0.5 * self.em]
            made += [(index, row[0].x0, row[-1].x1) for row in rows_of(held)]
        return made

    def is_full(self, line: tuple[int, float, float]) -> bool:
        index, x0, x1 = line
        return self.begins(line) and self.ends[index] - x1 < _NEARLY * self.em and x0 < x1

    def begins(self, line: tuple[int, float, float]) -> bool:
        return line[1] - self.starts[line[0]] <= _INDENT * self.em

    def holds(self, page: PageParts) -> bool:
        """Whether a page may be set so: nothing stands across but what is centred, and some lines are full."""
        middle = (self.starts[0] + self.ends[-1]) / 2
        if any(
            crosses(run, self.columns) and abs((run.x0 + run.x1) / 2 - middle) > self.em for run in page.runs
        ):
            return False
        lines = self.lines(page)
        return any(self.begins(line) for line in lines if line[0]) and any(
            self.is_full(line) for line in lines
        )


def _takes(page: PageParts, own: Columns, shared: _Grid) -> bool:
    """Whether a page that has no columns, or those that its indents seem to be, is set in the shared ones."""
    if not shared.holds(page):
        return False
    return not own or (
        len(own) == len(shared.columns)
        and all(0 < x - y <= _INDENT * shared.em + 2.5 for x, y in zip(own, shared.columns, strict=True))
    )


def _shared(pages: Sequence[PageParts]) -> list[_Grid | None]:
    """The grid of all pages, or, where margins are mirrored, of those on the left and on the right."""
    whole = _grid(pages)
    if whole:
        return [whole] * len(pages)
    sides = [_grid(pages[start::2]) for start in (0, 1)]
    return [sides[index % 2] for index in range(len(pages))]


def _grid(pages: Sequence[PageParts]) -> _Grid | None:
    """Three or two columns that many lines of the pages together begin and end at; None where there are none."""
    runs = [run for page in pages for run in page.runs]
    if len(runs) < 2 * _FEWEST_FULL:
        return None
    em = body_size(runs)
    left, right = _edges([run for run in runs if abs(run.size - em) < 0.06 * em])
    starts = common_starts(runs, _FEWEST_STARTS)
    for count in (3, 2):
        near = [
            x
            for x in starts
            if any(0 <= x - (left + (right - left) * n / count) <= _WIDEST_GAP * em for n in range(1, count))
        ]
        grids = [_Grid(columns, left, right, em) for columns in choices(near, count)]
        for grid in sorted(grids, key=lambda grid: grid.columns):
            if grid.is_even and _is_used(grid, pages):
                return grid
    return None


def _edges(runs: Sequence[Run]) -> tuple[float, float]:
    """Where the text begins and ends on several pages."""
    lefts = Counter(round(run.x0 / 2) for run in runs)
    rights = Counter(round(run.x1 / 2) for run in runs)
    return (
        min((run.x0 for run in runs if lefts[round(run.x0 / 2)] > 1), default=0),
        max((run.x1 for run in runs if rights[round(run.x1 / 2)] > 1), default=0),
    )


def _is_used(grid: _Grid, pages: Sequence[PageParts]) -> bool:
    """Whether in every column many lines are full."""
    lines = [line for page in pages if grid.holds(page) for line in grid.lines(page)]
    for index in range(len(grid.starts)):
        within = [line for line in lines if line[0] == index]
        full = sum(grid.is_full(line) for line in within)
        if full < max(_FEWEST_FULL, _FULL_SHARE * len(within)):
            return False
    return True
