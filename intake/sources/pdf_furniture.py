"""What a PDF prints on page after page and is no text: running heads and feet, page numbers."""

import re
import statistics
from collections import Counter, defaultdict
from itertools import pairwise

from intake.sources.pdf_glyphs import Run, rows_of
from intake.sources.pdf_page import PageParts
from intake.text import likeness, squeeze

# Heights of lines that count as the same, in points.
_SLOT = 5
# At one height of the page so much of what stands there must come again for it to be furniture.
_REPEATED_SHARE = 0.75
_FEWEST_PAGES = 3
_ROUNDS = 3
_ALIKE = 0.75
# Heads and feet stand in so much of the page's height at each end.
_MARGIN = 0.16
_FRAME = r"[—\-–－·•・.\s~～|/]*"
_FRAMED_NUMBER = re.compile(
    rf"^(?:[—\-–－·•・~～]{_FRAME}\d{{1,4}}{_FRAME}[—\-–－·•・~～]|第\d{{1,4}}页(?:[,，/]?共\d{{1,4}}页)?|\d{{1,4}}/\d{{1,4}})$"
)
_BARE_NUMBER = re.compile(r"^\d{1,4}$")


class Furniture:
    """Takes furniture off the pages; `taken` counts, for each wording, the pages that it stood on."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()
        self.numbered = 0

    def take_off(self, pages: list[PageParts]) -> None:
        """Remove heads, feet and page numbers from `runs` of the pages."""
        for edge in (0, -1):
            for _round in range(_ROUNDS):
                if not self._take_edge(pages, edge):
                    break
        del self.taken[""]

    def _take_edge(self, pages: list[PageParts], edge: int) -> bool:
        """Remove the outermost line of the pages where it is furniture; whether any was."""
        lines = {page.number: _outermost(page, edge) for page in pages}
        numbers = _page_numbers(pages, lines)
        apart = [page for page in pages if _stands_apart(page, edge)]
        repeated = _repeated(pages, apart, lines)
        found = False
        for page in pages:
            row = lines[page.number]
            if not row:
                continue
            number = numbers.get(page.number)
            if page.number in repeated:
                self.taken[_wording([run for run in row if run is not number])] += 1
                self.numbered += number is not None
                gone = row
            elif number is not None:
                self.numbered += 1
                gone = [number]
            else:
                continue
            found = True
            dropped = {id(run) for run in gone}
            page.runs = [run for run in page.runs if id(run) not in dropped]
        return found


def _outermost(page: PageParts, edge: int) -> list[Run]:
    """The highest or the lowest line of a page, if no table lies beyond it."""
    rows = rows_of(page.runs)
    if not rows:
        return []
    row = rows[edge]
    for table in page.tables:
        if (edge == 0 and table.top < row[0].top) or (edge == -1 and table.bottom > row[0].bottom):
            return []
    return row


def _page_numbers(pages: list[PageParts], lines: dict[int, list[Run]]) -> dict[int, Run]:
    """The page numbers among these lines: in dashes, or bare figures that count as the pages do."""
    candidates = []
    for page in pages:
        row = lines[page.number]
        near_edge = row and (row[0].bottom < 0.14 * page.height or row[0].top > 0.86 * page.height)
        if not near_edge:
            continue
        for run in (_whole(row), *row):
            text = squeeze(run.text)
            if _FRAMED_NUMBER.match(text) or _BARE_NUMBER.match(text):
                figure = re.search(r"\d+", text)
                candidates.append(
                    (page.number, run, int(figure[0]) if figure else 0, bool(_FRAMED_NUMBER.match(text)))
                )
                break
    offsets = Counter(figure - number for number, _run, figure, _framed in candidates)
    return {
        number: run
        for number, run, figure, framed in candidates
        if framed or offsets[figure - number] >= min(_FEWEST_PAGES, max(2, len(pages) // 2))
    }


def _whole(row: list[Run]) -> Run:
    """A line's runs as one: — 3 — may be set wide. A line of one run is that run."""
    if len(row) == 1 or not _FRAMED_NUMBER.match(squeeze("".join(run.text for run in row))):
        return row[0]
    glyphs = [glyph for run in row for glyph in run.glyphs]
    first = row[0]
    first.glyphs, first.x1 = glyphs, row[-1].x1
    for run in row[1:]:
        run.glyphs = []
    return first


def _wording(row: list[Run]) -> str:
    return "　".join(run.text for run in row if run.glyphs)


def _key(row: list[Run]) -> str:
    """The wording without figures and blanks: the number of the page differs."""
    return re.sub(r"\d+|[—\-–－]", "#", squeeze("".join(run.text for run in row)))


def _keys(rows: list[tuple[int, list[Run]]]) -> dict[int, str]:
    """The key of each page's line; recognised lines that are much alike have the same one."""
    keys: dict[int, str] = {}
    for number, row in rows:
        key = _key(row)
        if (
            any(glyph.confidence is not None for run in row for glyph in run.glyphs)
            and key not in keys.values()
        ):
            alike = (
                other for other in set(keys.values()) if len(other) > 5 and likeness(other, key) > _ALIKE
            )
            key = next(alike, key)
        keys[number] = key
    return keys


def _stands_apart(page: PageParts, edge: int) -> bool:
    """Whether the outermost line stands in the margin: by a rule, or by more space than between lines."""
    row = _outermost(page, edge)
    if not row or not (row[0].bottom < _MARGIN * page.height or row[0].top > (1 - _MARGIN) * page.height):
        return False
    rows = [(min(run.top for run in row), max(run.bottom for run in row)) for row in rows_of(page.runs)]
    spaces = [below[0] - above[1] for above, below in pairwise(rows)]
    beyond = [(table.top, table.bottom) for table in page.tables]
    top, bottom = rows[edge]
    if edge == 0:
        following = min((y for y, _ in [*rows[1:], *beyond]), default=page.height)
        between, space = (bottom, following), following - bottom
    else:
        following = max((y for _, y in [*rows[:-1], *beyond]), default=0.0)
        between, space = (following, top), top - following
    ruled = any(between[0] - 1 <= y <= between[1] + 1 for y, _, _ in page.rules)
    usual = max(statistics.median(spaces), 0) if len(spaces) > 2 else 0
    return ruled or space > 1.5 * usual + 1


def _repeated(pages: list[PageParts], apart: list[PageParts], lines: dict[int, list[Run]]) -> set[int]:
    """The numbers of the pages whose line says what others say at the same height.

    That it is furniture is told by the pages on which it stands `apart`.
    """
    count = len(pages)
    slots: dict[tuple[int, int], list[PageParts]] = defaultdict(list)
    for page in apart:
        slots[round(page.height), round(lines[page.number][0].middle / _SLOT)].append(page)
    fewest = _FEWEST_PAGES if count > 3 else 2
    repeated: set[int] = set()
    known: set[tuple[int, int, str]] = set()
    for (height, slot), held in slots.items():
        near = [page for other in (slot - 1, slot, slot + 1) for page in slots.get((height, other), [])]
        keys = _keys([(page.number, lines[page.number]) for page in near])
        words = Counter(keys.values())
        again = sum(often for often in words.values() if often >= fewest)
        if again < _REPEATED_SHARE * len(near) or len(near) < max(fewest, 0.15 * count):
            continue
        repeated |= {page.number for page in held if words[keys[page.number]] >= fewest}
        known |= {(height, slot + step, key) for key in words if words[key] >= fewest for step in (-1, 0, 1)}
    return repeated | {page.number for page in pages if _place(page, lines[page.number]) in known}


def _place(page: PageParts, row: list[Run]) -> tuple[int, int, str] | None:
    return (round(page.height), round(row[0].middle / _SLOT), _key(row)) if row else None
