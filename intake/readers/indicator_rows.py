"""The rows of a table that the source sets without tabs: with bars between the cells, or blanks."""

import re

from intake.lines import Line, is_rule
from intake.readers.indicator_cells import figure, is_nothing, is_unit

_BARS = re.compile(r"[|│┃｜]")
_BOX = re.compile(r"^[\s┌┐└┘├┤┬┴┼─━┏┓┗┛│|+\-=]+$")
# Blanks between characters and figures are not kept in a line's text: 亿元 496.30, 单位 1—12月.
_BEFORE_FIGURE = re.compile(r"([一-鿿）)%％])(?=[-－−]?\d[\d,，.]*$)")
_BEFORE_MONTH = re.compile(r"(单位|指标|名称|项目|本月|当月|\d月|累计|[）)%％])(?=\d)")
_HEAD = re.compile(r"指\s*标|项\s*目|单位|本月|累计|同比|增长|增减|绝对")


def rows_of(lines: list[Line]) -> list[tuple[list[str], Line]]:
    """The rows of a table with their lines; a line that is no row (a title, a note) is left out."""
    rows: list[tuple[list[str], Line]] = []
    width = 0
    for line in lines:
        if line.blank or is_rule(line) or _BOX.match(line.text):
            continue
        cells = list(line.cells) if line.cells else None
        if cells is None and len(_BARS.findall(line.text)) >= 2:
            cells = [cell.strip() for cell in _BARS.split(line.text.strip("|│┃｜"))]
        if cells is None:
            cells = _set_with_blanks(line.text, width)
        if cells is None:
            continue
        if any(cell.strip() for cell in cells):
            rows.append((cells, line))
            width = width or len(cells)
    return rows


def _set_with_blanks(text: str, width: int) -> list[str] | None:
    """The cells of a row with blanks between them; None where its figures do not fill the table's columns.

    `width` is that of the head, 0 for the head itself.
    """
    if not width:
        return _head(_BEFORE_MONTH.sub(r"\1 ", text).split())
    pieces = [part for piece in text.split() for part in _BEFORE_FIGURE.sub(r"\1 ", piece).split()]
    if len(pieces) == 1:
        return None
    behind = 0
    while behind < len(pieces) - 1 and _is_cell(pieces[-1 - behind]):
        behind += 1
    cells = pieces[len(pieces) - behind :]
    name = pieces[: len(pieces) - behind]
    if not cells:
        # A second row of heads is as wide as the figures' columns, or less.
        return _head(pieces) if _HEAD.search(text) else None
    if len(name) > 1 and is_unit(name[-1]):
        cells, name = [name[-1], *cells], name[:-1]
    # With fewer figures than columns nobody can say which are missing.
    return ["".join(name), *cells] if len(cells) == width - 1 else None


def _is_cell(piece: str) -> bool:
    return figure(piece) is not None or is_nothing(piece)


def _head(pieces: list[str]) -> list[str] | None:
    """指 标 本月 累计: the characters of a head set wide are one."""
    cells: list[str] = []
    for piece in pieces:
        if cells and len(piece) == 1 and len(cells[-1]) < 4 and re.fullmatch(r"[一-鿿]+", cells[-1] + piece):
            cells[-1] += piece
        else:
            cells.append(piece)
    return cells if len(cells) > 1 and _HEAD.search(" ".join(cells)) else None
