"""Where links and bookmarks lead: places by the names of anchors, over the borders of sheets."""

from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from printing.compositor.sheets import Bookmark, Link, Page, Point, Sheet

# A page of the PDF, and how far its text was moved to the right and up.
Placed = tuple[pikepdf.Object, float, float]


class Places:
    """All anchors and bookmarks of the whole, in the order of the pages."""

    def __init__(self) -> None:
        self._anchors: dict[str, Array] = {}
        self.bookmarks: list[tuple[Bookmark, Array]] = []
        self.missing: list[str] = []

    def note(self, page: Page, made: pikepdf.Object, right: float, up: float) -> None:
        for name, at in page.anchors.items():
            self._anchors.setdefault(name, _destination(made, at, right, up))
        self.bookmarks += [(mark, _destination(made, mark.place, right, up)) for mark in page.bookmarks]

    def target(self, link: Link) -> Dictionary:
        """What a link does, as entries of its annotation."""
        if link.away:
            return Dictionary(A=Dictionary(Type=Name.Action, S=Name.URI, URI=String(link.target)))
        if link.target not in self._anchors:
            self.missing.append(link.target)
        return Dictionary(Dest=String(link.target))

    def write(self, pdf: pikepdf.Pdf) -> None:
        """Name the places, so that other files and addresses can lead to them too."""
        if self._anchors:
            names = Array()
            for name in sorted(self._anchors, key=lambda each: bytes(String(each))):
                names.extend([String(name), self._anchors[name]])
            pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=names)))


def annotate(
    pdf: pikepdf.Pdf, sheet: Sheet, pages: Mapping[int, Placed], places: Places
) -> dict[tuple[int, int], pikepdf.Object]:
    """Add the links of a sheet to its pages; by page of the sheet and place on it."""
    made: dict[tuple[int, int], pikepdf.Object] = {}
    for number, (page, right, up) in pages.items():
        links = sheet.pages[number].links
        for place, link in enumerate(links):
            made[number, place] = pdf.make_indirect(_annotation(link, right, up, places))
        if links:
            page.Annots = Array([made[number, place] for place in range(len(links))])
    return made


def _annotation(link: Link, right: float, up: float, places: Places) -> Dictionary:
    x1, y1, x2, y2 = link.rectangle
    made = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(side, 3) for side in (x1 + right, y1 + up, x2 + right, y2 + up)]),
        # Printed as it is shown (PDF/A), and without a frame.
        F=4,
        Border=Array([0, 0, 0]),
        Contents=String(link.words or link.target),
    )
    made.update(places.target(link))
    return made


def _destination(page: pikepdf.Object, at: Point, right: float, up: float) -> Array:
    return Array([page, Name.XYZ, round(at[0] + right, 3), round(at[1] + up, 3), None])
