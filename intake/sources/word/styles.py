"""Styles: what a paragraph inherits that shows in its text, its outline level, numbering and indentation."""

import dataclasses
import re
from typing import Any

from intake.sources.word.names import child, number, switch, value, w, whole

# Styles' names in the interface languages that Word and WPS have written into files.
_HEADING_NAME = re.compile(r"^(?:heading|标题|標題)\s*([1-9])$", re.I)
_TITLE_NAMES = {"title", "标题", "標題", "subtitle", "副标题"}
_DEEPEST = 6
_CENTERED = {"center", "right", "end", "distribute"}


@dataclasses.dataclass(frozen=True)
class Look:
    """What a paragraph or a style says, None where it says nothing."""

    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    indented: bool | None = None
    hidden: bool | None = None
    aligned: str | None = None
    leaders: bool | None = None

    def over(self, base: "Look") -> "Look":
        """What holds where this stands upon `base`."""
        fields = [field.name for field in dataclasses.fields(self)]
        said = {name: getattr(self, name) for name in fields}
        return Look(**{name: getattr(base, name) if said[name] is None else said[name] for name in fields})


def look_of(properties: Any | None, run_properties: Any | None = None) -> Look:
    """What w:pPr (and a style's w:rPr) says."""
    listed = child(properties, "numPr")
    outline = number(properties, "outlineLvl")
    return Look(
        outline=None if outline is None else outline + 1 if 0 <= outline < 9 else 0,
        list_id=number(listed, "numId"),
        list_level=number(listed, "ilvl"),
        indented=_indented(child(properties, "ind")),
        hidden=switch(run_properties, "vanish"),
        aligned=value(properties, "jc"),
        leaders=_leaders(child(properties, "tabs")),
    )


def _indented(ind: Any | None) -> bool | None:
    """Whether the first line stands further in than the others; None where nothing is said of it."""
    if ind is None:
        return None
    said = False
    for first, hanging in (("firstLineChars", "hangingChars"), ("firstLine", "hanging")):
        amount, back = whole(ind.get(w(first))), whole(ind.get(w(hanging)))
        said = said or amount is not None or back is not None
        if back:
            return False
        if amount:
            return amount > 0
    return False if said else None


def _leaders(tabs: Any | None) -> bool | None:
    """Whether a tab is filled with dots up to its stop."""
    if tabs is None:
        return None
    return any(tab.get(w("leader"), "none") not in {"none", ""} for tab in tabs.iter(w("tab")))


class Styles:
    """The styles of a file, by id."""

    def __init__(self, root: Any | None) -> None:
        self._elements: dict[str, Any] = {}
        self._looks: dict[str, Look] = {}
        self._default = ""
        for element in () if root is None else root.iter(w("style")):
            self._elements[element.get(w("styleId"), "")] = element
            if element.get(w("type")) == "paragraph" and element.get(w("default"), "") in {"1", "true", "on"}:
                self._default = element.get(w("styleId"), "")

    def look(self, style_id: str | None) -> Look:
        """What a style says, with what it is based on."""
        key = style_id if style_id in self._elements else self._default
        if key not in self._looks:
            look = Look()
            for element in self._line_of(key):
                look = look.over(_own_look(element))
            self._looks[key] = look
        return self._looks[key]

    def is_hidden(self, character_style: str | None) -> bool:
        return bool(character_style in self._elements and self.look(character_style).hidden)

    def list_of(self, style_id: str | None) -> int | None:
        """The list that a numbering style stands for."""
        return self.look(style_id).list_id if style_id in self._elements else None

    def _line_of(self, key: str) -> list[Any]:
        """A style and those that it is based on, itself first."""
        line: list[Any] = []
        seen: set[str] = set()
        while key in self._elements and key not in seen:
            seen.add(key)
            line.append(self._elements[key])
            key = value(self._elements[key], "basedOn") or ""
        return line


def _own_look(element: Any) -> Look:
    look = look_of(child(element, "pPr"), child(element, "rPr"))
    name = (value(element, "name") or "").strip().lower()
    heading = _HEADING_NAME.match(name)
    if look.outline is None and (heading or name in _TITLE_NAMES):
        look = dataclasses.replace(look, outline=int(heading[1]) if heading else 1)
    return look


def heading_level(look: Look) -> int:
    """How many # marks: 1 to 6; 0 for what is no heading."""
    return min(look.outline or 0, _DEEPEST)


def stands_in(look: Look) -> bool:
    """Whether a paragraph begins two characters in, as paragraphs of a text do."""
    return bool(look.indented) and (look.aligned or "") not in _CENTERED
