"""Tables without rules: rows whose pieces stand below one another are rows of cells."""

from intake.sources.pdf_glyphs import Run
from intake.sources.pdf_lines import PdfLine
from intake.sources.pdf_tables import PdfTable
from intake.text import squeeze

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LONGEST_ROW = 120


def aligned_rows(flow: list[PdfLine | PdfTable]) -> list[PdfLine | PdfTable]:
    """The flow with groups of aligned lines as tables; all else as it was."""
    result: list[PdfLine | PdfTable] = []
    group: list[PdfLine] = []
    for piece in [*flow, None]:
        if isinstance(piece, PdfLine) and _may_be_row(piece, group):
            group.append(piece)
            continue
        result += _as_table(group)
        group = []
        if isinstance(piece, PdfLine) and _may_be_row(piece, group):
            group.append(piece)
        elif piece is not None:
            result.append(piece)
    return result


def _may_be_row(line: PdfLine, group: list[PdfLine]) -> bool:
    if group and group[-1].frame != line.frame:
        return False
    parts = _parts(line)
    # Rows with only their first cell filled stand between others: （一）地区生产总值.
    if len(parts) < _FEWEST_CELLS:
        return bool(group) and len(parts) == 2 and _has_figure(parts)
    return len(line.text) <= _LONGEST_ROW and not any(
        len(run.glyphs) == 1 and not squeeze(run.text).isdigit() for run in parts[:1]
    )


def _parts(line: PdfLine) -> list[Run]:
    """The runs of a line that stand more than an em apart."""
    return line.runs


def _has_figure(runs: list[Run]) -> bool:
    return any(run.text.strip("-－+%.").replace(".", "").isdigit() for run in runs[1:])


def _as_table(group: list[PdfLine]) -> list[PdfLine | PdfTable]:
    """A group as a table where its pieces are short, many of them figures, and stand in columns."""
    if sum(len(line.runs) >= _FEWEST_CELLS for line in group) < _FEWEST_ROWS:
        return list(group)
    columns = _columns(group)
    figures = sum(any(char.isdigit() for char in run.text) for line in group for run in line.runs[1:])
    if len(columns) < _FEWEST_CELLS or figures < 0.4 * sum(len(line.runs) - 1 for line in group):
        return list(group)
    rows = [_cells(line, columns) for line in group]
    first, last = group[0], group[-1]
    return [
        PdfTable(
            min(line.x0 for line in group),
            max(line.x1 for line in group),
            first.top,
            last.bottom,
            rows,
            first.page,
            [line.runs for line in group],
        )
    ]


def _columns(group: list[PdfLine]) -> list[tuple[float, float]]:
    """The widths that pieces below one another take together."""
    spans = sorted((run.x0, run.x1) for line in group for run in line.runs)
    columns: list[tuple[float, float]] = []
    for x0, x1 in spans:
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _cells(line: PdfLine, columns: list[tuple[float, float]]) -> list[str]:
    cells = [""] * len(columns)
    for run in line.runs:
        index = next(n for n, (x0, x1) in enumerate(columns) if x0 <= run.x0 and run.x1 <= x1)
        cells[index] = (cells[index] + " " + run.text).strip()
    return cells
