"""What is known of a page once it is laid out: paint, tags, anchors, bookmarks, links, running heads."""

from typing import Any

from weasyprint.anchors import gather_anchors

from printing.compositor.markup import BACK
from printing.compositor.painting import Painter
from printing.compositor.sheets import SCALE, Bookmark, Kind, Link, Page, Rectangle, Sheet, Used
from printing.compositor.tagging import Tagger

# Half a pixel: what stands at the top of the type area stands there but for rounding.
_NEARLY = 0.5


class Collected:
    """Takes the pages of one sheet, one after the other."""

    def __init__(self, painter: Painter) -> None:
        self._painter, self._tagger = painter, Tagger()
        self._pages: list[Page] = []
        self._anchors: set[str] = set()
        self._labelled: set[int] = set()
        self._begins: int | None = None

    def add(self, box: Any) -> None:
        height = box.margin_height()
        self._tagger.begin(len(self._pages), height)
        for area in box.children:
            self._tagger.visit(area)
        strings = self._read(box)
        anchors: dict[str, Rectangle] = {}
        links: list[Any] = []
        bookmarks: list[Any] = []
        gather_anchors(box, anchors, links, bookmarks, {None: []})
        paint = self._painter.text(box, self._tagger.owners)
        self._notice_back(box, anchors)
        page = Page(
            kind=_kind(box),
            content=paint.compressed,
            origin=(box.content_box_x() * SCALE, box.content_box_y() * SCALE),
            marks=paint.marks,
            anchors={name: _point(at, height) for name, at in anchors.items() if name not in self._anchors},
            bookmarks=[
                Bookmark(level, label, _point(at, height), state == "closed")
                for level, label, at, state in bookmarks
            ],
            links=self._links(links, height),
            strings=strings,
        )
        self._anchors.update(anchors)
        self._pages.append(page)

    def sheet(self, faces: dict[str, Used]) -> Sheet:
        painter, tagger = self._painter, self._tagger
        begins = self._begins if self._begins != -1 else None
        counts = painter.counts
        return Sheet(self._pages, tagger.tags, tagger.top, painter.finish(), counts, faces, begins)

    def _read(self, box: Any) -> dict[str, list[str]]:
        """The strings for running heads that a page sets; an element torn over pages is in the outline once."""
        strings: dict[str, list[str]] = {}
        for child in box.descendants():
            if child.bookmark_label:
                if id(child.element) in self._labelled:
                    child.bookmark_label = ""
                self._labelled.add(id(child.element))
            if child.string_set and child.string_set != "none":
                for name, words in child.string_set:
                    strings.setdefault(name, []).append(words)
        return strings

    def _notice_back(self, box: Any, anchors: dict[str, Rectangle]) -> None:
        if self._begins is None and BACK in anchors:
            stands_first = anchors[BACK][1] <= box.content_box_y() + _NEARLY
            self._begins = len(self._pages) if stands_first else -1

    def _links(self, found: list[Any], height: float) -> list[Link]:
        made: list[Link] = []
        placed: set[tuple[int, Rectangle]] = set()
        for kind, target, rectangle, box in found:
            # The boxes inside a link are links again to WeasyPrint.
            if kind == "attachment" or box.element_tag != "a" or (id(box.element), rectangle) in placed:
                continue
            placed.add((id(box.element), rectangle))
            x1, y1, x2, y2 = rectangle
            self._tagger.link(box.element, len(made))
            place = x1 * SCALE, (height - y2) * SCALE, x2 * SCALE, (height - y1) * SCALE
            made.append(Link(target, kind == "external", place, _words(box.element)))
        return made


def _kind(box: Any) -> Kind:
    kind = box.page_type
    return Kind(kind.name or "", tuple(kind.groups), kind.blank)


def _point(at: tuple[float, ...], height: float) -> tuple[float, float]:
    return at[0] * SCALE, (height - at[1]) * SCALE


def _words(element: Any) -> str:
    """What a link says to those who do not see where it stands."""
    return element.get("title", "") or "".join(element.itertext()).strip()
