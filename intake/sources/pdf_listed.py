"""Tables with rules between their rows only: what stands between two rules is a row, however its cells hang."""

import statistics
from collections import defaultdict
from itertools import pairwise

from intake.sources.pdf_glyphs import Glyph, Run, rows_of
from intake.sources.pdf_tables import PdfTable, cell_text

Rule = tuple[float, float, float]
_FEWEST_RULES = 3
# A row of such a table has few lines; what has more is text between rules.
_LONGEST_ROW = 4
_GAP = 0.8


def take_listed(runs: list[Run], rules: list[Rule], number: int) -> tuple[list[PdfTable], list[Run]]:
    """The tables between these rules, and the runs that are in none."""
    tables = []
    for ys, x0, x1 in _ladders(rules):
        table, runs = _table(runs, ys, (x0, x1), number)
        if table:
            tables.append(table)
    return tables, runs


def _ladders(rules: list[Rule]) -> list[tuple[list[float], float, float]]:
    """Rules of one width below one another, those in pieces put together: their heights, and the width."""
    whole: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules:
        whole[round(rule[0] / 2)].append(rule)
    ladders: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    for pieces in whole.values():
        x0, x1 = min(x for _, x, _ in pieces), max(x for _, _, x in pieces)
        ladders[round(x0 / 4), round(x1 / 4)].append((pieces[0][0], x0, x1))
    return [
        (sorted(y for y, _, _ in held), held[0][1], held[0][2])
        for held in ladders.values()
        if len(held) >= _FEWEST_RULES
    ]


def _table(
    runs: list[Run], ys: list[float], width: tuple[float, float], number: int
) -> tuple[PdfTable | None, list[Run]]:
    inside = [run for run in runs if width[0] - 4 <= run.x0 and run.x1 <= width[1] + 4]
    bands = [[run for run in inside if low < run.middle < high] for low, high in pairwise(ys)]
    filled = [band for band in bands if band]
    if (
        len(filled) < _FEWEST_RULES - 1
        or statistics.median(len(rows_of(band)) for band in filled) > _LONGEST_ROW
    ):
        return None, runs
    gaps = _gaps([run for band in filled for run in band])
    if not gaps:
        return None, runs
    first = _first_row(inside, ys[0], gaps, max(high - low for low, high in pairwise(ys)))
    rows = [[_cell(band, low, high) for low, high in _cells(gaps)] for band in [first, *filled] if band]
    held = {id(run) for band in [first, *filled] for run in band}
    taken = [run for run in runs if id(run) in held]
    table = PdfTable(
        width[0],
        width[1],
        min(run.top for run in taken),
        ys[-1],
        rows,
        number,
        [band for band in [first, *filled] if band],
    )
    return table, [run for run in runs if id(run) not in held]


def _gaps(runs: list[Run]) -> list[float]:
    """The middles of what stays empty between the runs of all rows, from the left to the right."""
    em = statistics.median(run.size for run in runs)
    gaps: list[float] = []
    reach = min(run.x1 for run in runs)
    for run in sorted(runs, key=lambda run: run.x0):
        if run.x0 - reach > _GAP * em:
            gaps.append((reach + run.x0) / 2)
        reach = max(reach, run.x1)
    return gaps


def _first_row(runs: list[Run], rule: float, gaps: list[float], height: float) -> list[Run]:
    """What stands over the first rule in the same columns: a row that needs no rule above it."""
    over = [run for run in runs if rule - height < run.top and run.bottom <= rule + 1]
    crossing = any(run.x0 < gap < run.x1 for run in over for gap in gaps)
    sides = {sum(run.x0 > gap for gap in gaps) for run in over}
    return [] if crossing or len(sides) < 2 else over


def _cells(gaps: list[float]) -> list[tuple[float, float]]:
    edges = [float("-inf"), *gaps, float("inf")]
    return list(pairwise(edges))


def _cell(band: list[Run], low: float, high: float) -> str:
    glyphs: list[Glyph] = [glyph for run in band if low < run.x0 < high for glyph in run.glyphs]
    return cell_text(glyphs)
