"""An e-book, opened: its files, its package, its text."""

import re
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"


class Ebook:
    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.files = {name: archive.read(name) for name in self.names}

    def tree(self, name: str) -> etree._Element:
        """A file as XML: not well-formed, it raises."""
        return etree.fromstring(self.files[f"EPUB/{name}"])

    @property
    def package(self) -> etree._Element:
        return self.tree("package.opf")

    def said(self, name: str) -> str:
        """The text of a metadata element."""
        return str(self.package.findtext(f".//{{http://purl.org/dc/elements/1.1/}}{name}") or "")

    @property
    def reading_order(self) -> list[str]:
        space = "{http://www.idpf.org/2007/opf}"
        hrefs = {item.get("id"): item.get("href") for item in self.package.iter(f"{space}item")}
        return [str(hrefs[ref.get("idref")]) for ref in self.package.iter(f"{space}itemref")]

    def text(self, name: str) -> str:
        body = self.tree(name).find(f"{XHTML}body")
        assert body is not None
        return re.sub(r"\s", "", "".join(body.itertext()))

    @property
    def whole(self) -> str:
        return "".join(self.text(name) for name in self.reading_order if name != "nav.xhtml")
