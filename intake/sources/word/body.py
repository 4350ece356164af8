"""The blocks of a Word file in their order, as lines: paragraphs, tables, text boxes, notes."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from intake.reading import Problem
from intake.sources.rows import grid, row_line
from intake.sources.word import tables
from intake.sources.word.inline import Inline, InlineReader
from intake.sources.word.names import MC, child, value, w
from intake.sources.word.numbering import Numbering
from intake.sources.word.styles import Look, Styles, heading_level, look_of, stands_in
from intake.text import glue

_SKIPPED = {w("del"), w("moveFrom"), w("sectPr"), w("sdtPr"), w("sdtEndPr"), w("tcPr"), w("customXmlPr")}
_INDENT = "　　"
# A tab and a page number at the end of a line: contents.
_PAGE = re.compile(r"^(?P<title>.*\S)\s*\t\s*(?P<page>[（(]?(?:\d{1,4}|[ivxlcIVXLC]{1,6})[)）]?)\s*$", re.S)


@dataclasses.dataclass
class _Read:
    """A paragraph as read: its text with its number, and how it stands."""

    text: str
    heading: int
    indented: bool
    inline: Inline


class BodyReader:
    """Gathers `lines`, and the `problems` that they leave."""

    def __init__(self, styles: Styles, numbering: Numbering, inline: InlineReader) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = inline
        # The text of a paragraph whose end was deleted while changes were tracked: the next one goes on with it.
        self._carried = ""
        self.lines: list[str] = []
        self.problems: list[Problem] = []

    def read(self, container: Any) -> None:
        """Read the blocks of a body, a text box, or a cell that only serves the layout."""
        for block in blocks(container):
            if block.tag == w("p"):
                self._paragraph(block)
            elif block.tag == w("tbl"):
                self._table(block)
            else:
                self._note_embedded()

    def _paragraph(self, element: Any) -> None:
        read = self._read(element)
        if read is None:
            return
        lines = [read.text.replace("\n", "")] if read.heading else read.text.split("\n")
        first = len(self.lines) + 1
        prefix = "#" * read.heading + " " if read.heading and lines[0].strip() else ""
        if read.indented and not prefix and lines[0].strip():
            prefix = _INDENT
            lines[0] = lines[0].lstrip()
        self.lines += [(prefix if n == 0 else "") + line for n, line in enumerate(lines)]
        self._extras(read.inline, first)

    def _read(self, element: Any) -> _Read | None:
        """A paragraph's text; None where it goes on in the next one."""
        properties = child(element, "pPr")
        style = value(properties, "pStyle")
        own = look_of(properties)
        look = own.over(self._styles.look(style))
        inline = self._inline.read(element)
        if look.hidden:
            inline = Inline()
        inline.text = self._carried + inline.text
        self._carried = ""
        if child(child(properties, "rPr"), "del") is not None:
            self._carried = inline.text
            return None
        label, list_indented = self._label(look, own, style)
        if own.indented is None and list_indented is not None:
            look = dataclasses.replace(look, indented=list_indented)
        text = "\n".join(_tabs(line, leaders=bool(look.leaders)) for line in inline.text.split("\n"))
        heading = heading_level(look)
        if heading:
            # A title is a title without the marks of its notes.
            for mark, _note in inline.notes:
                text = text.replace(f"（{mark}）", "")
        return _Read(label + (text.lstrip() if label else text), heading, stands_in(look), inline)

    def _label(self, look: Look, own: Look, style: str | None) -> tuple[str, bool | None]:
        """The number that Word prints before a paragraph, and whether its level stands in."""
        if not look.list_id:
            return "", None
        level = look.list_level
        if level is None or (own.list_id is None and own.list_level is None):
            by_style = self._numbering.level_of_style(look.list_id, style)
            level = by_style if level is None or by_style else level
        found = self._numbering.level(look.list_id, level)
        return self._numbering.label(look.list_id, level), found.indented if found else None

    def _extras(self, inline: Inline, line: int) -> None:
        """What hangs on a paragraph or table: pictures, text boxes, notes."""
        if inline.pictures:
            self._problem(
                "picture",
                _("这里有 %(count)d 幅图片或嵌入的对象，其中的文字没有读入。") % {"count": inline.pictures},
                line,
                line,
            )
        for box in inline.boxes:
            first = len(self.lines) + 1
            self.lines.append("")
            self.read(box)
            self.lines.append("")
            if any(text.strip() for text in self.lines[first:]):
                self._problem(
                    "text-box",
                    _("这几行在文本框里，按文本框所在的段落排入，位置请核对。"),
                    first + 1,
                    len(self.lines) - 1,
                )
        for mark, note in inline.notes:
            self.lines.append(f"{mark}：{self._joined(note, Inline())}")

    def _table(self, element: Any) -> None:
        rows = list(tables.rows_of(element))
        if tables.is_layout(rows):
            for row in rows:
                for cell in row:
                    if cell.element is not None:
                        self.read(cell.element)
            return
        first = len(self.lines) + 1
        extras = Inline()
        merged = grid([cell.merged(self._cell(cell.element, extras)) for cell in row] for row in rows)
        self.lines += [line for line in map(row_line, merged) if line]
        self._extras(extras, first)

    def _cell(self, element: Any | None, extras: Inline) -> str:
        return "" if element is None else self._joined(element, extras)

    def _joined(self, container: Any, extras: Inline) -> str:
        """All that a cell or a note holds as one line; what hangs on it is put into `extras`."""
        pieces: list[str] = []
        for block in blocks(container):
            if block.tag == w("p"):
                read = self._read(block)
                if read is not None:
                    pieces.append(_in_one_line(read.text))
                    extras.notes += read.inline.notes
                    extras.pictures += read.inline.pictures
                    pieces += [self._joined(box, extras) for box in read.inline.boxes]
            elif block.tag == w("tbl"):
                pieces += [self._cell(cell.element, extras) for row in tables.rows_of(block) for cell in row]
        return " ".join(piece for piece in pieces if piece.strip())

    def _note_embedded(self) -> None:
        self._problem(
            "picture",
            _("这里嵌入了另一个文件，其中的文字没有读入。"),
            max(1, len(self.lines)),
            max(1, len(self.lines)),
        )

    def _problem(self, code: str, message: str, first: int, last: int) -> None:
        quote = next((line.strip() for line in self.lines[first - 1 : last] if line.strip()), "")
        self.problems.append(Problem(code, "note", message, [[first, last]], quote[:60]))


def blocks(container: Any) -> Iterator[Any]:
    """Paragraphs, tables and embedded files of a body, cell, note or text box; wrappers are looked through."""
    for element in container:
        if element.tag in {w("p"), w("tbl"), w("altChunk")}:
            yield element
        elif element.tag == MC + "AlternateContent":
            for variant in element[:1]:
                yield from blocks(variant)
        elif element.tag not in _SKIPPED and len(element):
            yield from blocks(element)


def _tabs(line: str, *, leaders: bool) -> str:
    """A line without tabs, which would make a table's row of it; a page number stays apart from its title."""
    match = _PAGE.match(line)
    if match:
        return _blanks(match["title"]) + ("……" if leaders else "\t") + match["page"]
    return _blanks(line)


def _blanks(line: str) -> str:
    text = line.rstrip("\t ")
    if text.startswith("\t"):
        text = _INDENT + text.lstrip("\t ")
    return text.replace("\t", "　")


def _in_one_line(text: str) -> str:
    whole = ""
    for line in text.split("\n"):
        whole = glue(whole, line.strip())
    return whole.replace("\t", " ")
