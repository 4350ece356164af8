"""付印稿: the pages as the press wants them, with bleed and marks, in inks, and with nothing besides."""

from typing import Any

import pikepdf
from pikepdf import Name

from printing.press.colours import separated, shaded
from printing.press.files import opened, saved, trim
from printing.press.lettering import Lettering
from printing.press.marks import AROUND, BLEED, marks, registration
from printing.press.pictures import inked

# What makes a PDF readable on screens and keeps it; a press has no use for it, and colours in inks would belie it.
NOT_FOR_PRESS = (
    "AF",
    "MarkInfo",
    "Metadata",
    "Names",
    "Outlines",
    "OutputIntents",
    "PageLabels",
    "StructTreeRoot",
)
NOT_ON_PAGES = ("Annots", "StructParents", "Tabs", "AF", "Metadata", "ArtBox", "CropBox")
SLUG_SIZE = 5.5


def final(pdf: bytes) -> bytes:
    """The reading edition for the printing works: trim and bleed, marks around it, all colours in inks.

    Nothing of an issue runs to the edge of its paper, so the bleed of 3 mm is white. Colours are DeviceCMYK: which
    paper and press they meet is not known here. Raises PrintingError for a broken PDF.
    """
    with opened(pdf) as file:
        _stripped(file)
        _in_inks(file)
        letters, all_plates = Lettering(file, "Final"), registration(file)
        title = str(file.docinfo.get(Name.Title, ""))
        for number, page in enumerate(file.pages, start=1):
            _on_sheet(page, all_plates, letters, (title, f"{number}/{len(file.pages)}"))
        file.docinfo[Name.Trapped] = Name("/False")
        return saved(file)


def _stripped(file: pikepdf.Pdf) -> None:
    _without(file.Root, NOT_FOR_PRESS)
    for page in file.pages:
        _without(page.obj, NOT_ON_PAGES)


def _without(thing: pikepdf.Object, keys: tuple[str, ...]) -> None:
    for key in keys:
        if f"/{key}" in thing:
            del thing[f"/{key}"]


def _in_inks(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        parsed = separated(pikepdf.parse_content_stream(page), page.resources)
        page.obj.Contents = file.make_stream(pikepdf.unparse_content_stream(list(parsed)))
    for thing in file.objects:
        _thing_in_inks(thing)


def _thing_in_inks(thing: Any) -> None:
    """A form, pattern, image, gradient or group, wherever in the file it is used."""
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    if thing.get("/Subtype") == Name.Image and isinstance(thing, pikepdf.Stream):
        inked(thing)
    elif thing.get("/Subtype") == Name.Form or thing.get("/PatternType") == 1:
        parsed = separated(pikepdf.parse_content_stream(thing), thing.get("/Resources"))
        thing.write(pikepdf.unparse_content_stream(list(parsed)))
    elif "/ShadingType" in thing:
        shaded(thing)
    for group in (thing.get("/Group"), thing):
        if isinstance(group, pikepdf.Dictionary) and group.get("/S") == Name.Transparency and "/CS" in group:
            group.CS = Name.DeviceCMYK


def _on_sheet(
    page: pikepdf.Page, all_plates: pikepdf.Object, letters: Lettering, slug: tuple[str, ...]
) -> None:
    left, bottom, right, top = trim(page)
    width, height = right - left, top - bottom
    cut = [AROUND, AROUND, AROUND + width, AROUND + height]
    page.obj.MediaBox = [0, 0, width + 2 * AROUND, height + 2 * AROUND]
    page.obj.TrimBox = cut
    page.obj.BleedBox = [cut[0] - BLEED, cut[1] - BLEED, cut[2] + BLEED, cut[3] + BLEED]
    page.contents_add(_moved(AROUND - left, AROUND - bottom, page.obj.BleedBox), prepend=True)
    name = page.add_resource(all_plates, Name.ColorSpace, Name.FinalPlates)
    said = _slug(page, letters, slug)
    page.contents_add(f"Q\nq {name} CS 1 SCN {name} cs 1 scn\n{marks(width, height)}{said}Q\n".encode())


def _slug(page: pikepdf.Page, letters: Lettering, slug: tuple[str, ...]) -> str:
    """What the sheet is, below the page: part after part, so that the title is drawn in one form for all pages."""
    drawn, x = "", AROUND + 2 * BLEED
    for words in slug:
        drawn += letters.draw(page, words, size=SLUG_SIZE, x=x, y=AROUND - 2 * BLEED)
        x += (letters.width(words) + 1) * SLUG_SIZE
    return drawn


def _moved(x: float, y: float, bleed: pikepdf.Object) -> bytes:
    left, bottom, right, top = (float(edge) for edge in bleed)
    clip = f"{left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re W n"
    return f"q {clip} 1 0 0 1 {x:.3f} {y:.3f} cm\n".encode()
