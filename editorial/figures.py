"""What is wrong with the figures of a month's table, said of the cell in which it stands."""

from decimal import Decimal

from django.utils.translation import gettext as _

from editorial.grid import HEAD, Faults, Grid, Line, Rows
from intake.readers.statistics import measure_of, read_rows
from intake.reading import Observation

# The month is of no account for whether a figure can be read.
ANY_MONTH = "2000-01"
LONGEST = {"indicator": 100, "unit": 30}


def faults_in(grid: Grid, before: Rows) -> Faults:
    """The faults by line and column; only of what was typed or changed, `before` being the table as it was.

    A table from the paper may hold what cannot be read; it does not keep an editor from putting right a
    figure beside it.
    """
    found: Faults = {}
    for line in grid.lines:
        for column in _touched(grid, line, before):
            _check_figure(grid.head[column], line, column, found)
    _check_names(grid, before, found)
    return found


def _touched(grid: Grid, line: Line, before: Rows) -> list[int]:
    """The columns of the line in which a figure, or the head over it, is new."""
    old = before[line.origin] if line.origin is not None and line.origin < len(before) else []
    head = before[0] if before else []
    return [
        column
        for column, cell in enumerate(line.cells)
        if column and cell and (_at(old, column) != cell or _at(head, column) != grid.head[column])
    ]


def _check_figure(head: str, line: Line, column: int, found: Faults) -> None:
    if not line.cells[0]:
        found[line.number, 0] = _("第%(row)s行有数字，请写明是什么指标。") % {"row": line.number + 1}
    if measure_of(head) is None:
        found[HEAD, column] = _(
            "第%(column)s列有数字，请在表头写明口径，如“2月”“1-2月累计”“比上年同期增减%%”。"
        ) % {"column": column + 1}
        return
    read, unread = read_rows([["", head], [line.cells[0] or "—", line.cells[column]]], ANY_MONTH)
    if unread or any(not _fits(each) for each in read):
        found[line.number, column] = _("第%(row)s行“%(label)s”的“%(head)s”：“%(cell)s”不是能收录的数字。") % {
            "row": line.number + 1,
            "label": line.cells[0],
            "head": head,
            "cell": line.cells[column],
        }


def _fits(read: Observation) -> bool:
    value = Decimal(read.value)
    exponent = value.as_tuple().exponent
    return len(read.value) <= 30 and abs(value) < 10**14 and isinstance(exponent, int) and exponent >= -6


def _check_names(grid: Grid, before: Rows, found: Faults) -> None:
    """No indicator stands twice under one parent with a figure of the same kind; none is too long to keep."""
    first: dict[tuple[str | None, str, str], Line] = {}
    for read in read_rows(grid.rows(), ANY_MONTH)[0]:
        line = grid.lines[read.lines[0][0] - 1]
        earlier = first.setdefault((read.parent, read.indicator, read.measure), line)
        if not (_is_new(line, before) or _is_new(earlier, before)):
            continue
        said = {"row": line.number + 1, "label": line.cells[0], "earlier": earlier.number + 1}
        if earlier is not line:
            found[line.number, 0] = (
                _("第%(row)s行“%(label)s”与第%(earlier)s行重复，同一个数写了两次。") % said
            )
        elif any(len(getattr(read, name) or "") > longest for name, longest in LONGEST.items()):
            found[line.number, 0] = _("第%(row)s行的指标名或者单位太长。") % said


def _is_new(line: Line, before: Rows) -> bool:
    return line.origin is None or line.origin >= len(before) or before[line.origin] != line.cells


def _at(cells: list[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""
