"""The tags of all sheets as one tree under one Document (ISO 32000-1, 14.7; ISO 14289-1)."""

from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from printing.compositor.binding.levels import Levels
from printing.compositor.binding.links import Placed
from printing.compositor.sheets import Mark, Sheet, Tag

Annotations = Mapping[tuple[int, int], pikepdf.Object]
# A row without one of its cells would not be a row of the table any more.
_KEPT = {"TD", "TH"}
_HEADINGS = {f"H{level}" for level in range(1, 7)}


class Structure:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root))
        self._top, self._parents = Array(), Array()
        self._levels = Levels()

    def add(self, sheet: Sheet, pages: Mapping[int, Placed], annotations: Annotations) -> None:
        """Take the tags of a sheet; `pages` are the PDF's, by the sheet's numbers."""
        branch = _Branch(self, sheet, pages, annotations)
        for number in sheet.top:
            if not branch.is_empty(number):
                self._top.append(branch.made(number, self._document))
        for number, (page, _right, _up) in sorted(pages.items()):
            page.Tabs = Name.S
            marks = sheet.pages[number].marks
            page.StructParents = self.parent(Array([branch.elements[mark] for mark in marks]))

    def finish(self) -> None:
        pdf = self._pdf
        self._document.K = self._top
        self._root.K = Array([self._document])
        self._root.ParentTree = pdf.make_indirect(Dictionary(Nums=self._parents))
        self._root.ParentTreeNextKey = len(self._parents) // 2
        pdf.Root.StructTreeRoot = self._root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def parent(self, element: pikepdf.Object) -> int:
        """Note to which element, or elements by mark, something belongs; the number under which it is noted."""
        key = len(self._parents) // 2
        self._parents.append(key)
        self._parents.append(element)
        return key

    def element(self, tag: Tag, parent: pikepdf.Object) -> pikepdf.Object:
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{self._name(tag)}"), P=parent)
        if tag.lang:
            made.Lang = String(tag.lang)
        if tag.name == "Figure":
            made.Alt = String(tag.alt)
        if attributes := _attributes(tag):
            made.A = attributes
        return self._pdf.make_indirect(made)

    def _name(self, tag: Tag) -> str:
        """Headings go down by one level at a time, whatever the pages call them."""
        return f"H{self._levels.depth(int(tag.name[1]))}" if tag.name in _HEADINGS else tag.name


class _Branch:
    """The elements of one sheet."""

    def __init__(
        self, structure: Structure, sheet: Sheet, pages: Mapping[int, Placed], annotations: Annotations
    ) -> None:
        self._structure, self._sheet = structure, sheet
        self._pages, self._annotations = pages, annotations
        self.elements: dict[int, pikepdf.Object] = {}

    def is_empty(self, number: int) -> bool:
        """Whether nothing is left of an element, as of a list whose text is hidden."""
        tag = self._sheet.tags[number]
        return tag.name not in _KEPT and all(
            self.is_empty(kid) if isinstance(kid, int) else isinstance(kid, Mark) and kid.number is None
            for kid in tag.kids
        )

    def made(self, number: int, parent: pikepdf.Object) -> pikepdf.Object:
        tag = self._sheet.tags[number]
        element = self.elements[number] = self._structure.element(tag, parent)
        kids, home = Array(), None
        last: tuple[int, int] | None = None
        for kid in tag.kids:
            if isinstance(kid, int):
                if not self.is_empty(kid):
                    kids.append(self.made(kid, element))
            elif not isinstance(kid, Mark):
                kids.append(self._reference(self._annotations[kid.page, kid.link], kid.page, element))
            elif kid.number is not None and (kid.page, kid.number) != last:
                last = kid.page, kid.number
                home = kid.page if home is None else home
                kids.append(kid.number if kid.page == home else self._elsewhere(kid.page, kid.number))
        if home is not None:
            element.Pg = self._pages[home][0]
        element.K = kids
        return element

    def _elsewhere(self, page: int, number: int) -> Dictionary:
        return Dictionary(Type=Name.MCR, Pg=self._pages[page][0], MCID=number)

    def _reference(self, annotation: pikepdf.Object, page: int, element: pikepdf.Object) -> Dictionary:
        annotation.StructParent = self._structure.parent(element)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[page][0])


def _attributes(tag: Tag) -> Dictionary | None:
    if tag.box:
        return Dictionary(
            O=Name.Layout, BBox=Array([round(side, 3) for side in tag.box]), Placement=Name.Block
        )
    made = Dictionary(O=Name.Table)
    if tag.scope:
        made.Scope = Name(f"/{tag.scope}")
    if tag.columns > 1:
        made.ColSpan = tag.columns
    if tag.rows > 1:
        made.RowSpan = tag.rows
    return made if len(made) > 1 else None
