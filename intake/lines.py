"""A source's lines, freed of the marks that OCR programs and word processors leave."""

import dataclasses
import re

from intake.alignment import aligned_tables
from intake.text import close_up_figures, ends_sentence

_HEADING = re.compile(r"^(#{1,6})\s*")
_BULLET = re.compile(r"^[-•]\s+(?=\S)")
_TAGS = re.compile(r"</?(?:p|br|b|strong|span|div)\s*/?>", re.IGNORECASE)
_RULE = re.compile(r"^[\s*＊_\-—=|:]+$")
# Page numbers and running heads: — 3 —, · 10 ·, 第 3 页, 2021年第6期 · 4 ·.
_PAGE_NUMBER = (
    r"(?:[—–\-－·•.~～*]{1,3}\s?\d{1,4}\s?[—–\-－·•.~～*]{1,3}|第\s?\d{1,4}\s?页(?:\s?共\s?\d{1,4}\s?页)?)"
)
_RUNNING = r"(?:[\u4e00-\u9fff]{2,20}(?:公报|政报)\s*)?(?:(?:19|20)\d\d年?\s*(?:第\s?\d{1,3}(?:[-—、]\d{1,3})?\s?[期号]|[·.]\d{1,2})\s*)?"
_FURNITURE = re.compile(rf"^(?:{_RUNNING}{_PAGE_NUMBER}|{_PAGE_NUMBER}\s*{_RUNNING})$")
# The gazette's name over every page, in Chinese or in Latin letters; on the first pages it is the masthead.
_RUNNING_HEAD = re.compile(
    r"^(?:[\u4e00-\u9fff ]{2,40}(?:公报|政报|公 报|政 报)\s*(?:19|20)\d\d\s*(?:年\s*第\s*\d{1,3}(?:[-—、]\d{1,3})?\s*[期号]|[·.]\d{1,2})(?:\s*[（(]总.{1,12}[）)])?"
    r"|[A-Z' ]{8,60}(?:GONGBAO|GAZETTE)[A-Z' ]*[\d.· ]*)$"
)
_FIRST_PAGES = 60
_FEW_BLANKS = 0.05
# So few lines do not tell how a text is set.
_FEWEST_LINES = 20
_FULL_LINE = 30
_INVISIBLE = str.maketrans(
    {"\ufeff": None, "\u200b": None, "\u200c": None, "\u200d": None, "\xa0": " ", "\u3000": " "}
)


@dataclasses.dataclass(frozen=True)
class Line:
    """One line of a source. `text` is what is printed; `cells` are set where it is a table's row.

    A page number or running head is `furniture`: its `text` is empty, as if nothing stood there. `spaced` is
    the text with two blanks where a wide gap stands.
    """

    number: int
    text: str
    heading: int = 0
    cells: tuple[str, ...] | None = None
    indented: bool = False
    after_blank: bool = False
    furniture: str = ""
    spaced: str = ""

    @property
    def blank(self) -> bool:
        return not self.text


def clean(text: str) -> str:
    """The wording of a piece of text: no tags, no emphasis marks, single blanks."""
    text = _TAGS.sub(" ", text.translate(_INVISIBLE)).replace("**", "").replace("\\*", "*")
    return close_up_figures(re.sub(r"\s+", " ", text).strip())


def number_lines(raw_lines: list[str]) -> list[Line]:
    """All lines of a source, blank ones too, in order; `result[n - 1]` is line n."""
    lines: list[Line] = []
    for number, raw in enumerate(raw_lines, 1):
        lines.append(_line(number, raw, after_blank=not lines or lines[-1].blank))
    if _is_dense(lines):
        # Paragraphs stand line under line: each that begins one counts as set apart.
        full = _full_line(lines)
        for n, line in enumerate(lines[1:], 1):
            lines[n] = dataclasses.replace(line, after_blank=_ends(lines[n - 1], full))
    texts = [line.text if not line.cells else "" for line in lines]
    for first, rows in aligned_tables(raw_lines, texts):
        for n, row in enumerate(rows, first):
            lines[n] = dataclasses.replace(lines[n], cells=tuple(clean(cell) for cell in row))
    return lines


def _is_dense(lines: list[Line]) -> bool:
    """Whether a text has hardly a blank line, as one that comes out of a word processor."""
    blank = sum(line.blank for line in lines)
    return len(lines) >= _FEWEST_LINES and blank < _FEW_BLANKS * len(lines)


def _full_line(lines: list[Line]) -> int:
    """From how many characters on a line is a full one: fewer in narrow columns, which most lines fill."""
    lengths = sorted(len(line.text) for line in lines)
    return min(_FULL_LINE, lengths[len(lengths) * 4 // 5] - 2)


def _ends(line: Line, full: int) -> bool:
    """Whether a line ends a paragraph: its sentence is over, or it is no full line of one."""
    return ends_sentence(line.text) or len(line.text) < full


def is_rule(line: Line) -> bool:
    """A line of stars or dashes: an ornament, or the second row of a Markdown table."""
    return bool(line.text) and bool(_RULE.match(line.text))


def _line(number: int, raw: str, *, after_blank: bool) -> Line:
    visible = raw.translate(_INVISIBLE)
    mark = _HEADING.match(visible.strip())
    body = _BULLET.sub("", _HEADING.sub("", visible.strip()))
    cells = _cells(visible)
    text = " ".join(cell for cell in cells if cell) if cells and "|" in visible else clean(body)
    head = number > _FIRST_PAGES and _RUNNING_HEAD.match(text)
    whole = clean(visible)
    furniture = whole if cells is None and (head or _FURNITURE.match(whole)) else ""
    return Line(
        number=number,
        text="" if furniture else text,
        furniture=furniture,
        spaced=""
        if furniture
        else re.sub(r"(?: {2,}|[ \t]*\u3000[ \t\u3000]*)", "  ", raw.strip(" \u3000\t")),
        heading=len(mark[1]) if mark else 0,
        cells=cells,
        indented=raw.startswith("\u3000\u3000"),
        after_blank=after_blank,
    )


def _cells(raw: str) -> tuple[str, ...] | None:
    """The cells of a row set with tabs, or with pipes as in Markdown; a blank cell stays empty."""
    # A row may be empty but for its first cell; one stray tab behind a sentence makes no row of it.
    if "\t" in raw.strip() or (raw.strip() and "\t\t" in raw.rstrip("\n ")):
        return tuple(clean(cell) for cell in raw.rstrip("\n").strip(" ").split("\t"))
    piped = raw.strip()
    if piped.count("|") > 2 or (piped.count("|") == 2 and not piped.endswith("|")):
        return tuple(clean(cell) for cell in piped.removeprefix("|").removesuffix("|").split("|"))
    return None
