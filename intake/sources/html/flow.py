"""A page's elements as lines, as a browser would set them."""

import re
from typing import Any

from intake.sources.html.metadata import metadata_lines
from intake.sources.rows import Cell, grid, row_line
from intake.sources.word.counting import counted
from intake.text import HAN

_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "ul", "caption",
    "table", "tbody", "thead", "tfoot", "tr", "td", "th",
}  # fmt: skip
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_COUNTERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
# A break of the file between two Chinese characters is none of the text.
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}，。；：、！？）》」』”])[ \t]*[\r\n]\s*(?=[{HAN}（《「『“])")
_INDENT = re.compile(r"text-indent\s*:\s*(?:[1-9]|\d{2,}|0?\.\d*[1-9])", re.I)
_EM_SPACES = re.compile(r"^[\u3000\xa0\u2002\u2003 ]{2,}")
_WIDE = "　　"
_NUMBER = re.compile(r"^\d{1,4}$")
# Buttons that a site sets between the lines of a text.
_BUTTONS = re.compile(
    r"^[\s【\[（(|｜:：]*(?:字体|字号|打印(?:本页)?|关闭(?:窗口|本页)?|分享到?|收藏|扫一扫.{0,16}|大|中|小|"
    r"返回(?:顶部|首页|列表)?|下载|[\s【】\[\]（）()|｜:：+-])+$"
)


class Flow:
    """Gathers the lines of a page."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""
        self._prefix = ""
        self._indent = False

    def read(self, element: Any) -> None:
        self._element(element)
        self._break()

    def lines(self) -> list[str]:
        """The lines, without blank ones at either end and never two of them together."""
        result: list[str] = []
        for line in self._lines:
            if line or (result and result[-1]):
                result.append(line)
        while result and not result[-1]:
            result.pop()
        return result

    def _element(self, element: Any) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        if tag == "br":
            self._break()
        elif tag == "table":
            self._break()
            self._table(element)
        elif tag in {"ol", "ul", "menu", "dir"}:
            self._break()
            self._list(element)
        elif tag == "rt" or tag == "rp":
            return
        elif tag in _BLOCKS:
            self._block(element)
        else:
            self._inside(element)

    def _inside(self, element: Any) -> None:
        self._words(element.text)
        for part in element:
            self._element(part)
            self._words(part.tail)

    def _block(self, element: Any) -> None:
        self._break()
        level = _HEADINGS.get(element.tag, 0)
        if level:
            # A title over several lines is one title.
            title = " ".join(_BETWEEN_HAN.sub("", "".join(_texts(element))).split())
            if title:
                self._lines += ["", "#" * level + " " + title]
            return
        self._indent = bool(_INDENT.search(element.get("style") or ""))
        self._inside(element)
        self._break()
        self._indent = False

    def _words(self, text: str | None) -> None:
        if text:
            self._line += text

    def _break(self) -> None:
        """End a line."""
        raw, self._line = _BETWEEN_HAN.sub("", self._line), ""
        stands_in = self._indent or bool(_EM_SPACES.match(_SPACE.sub(" ", raw).lstrip(" ")))
        text = _SPACE.sub(" ", raw).strip(" \u3000\xa0\u2002\u2003")
        if not text or _BUTTONS.match(text):
            # Only what stands between lines parts them; the gaps of the file's own layout do not.
            if "\xa0" in raw and not text:
                self._lines.append("")
            return
        self._lines.append((_WIDE if stands_in and not self._prefix else "") + self._prefix + text)
        self._prefix = ""

    def _list(self, element: Any) -> None:
        """Items, those of an ordered list with their numbers."""
        number = _whole(element.get("start"), 1)
        style = _COUNTERS.get(element.get("type") or "", "decimal")
        for item in element:
            if not isinstance(item.tag, str):
                continue
            self._break()
            if item.tag == "li" and element.tag == "ol":
                number = _whole(item.get("value"), number)
                self._prefix = counted(number, style) + ". "
                number += 1
            self._indent = False
            self._inside(item) if item.tag == "li" else self._element(item)
            self._break()
            self._prefix = ""

    def _table(self, element: Any) -> None:
        rows = _rows_of(element)
        if _is_layout(element, rows):
            for part in element.iter("caption"):
                self._block(part)
            for row in rows:
                for cell in row:
                    self._block(cell)
            return
        for part in element.iter("caption"):
            self._block(part)
        cells = grid(
            [
                Cell(
                    _cell_text(cell),
                    _whole(cell.get("colspan"), 1),
                    _whole(cell.get("rowspan"), 1, len(rows)),
                )
                for cell in row
            ]
            for row in rows
        )
        told = metadata_lines(cells)
        self._lines += told if told else [line for line in map(row_line, cells) if line]


def _rows_of(table: Any) -> list[list[Any]]:
    """The cells of a table's own rows."""
    rows = []
    for part in table:
        if part.tag in {"thead", "tbody", "tfoot"}:
            rows += [row for row in part if row.tag == "tr"]
        elif part.tag == "tr":
            rows.append(part)
    return [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]


def _is_layout(table: Any, rows: list[list[Any]]) -> bool:
    """A table that only places things: of one column, or with another table or long texts in it."""
    if all(len(row) <= 1 for row in rows):
        return True
    if any(part is not table for part in table.iter("table")):
        return True
    return len(rows) == 1 and any(len(list(cell.iter("p", "br"))) >= 3 for cell in rows[0])


def _cell_text(cell: Any) -> str:
    flow = Flow()
    flow.read(cell)
    return " ".join(line.lstrip("#").strip() for line in flow.lines() if line.strip())


def _texts(element: Any) -> list[str]:
    texts = [element.text or ""]
    for part in element:
        if part.tag in {"rt", "rp"}:
            texts.append(part.tail or "")
            continue
        texts += ["\n", *_texts(part)] if part.tag in _BLOCKS | {"br"} else _texts(part)
        texts.append(part.tail or "")
    return texts


def _whole(text: str | None, default: int, zero: int | None = None) -> int:
    """A whole number in an attribute; `zero` is what 0 stands for (a rowspan to the end)."""
    if text is None or not _NUMBER.match(text.strip()):
        return default
    return int(text) or (default if zero is None else zero)
