"""A paragraph's runs as text: fields by their results, changes as accepted, hidden text left out."""

import dataclasses
import re
from typing import Any

from intake.sources.word import drawings
from intake.sources.word.counting import counted
from intake.sources.word.names import MATH_TEXT, MC, child, local, switch, value, w
from intake.sources.word.styles import Styles

# What is no text of the paragraph, or was deleted while changes were tracked.
_SKIPPED = {
    w(name)
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText", "rt", "rubyPr",
        "footnoteRef", "endnoteRef", "softHyphen", "annotationRef", "smartTagPr", "customXmlPr",
    )
}  # fmt: skip
_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_SHAPES = {w("drawing"), w("pict"), w("object")}
# EQ \o\ac(○,1): a character in a circle, which has no result of its own.
_ENCLOSED = re.compile(r"^\s*eq\s*\\o(?:\\a[lcr])?\s*\(([^,，;；]*)[,，;；](.*)\)\s*$", re.I | re.S)
# Signs of the fonts Wingdings and Symbol that forms and lists use, by their codes there.
_SIGNS = {0x6C: "●", 0x6E: "■", 0x71: "□", 0x75: "◆", 0xA8: "□", 0xB7: "·", 0xFC: "√", 0xFE: "☑", 0x52: "☑"}


@dataclasses.dataclass
class Inline:
    """What a paragraph holds. `text` has \\n and \\t where lines and tabs are."""

    text: str = ""
    boxes: list[Any] = dataclasses.field(default_factory=list)
    notes: list[tuple[str, Any]] = dataclasses.field(default_factory=list)
    pictures: int = 0


@dataclasses.dataclass
class _Field:
    code: str = ""
    has_result: bool = False


class InlineReader:
    """Reads paragraphs in their order; fields (a table of contents) may reach over several."""

    def __init__(self, styles: Styles, notes: "Notes") -> None:
        self._styles = styles
        self._notes = notes
        self._fields: list[_Field] = []

    def read(self, paragraph: Any) -> Inline:
        out = Inline()
        for element in paragraph:
            self._take(element, out, hidden=False)
        return out

    def _take(self, element: Any, out: Inline, *, hidden: bool) -> None:
        tag = element.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            return
        if tag == w("fldChar"):
            self._turn_field(element, out)
        elif tag == w("instrText"):
            if self._fields:
                self._fields[-1].code += element.text or ""
        elif tag == w("r"):
            self._take_all(element, out, hidden=hidden or self._is_hidden(element))
        elif tag == w("sdt"):
            # A prompt for something to be filled in is no text.
            if not switch(child(element, "sdtPr"), "showingPlcHdr"):
                self._take_all(element, out, hidden=hidden)
        elif tag == MC + "AlternateContent":
            chosen = drawings.chosen(element)
            if chosen is not None:
                self._take_all(chosen, out, hidden=hidden)
        elif not hidden and all(field.has_result for field in self._fields):
            self._take_printed(element, tag, out)

    def _take_all(self, element: Any, out: Inline, *, hidden: bool) -> None:
        for part in element:
            self._take(part, out, hidden=hidden)

    def _take_printed(self, element: Any, tag: str, out: Inline) -> None:
        if tag in {w("t"), MATH_TEXT}:
            out.text += element.text or ""
        elif tag in _CHARACTERS:
            out.text += _CHARACTERS[tag]
        elif tag == w("sym"):
            out.text += _sign(element)
        elif tag in _SHAPES:
            found = drawings.found_in(element)
            out.boxes += found.boxes
            out.pictures += found.pictures
            out.text += found.words
        elif tag in {w("footnoteReference"), w("endnoteReference")}:
            mark, note = self._notes.take(element)
            if note is not None:
                out.text += f"（{mark}）"
                out.notes.append((mark, note))
        else:
            self._take_all(element, out, hidden=False)

    def _turn_field(self, element: Any, out: Inline) -> None:
        turn = element.get(w("fldCharType"))
        if turn == "begin":
            self._fields.append(_Field())
        elif turn == "separate" and self._fields:
            self._fields[-1].has_result = True
        elif turn == "end" and self._fields:
            field = self._fields.pop()
            if not field.has_result and all(outer.has_result for outer in self._fields):
                out.text += _enclosed(field.code)

    def _is_hidden(self, run: Any) -> bool:
        properties = child(run, "rPr")
        own = switch(properties, "vanish")
        return self._styles.is_hidden(value(properties, "rStyle")) if own is None else own


class Notes:
    """Foot- and endnotes by id, numbered in the order in which the text names them."""

    def __init__(self, footnotes: Any | None, endnotes: Any | None) -> None:
        self._texts = {"foot": _notes_by_id(footnotes, "footnote"), "end": _notes_by_id(endnotes, "endnote")}
        self._count = {"foot": 0, "end": 0}

    def take(self, reference: Any) -> tuple[str, Any | None]:
        """The mark of the note that a reference names, and the note; None where the file has none such."""
        kind = "foot" if local(reference) == "footnoteReference" else "end"
        note = self._texts[kind].get(reference.get(w("id"), ""))
        if note is None:
            return "", None
        self._count[kind] += 1
        return ("注" if kind == "foot" else "尾注") + str(self._count[kind]), note


def _notes_by_id(root: Any | None, name: str) -> dict[str, Any]:
    notes = {} if root is None else {note.get(w("id"), ""): note for note in root.iter(w(name))}
    return {key: note for key, note in notes.items() if note.get(w("type"), "normal") == "normal"}


def _sign(element: Any) -> str:
    """A character given by its place in a font; "" where that is a place for signs of the font's own."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SIGNS.get(code - 0xF000, "")
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _enclosed(code: str) -> str:
    match = _ENCLOSED.match(code)
    if match is None:
        return ""
    inner = match[2].strip()
    return counted(int(inner), "decimalEnclosedCircle") if inner.isascii() and inner.isdigit() else inner
