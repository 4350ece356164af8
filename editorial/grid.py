"""A table of figures on its way through a form: what was typed stays what it is until it is saved."""

from dataclasses import dataclass, field

Rows = list[list[str]]
Faults = dict[tuple[int, int], str]
HEAD = -1
LAST = 32_767
NEW_WIDTH = 4


@dataclass
class Line:
    """A row of the grid. `origin` is the row's index in the table as it was; `place` where it shall go;
    `number` counts it on the page, from 0."""

    cells: list[str]
    origin: int | None = None
    place: int | None = None
    number: int = 0

    @property
    def empty(self) -> bool:
        return not any(self.cells)


@dataclass
class Grid:
    head: list[str]
    lines: list[Line] = field(default_factory=list)

    @classmethod
    def of(cls, rows: Rows) -> "Grid":
        width = max((len(row) for row in rows), default=NEW_WIDTH)
        padded = [row + [""] * (width - len(row)) for row in rows] or [[""] * width]
        lines = [Line(cells, index, index) for index, cells in enumerate(padded[1:], 1)]
        return cls(padded[0], lines)

    def rows(self) -> Rows:
        return [self.head, *(line.cells for line in self.lines)]

    def settled(self, before: Rows) -> "Grid":
        """The grid with its lines in the places that they were given, without those that were emptied."""
        kept = [line for line in self.lines if not line.empty or _was_empty(line, before)]
        # A new line comes behind the one that had its place.
        kept.sort(key=lambda line: (LAST if line.place is None else line.place, line.origin is None))
        return Grid(self.head, kept)


def _was_empty(line: Line, before: Rows) -> bool:
    return line.origin is not None and line.origin < len(before) and not any(before[line.origin])
