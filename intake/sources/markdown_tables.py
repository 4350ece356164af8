"""HTML tables inside Markdown as rows; rows of pipes that lack the outer ones."""

import re
from bisect import bisect_left

from intake.sources.rows import Cell, grid, row_line

Numbered = tuple[int, str]
_OPEN = re.compile(r"<table\b", re.I)
_CLOSE = re.compile(r"</table\s*>", re.I)
_WRAPPER = re.compile(r"</?(?:html|body)\s*>", re.I)
# Rows end where they say so, or where the next one begins.
_ROW_END = re.compile(r"</tr\s*>|(?=<tr\b)|(?=</table)", re.I)
_CELL = re.compile(r"<t[dh]\b(?P<how>[^<>]{0,500})>(?P<text>.*?)(?=<t[dh]\b|</t[dhr]\b|<tr\b|$)", re.I | re.S)
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?(\d{1,3})", re.I)
_TAGS = re.compile(r"</?[a-z][^<>]{0,200}>", re.I)
_LONGEST_TABLE = 5_000
_DIVIDER = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")


def expand_tables(lines: list[Numbered], ornament: str) -> list[Numbered]:
    """Lines with each HTML table as rows; lines that hold only its marks become ornaments.

    A row stands on the line on which it ends; rows that share a line become lines with that line's number.
    A table that does not end stays as it is.
    """
    ends = [place for place, (_number, line) in enumerate(lines) if _CLOSE.search(line)]
    result: list[Numbered] = []
    place = 0
    while place < len(lines):
        nearest = bisect_left(ends, place)
        end = ends[nearest] if nearest < len(ends) else len(lines)
        if end < min(len(lines), place + _LONGEST_TABLE) and _OPEN.search(lines[place][1]):
            result += _expanded(lines[place : end + 1], ornament)
            place = end + 1
        else:
            result.append(lines[place])
            place += 1
    return result


def _expanded(lines: list[Numbered], ornament: str) -> list[Numbered]:
    """The lines of one table, and of what stands on its first and last line beside it."""
    first, last = _OPEN.search(lines[0][1]), list(_CLOSE.finditer(lines[-1][1]))[-1]
    start = first.start() if first else 0
    if len(lines) == 1 and start > last.start():
        return lines
    before = _WRAPPER.sub("", lines[0][1][:start]).strip()
    after = _WRAPPER.sub("", lines[-1][1][last.end() :]).strip()
    inner = list(lines)
    inner[-1] = (inner[-1][0], inner[-1][1][: last.end()])
    inner[0] = (inner[0][0], inner[0][1][start:])
    by_line: dict[int, list[str]] = {lines[0][0]: [before] if before else []}
    for number, line in _printed(inner):
        by_line.setdefault(number, []).append(line)
    if after:
        by_line.setdefault(lines[-1][0], []).append(after)
    return [(number, line) for number, _text in lines for line in by_line.get(number) or [ornament]]


def _printed(inner: list[Numbered]) -> list[Numbered]:
    """The rows of a table as lines, and what it holds outside of its cells, each with the line where it ends."""
    rows: list[tuple[int, list[Cell]]] = []
    loose: list[tuple[int, int, str]] = []
    rest: list[str] = []
    for number, text in inner:
        *ended, open_ = _ROW_END.split(text)
        for piece in ended:
            _take(number, "\n".join([*rest, piece]), rows, loose)
            rest = []
        rest.append(open_)
    _take(inner[-1][0], "\n".join(rest), rows, loose)
    lines = [
        (number, row_line(row)) for (number, _cells), row in zip(rows, grid(c for _n, c in rows), strict=True)
    ]
    for place, number, text in reversed(loose):
        lines.insert(place, (number, text))
    return [(number, line) for number, line in lines if line]


def _take(
    number: int, piece: str, rows: list[tuple[int, list[Cell]]], loose: list[tuple[int, int, str]]
) -> None:
    cells = []
    for match in _CELL.finditer(piece):
        spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(match["how"])}
        cells.append(Cell(_words(match["text"]), spans.get("col", 1), spans.get("row", 1)))
    outside = _words(_CELL.sub(" ", piece))
    if outside:
        loose.append((len(rows), number, outside))
    if cells:
        rows.append((number, cells))


def _words(text: str) -> str:
    return " ".join(_TAGS.sub(" ", text).split())


def with_outer_pipes(lines: list[Numbered]) -> list[Numbered]:
    """Rows of a | b | c above and below a divider, with the pipes at both ends that mark a row."""
    result = list(lines)
    inside = False
    for place, (_number, line) in enumerate(lines):
        if _DIVIDER.match(line):
            if not line.strip().startswith("|") and place and not inside:
                _mark(result, place - 1)
                inside = True
        elif inside:
            inside = "|" in line
            _mark(result, place)
    return result


def _mark(lines: list[Numbered], place: int) -> None:
    number, line = lines[place]
    if "|" in line and not line.strip().startswith("|"):
        lines[place] = (number, f"| {line.strip().rstrip('|')} |")
