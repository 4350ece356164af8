"""A Word file opened as Word would: paragraphs and tables in their order, styles, fields, bookmarks."""

import re
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


class Opened:
    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(BytesIO(data))
        self.body = self.document.element.body

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Style and text of every paragraph outside tables, without those that only end a section."""
        paragraphs = (p for p in self.document.paragraphs if p.text)
        return [(self._style(p), p.text) for p in paragraphs]

    def of(self, style: str) -> list[str]:
        return [text for name, text in self.lines if name == style]

    def behind(self, text: str) -> list[tuple[str, str]]:
        """The lines behind the last one that has this text."""
        texts = [line for _, line in self.lines]
        return self.lines[len(texts) - texts[::-1].index(text) :]

    @property
    def navigation(self) -> list[tuple[int, str]]:
        """What Word's navigation shows: depth in the outline and text."""
        return [
            (level, paragraph.text)
            for paragraph in self.document.paragraphs
            if (level := self._outline(paragraph)) is not None
        ]

    @property
    def tables(self) -> list[list[list[str]]]:
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in self.document.tables]

    def table(self, index: int) -> Table:
        return self.document.tables[index]

    @property
    def bookmarks(self) -> dict[str, str]:
        """The text of the paragraph in which each bookmark begins."""
        starts = self.body.iter(qn("w:bookmarkStart"))
        return {start.get(qn("w:name")): Paragraph(start.getparent(), self.document).text for start in starts}

    @property
    def page_fields(self) -> list[str]:
        """The bookmarks whose pages the file asks for."""
        instructions = (each.text for each in self.body.iter(qn("w:instrText")))
        return [match[1] for text in instructions if (match := re.match(r" PAGEREF (\S+) ", text))]

    def begins_page(self, text: str) -> bool:
        return any(p.text == text and p.paragraph_format.page_break_before for p in self.document.paragraphs)

    def _style(self, paragraph: Paragraph) -> str:
        assert paragraph.style is not None
        return str(paragraph.style.style_id)

    def _outline(self, paragraph: Paragraph) -> int | None:
        assert paragraph.style is not None
        found = paragraph.style.element.findall(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        return int(found[0].get(qn("w:val"))) + 1 if found else None
