"""Pages → the operators that paint them, with marks for the tags; the faces stay outside."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pydyf
from weasyprint.draw import draw_background, draw_page, draw_stacking_context
from weasyprint.pdf import D50, D65, _use_references
from weasyprint.pdf.stream import Stream
from weasyprint.stacking import StackingContext

from printing.compositor.sheets import SCALE, Mark
from printing.compositor.type import Type

# What opens a mark: a name, its properties, the operator.
_OPENING = ("/Span", "MCID", "BDC")
_NAMED = ("ExtGState", "XObject", "Pattern", "Shading")
_WHITE_POINTS = {"lab-d50": D50, "lab-d65": D65}


class Paint(Stream):
    """The content of a page. What no tag owns is an artifact; neighbours of one tag share a mark."""

    type: Type
    owners: dict[int, tuple[int, Mark]]
    _tags: dict[Any, Any] | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {}
        # The tag of each mark of this page.
        self.marks: list[int] = []
        self._last: tuple[int, int] | None = None

    def clone(self, **kwargs: Any) -> Stream:
        # A group has marks of its own, which nothing would refer to.
        made = super().clone(**{"tags": None, **kwargs})
        made.add_font = self.add_font
        return made

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        return self.type.face(pango_font)

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        owner, mark = self.owners.get(id(box), (None, None))
        if self._tags is None or owner is None or mark is None:
            with self.artifact():
                yield
            return
        begun = self._begin(owner, mark)
        with self._inside():
            yield
        self.end_marked_content()
        if len(self.stream) == begun + 1:
            # Nothing was painted: blanks, or an element that is not visible.
            del self.stream[begun - len(_OPENING) :]
            self.marks.pop()
            mark.number = None
        else:
            self._last = owner, len(self.stream)

    def _begin(self, owner: int, mark: Mark) -> int:
        """Open a mark, or the last one again where it is of the same tag; the place of what follows it."""
        if self._last == (owner, len(self.stream)):
            self.stream.pop()
            mark.number = len(self.marks) - 1
            return -1
        mark.number = len(self.marks)
        self.marks.append(owner)
        self.begin_marked_content("Span", pydyf.Dictionary({"MCID": mark.number}))
        return len(self.stream)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        if self._tags is None:
            yield
            return
        self.begin_marked_content("Artifact")
        here = len(self.stream)
        with self._inside():
            yield
        if len(self.stream) == here:
            del self.stream[here - 2 :]
        else:
            self.end_marked_content()

    @contextmanager
    def _inside(self) -> Iterator[None]:
        """What is marked holds no other marks: the line under a text is a part of the text."""
        tags, self._tags = self._tags, None
        yield
        self._tags = tags

    @property
    def compressed(self) -> bytes:
        return zlib.compress(b"\n".join(pydyf._to_bytes(item) for item in self.stream), 9)


class Painter:
    """Paints the pages of one sheet, with what their contents refer to."""

    def __init__(self, type_: Type, counts: dict[str, int] | None = None) -> None:
        self._type = type_
        type_.begin()
        self._pdf, self._images = pydyf.PDF(), dict[str, Any]()
        self._resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in _NAMED})
        # Names go by how many there are: these come after those of the pages' text.
        self._before = {name: range(count) for name, count in (counts or {}).items()}
        for name, numbers in self._before.items():
            self._resources[name].update(dict.fromkeys(numbers))
        self._resources["ColorSpace"] = pydyf.Dictionary(
            {name: _lab(white) for name, white in _WHITE_POINTS.items()}
        )
        self._pdf.add_object(self._resources)

    def text(self, box: Any, owners: dict[int, tuple[int, Mark]]) -> Paint:
        """What stands on a page, without its margins and its background."""
        paint = self._begin(box, tagged=True)
        paint.owners = owners
        with paint.stacked():
            paint.transform(SCALE, 0, 0, -SCALE, 0, box.margin_height() * SCALE)
            draw_background(paint, box.canvas_background, clip_box=False)
            draw_stacking_context(paint, StackingContext.from_page(box))
        return paint

    def ground(self, box: Any) -> bytes:
        """The background of a page, its border, the press's marks; empty where it has none."""
        paint = self._begin(box)
        with self._pagination(paint, box):
            draw_page(box.copy_with_children([]), paint)
        return paint.compressed if _paints(paint) else b""

    def margins(self, box: Any) -> bytes:
        """What stands around the text: head and folio."""
        if not box.children:
            return b""
        paint = self._begin(box)
        with self._pagination(paint, box):
            for child in box.children:
                draw_stacking_context(paint, StackingContext.from_box(child, box))
        return paint.compressed if _paints(paint) else b""

    def finish(self) -> bytes:
        """What the contents refer to, as a PDF of one empty page."""
        for name, numbers in self._before.items():
            for number in numbers:
                del self._resources[name][number]
        fonts = pydyf.Dictionary()
        self._pdf.add_object(fonts)
        self._resources["Font"] = fonts.reference
        _use_references(self._pdf, self._resources, self._images, {})
        page = {"Type": "/Page", "Parent": self._pdf.pages.reference, "MediaBox": pydyf.Array([0, 0, 1, 1])}
        self._pdf.add_page(pydyf.Dictionary({**page, "Resources": self._resources.reference}))
        written = BytesIO()
        self._pdf.write(written)
        return written.getvalue()

    @property
    def counts(self) -> dict[str, int]:
        return {name: len(self._resources[name]) for name in _NAMED}

    def _begin(self, box: Any, *, tagged: bool = False) -> Paint:
        area = 0, 0, box.margin_width(), box.margin_height()
        paint = Paint(
            {}, area, self._resources, self._images, {} if tagged else None, {}, None, compress=True
        )
        paint.type = self._type
        return paint

    @contextmanager
    def _pagination(self, paint: Paint, box: Any) -> Iterator[None]:
        paint.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
        with paint.stacked():
            paint.transform(SCALE, 0, 0, -SCALE, 0, box.margin_height() * SCALE)
            yield
        paint.end_marked_content()


def _lab(white: tuple[float, float, float]) -> pydyf.Array:
    space = {"WhitePoint": pydyf.Array(white), "Range": pydyf.Array((-125, 125, -125, 125))}
    return pydyf.Array(("/Lab", pydyf.Dictionary(space)))


def _paints(paint: Paint) -> bool:
    """Whether there is more than states that are saved and restored."""
    idle = (b"q", b"Q", b"BDC", b"EMC", b"W", b"n")
    return any(
        isinstance(item, bytes) and item not in idle and not item.endswith((b" cm", b" re"))
        for item in paint.stream
    )
