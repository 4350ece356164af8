"""Boxes of pages → the structure that a screen reader follows. One element is one tag, however it is torn.

WeasyPrint's own tags begin anew on every page and in every column, name every line, and read a table's head
again wherever it is repeated.
"""

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from printing.compositor.sheets import SCALE, Mark, Reference, Tag

# Elements that mean nothing to a reader (div, main, span …) hand their content to the one around them.
NAMES = {
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    "p": "P",
    "dt": "P",
    "dd": "P",
    "figcaption": "P",
    "caption": "Caption",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    "{http://www.w3.org/2000/svg}svg": "Figure",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
}
# Text may stand in these; where it stands in anything else, it is a paragraph.
_HOLDERS = {
    "P",
    "TD",
    "TH",
    "LBody",
    "Lbl",
    "Caption",
    "Link",
    "Span",
    *(f"H{level}" for level in range(1, 7)),
}
_MARKERS = ("before", "after")
ROOT = -1


class Tagger:
    """The tags of one sheet, made page by page, in the order of the boxes."""

    def __init__(self) -> None:
        self.tags: list[Tag] = []
        self.top: list[int] = []
        self._made: dict[tuple[int, str], int] = {}
        self._heads_seen: set[int] = set()
        # The box of each piece of text or image on the present page → its tag, its mark.
        self.owners: dict[int, tuple[int, Mark]] = {}
        self._page, self._height = 0, 0.0

    def begin(self, page: int, height: float) -> None:
        """Go on to a page of the sheet, with its height in CSS pixels."""
        self._page, self._height = page, height
        self.owners = {}

    def visit(self, box: Any) -> None:
        """Find the owners of all that stands in an area of the present page."""
        self._visit(box, ROOT)

    def link(self, element: Any, number: int) -> None:
        """Give a link of the present page to the tag of its element."""
        found = self._made.get((id(element), "Link"))
        if found is not None:
            self.tags[found].kids.append(Reference(self._page, number))

    def _visit(self, box: Any, parent: int) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            self._own(box, parent)
        elif not self._is_repeated(box):
            place = self._place(box, parent)
            if isinstance(box, boxes.ReplacedBox):
                self._own(box, place)
            for child in box.all_children():
                self._visit(child, place)

    def _is_repeated(self, box: Any) -> bool:
        """Whether this is decoration: a head that a table repeats, or what its author hides from readers."""
        if box.element is None:
            return False
        if box.element.get("aria-hidden") == "true":
            return True
        if box.element_tag != "thead" or not isinstance(box, boxes.TableRowGroupBox):
            return False
        seen = id(box.element) in self._heads_seen
        self._heads_seen.add(id(box.element))
        return seen

    def _own(self, box: Any, parent: int) -> None:
        if isinstance(box, boxes.TextBox):
            if _is_decoration(box):
                return
            parent = self._holder(box, parent)
        mark = Mark(self._page)
        self.tags[parent].kids.append(mark)
        self.owners[id(box)] = parent, mark

    def _holder(self, box: Any, parent: int) -> int:
        if parent != ROOT and self.tags[parent].name in _HOLDERS:
            return parent
        return self._tag(box.element, "P", parent)

    def _place(self, box: Any, parent: int) -> int:
        """The tag for what is in a box: its own, or the one around it."""
        element = box.element
        if element is None:
            return parent
        if box.element_tag.endswith("::marker"):
            return self._tag(element, "Lbl", self._made.get((id(element), "LI"), parent))
        name = _name(element, box.element_tag)
        if not name:
            return parent
        made = self._tag(element, name, parent)
        if name == "LI":
            return self._tag(element, "LBody", made)
        if name == "Figure":
            self._describe(made, box)
        return made

    def _tag(self, element: Any, name: str, parent: int) -> int:
        key = id(element), name
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = len(self.tags)
            self.tags.append(_new(element, name))
            around: list[Any] = self.top if parent == ROOT else self.tags[parent].kids
            # The box of a list item comes before that of its number.
            around.insert(0 if name == "Lbl" else len(around), found)
        return found

    def _describe(self, made: int, box: Any) -> None:
        tag = self.tags[made]
        title = box.element.find("{http://www.w3.org/2000/svg}title")
        tag.alt = (title.text or "") if title is not None else box.element.get("alt", "")
        x, y = box.content_box_x(), self._height - box.content_box_y()
        tag.box = x * SCALE, (y - box.height) * SCALE, (x + box.width) * SCALE, y * SCALE


def _name(element: Any, element_tag: str) -> str:
    tag = element_tag.partition("::")[0]
    if tag == "a":
        return "Link" if element.get("href") else ""
    if tag == "span":
        return "Span" if element.get("lang") else ""
    return NAMES.get(tag, "")


def _new(element: Any, name: str) -> Tag:
    tag = Tag(name, lang=element.get("lang", "") if name != "Lbl" else "")
    if name in ("TH", "TD"):
        tag.columns, tag.rows = _span(element, "colspan"), _span(element, "rowspan")
    if name == "TH":
        tag.scope = "Row" if element.get("scope") in ("row", "rowgroup") else "Column"
    return tag


def _span(element: Any, name: str) -> int:
    value = element.get(name, "1")
    return int(value) if value.isdigit() else 1


def _is_decoration(box: Any) -> bool:
    """Whether the style sheet drew this: the leader between a title and its folio."""
    is_drawn = box.element_tag and box.element_tag.endswith(_MARKERS)
    return bool(is_drawn) and not any(char.isalnum() for char in box.text)
