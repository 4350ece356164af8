"""Puts the sheets together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from printing.compositor.binding import files, metadata
from printing.compositor.binding.faces import embedded
from printing.compositor.binding.labels import label_pages
from printing.compositor.binding.links import Places, annotate
from printing.compositor.binding.outline import add_outline
from printing.compositor.binding.structure import Structure
from printing.compositor.order import Order
from printing.compositor.sheets import Head, Heads, Leaf, Page, Program, Rectangle, Sheet, Used

_RESOURCES = ("ExtGState", "XObject", "Pattern", "Shading")


@dataclass(frozen=True)
class Bound:
    """Leaves of one sheet in their order, with their margins."""

    sheet: Sheet
    leaves: list[Leaf]
    heads: Heads
    is_text: bool


def bind(
    order: Order, parts: Sequence[Bound], used: Mapping[str, Used], programs: Mapping[str, Program]
) -> tuple[bytes, list[str]]:
    """The PDF, and the anchors that links look for in vain. The same order gives the same bytes."""
    pdf = pikepdf.new()
    fonts = {name: embedded(pdf, name, programs[name], used[name]) for name in sorted(programs)}
    pages = [_pages(pdf, part, fonts) for part in parts]
    places = Places()
    for part, objects in zip(parts, pages, strict=True):
        _note(places, part, objects)
    structure = Structure(pdf)
    for part, objects in zip(parts, pages, strict=True):
        annotations = annotate(pdf, part.sheet, _by_page(part, objects), places)
        structure.add(part.sheet, _by_page(part, objects), annotations)
    structure.finish()
    places.write(pdf)
    add_outline(pdf, places)
    label_pages(pdf, sum(len(part.leaves) for part in parts if not part.is_text))
    metadata.describe(pdf, order)
    files.attach(pdf, order.manuscript)
    return _written(pdf, order), places.missing


def _written(pdf: pikepdf.Pdf, order: Order) -> bytes:
    pdf.trailer.ID = Array([pikepdf.String(order.identifier[:32])] * 2)
    written = BytesIO()
    pdf.save(
        written,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        # Contents and faces are compressed already.
        recompress_flate=False,
    )
    return written.getvalue()


def _pages(pdf: pikepdf.Pdf, part: Bound, fonts: Mapping[str, pikepdf.Object]) -> list[pikepdf.Object]:
    """The pages of a part, added to the PDF."""
    with (
        pikepdf.open(BytesIO(part.sheet.resources)) as text,
        pikepdf.open(BytesIO(part.heads.resources)) as heads,
    ):
        resources = _resources(pdf, text)
        added = _resources(pdf, heads)
        for name in _RESOURCES:
            resources[Name(f"/{name}")].update(added[Name(f"/{name}")])
        for each in (resources, added):
            for name in sorted({*part.sheet.faces, *part.heads.faces}):
                each.Font[Name(f"/{name}")] = fonts[name]
        made: list[pikepdf.Object] = []
        for leaf, head in zip(part.leaves, part.heads.heads, strict=True):
            page = None if leaf.page is None else part.sheet.pages[leaf.page]
            pdf.pages.append(pikepdf.Page(_page(pdf, page, head, resources)))
            made.append(pdf.pages[-1].obj)
        return made


def _resources(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.copy_foreign(source.pages[0].obj.Resources)


def _page(pdf: pikepdf.Pdf, page: Page | None, head: Head, resources: pikepdf.Object) -> Dictionary:
    contents = [_stream(pdf, head.under)] if head.under else []
    if page:
        contents += _moved(pdf, page, head)
    contents += [_stream(pdf, head.over)] if head.over else []
    made = Dictionary(
        Type=Name.Page, MediaBox=_box(head.media), Contents=Array(contents), Resources=resources
    )
    if head.media != head.trim:
        made.TrimBox, made.BleedBox = _box(head.trim), _box(head.bleed)
    return made


def _moved(pdf: pikepdf.Pdf, page: Page, head: Head) -> list[pikepdf.Object]:
    """The text of a page, moved to where the type area of its side is."""
    x, y = shift(page, head)
    text = _stream(pdf, page.content)
    if not x and not y:
        return [text]
    before = pikepdf.Stream(pdf, f"q 1 0 0 1 {x:f} {y:f} cm".encode())
    return [before, text, pikepdf.Stream(pdf, b"Q")]


def shift(page: Page, head: Head) -> tuple[float, float]:
    """How far the type area of a page moves, right and up, in points: sides may have other margins."""
    return round(head.origin[0] - page.origin[0], 4), round(page.origin[1] - head.origin[1], 4)


def _stream(pdf: pikepdf.Pdf, compressed: bytes) -> pikepdf.Object:
    return pikepdf.Stream(pdf, compressed, Filter=Name.FlateDecode)


def _box(rectangle: Rectangle) -> Array:
    return Array([round(side, 4) for side in rectangle])


def _by_page(part: Bound, objects: list[pikepdf.Object]) -> dict[int, tuple[pikepdf.Object, float, float]]:
    """The PDF's page for each page of the sheet, and how far its text was moved."""
    return {
        leaf.page: (made, *shift(part.sheet.pages[leaf.page], head))
        for leaf, made, head in zip(part.leaves, objects, part.heads.heads, strict=True)
        if leaf.page is not None
    }


def _note(places: Places, part: Bound, objects: list[pikepdf.Object]) -> None:
    for number, (made, right, up) in sorted(_by_page(part, objects).items()):
        places.note(part.sheet.pages[number], made, right, up)
