"""What goes to the compositor: an issue, a document or an entry as HTML, before it has pages."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

STYLE_DIR = Path(__file__).resolve().parent / "style"
STYLE_URL = f"{STYLE_DIR.as_uri()}/"


@dataclass(frozen=True)
class Attached:
    """A file in the PDF (PDF/A-3): `relationship` is the PDF's word for what it is to the pages."""

    name: str
    data: bytes
    media_type: str
    description: str
    relationship: str = "Data"


@dataclass(frozen=True)
class Manuscript:
    """All that decides what a PDF looks like; with the same faces installed, the same digest means the same bytes.

    `front` (cover and contents) and `back` are HTML; so is each part of `text`, which begins a page of its own.
    Where `front` has `<a class="folio" href="#ANCHOR"></a>`, the compositor writes the folio of the page on
    which the element with that id stands. `gazette` and `number` make the running heads. `styles` are names of
    files in `printing/style/`, in their order; `images` are what `<img src="NAME">` asks for. Where `back`
    begins a page, blank pages before it make the number of all pages a multiple of `multiple`; else they
    follow. What is `archival` is PDF/A-3a and PDF/UA-1; a file with inks for the press cannot be.
    """

    title: str
    text: tuple[str, ...]
    front: str = ""
    back: str = ""
    gazette: str = ""
    number: str = ""
    author: str = ""
    # ISO 8601 with its offset, or empty: never the moment of printing.
    dated: str = ""
    styles: tuple[str, ...] = ("faces.css", "issue.css", "a4.css")
    images: Mapping[str, bytes] = field(default_factory=dict)
    attached: tuple[Attached, ...] = ()
    multiple: int = 1
    archival: bool = True
    # What an editor should know: characters that are printed in a face of another style.
    warnings: list[str] = field(default_factory=list)

    @property
    def html(self) -> str:
        """All its HTML together, to look for characters."""
        return "\n".join([self.title, self.gazette, self.number, self.front, *self.text, self.back])

    @property
    def digest(self) -> str:
        # The compositor's own version, for a new one may set the same text otherwise.
        from printing.compositor.version import VERSION

        told: list[Any] = [VERSION, self.title, self.text, self.front, self.back, self.gazette, self.number]
        told += [self.author, self.dated, self.styles, self.multiple, self.archival]
        told += [[name, hashlib.sha256(data).hexdigest()] for name, data in sorted(self.images.items())]
        for each in self.attached:
            sum_ = hashlib.sha256(each.data).hexdigest()
            told += [[each.name, each.media_type, each.description, each.relationship, sum_]]
        told += [path.read_text() for path in sorted(STYLE_DIR.glob("*.css"))]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Printed:
    """A PDF, its number of pages, and the folio of each anchor in the text (pages of the text count from 1)."""

    pdf: bytes
    pages: int
    folios: Mapping[str, int] = field(default_factory=dict)
