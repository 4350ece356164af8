"""A docx file → SourceText."""

import hashlib

from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.sources.text import SourceText
from intake.sources.word.body import BodyReader
from intake.sources.word.inline import InlineReader, Notes
from intake.sources.word.names import child, unstrict
from intake.sources.word.numbering import Numbering
from intake.sources.word.package import Package, damaged
from intake.sources.word.styles import Styles


def read_docx(name: str, data: bytes) -> SourceText:
    """The text of a Word file: a paragraph a line, headings with # marks, table rows with tabs.

    Numbers that Word makes stand in the text. Foot- and endnotes stand as lines behind the paragraph
    that names them: at the end of the file they would belong to another document of the same issue.
    Heads and feet of pages are left out. Raises SourceError where the file is damaged, hostile or empty.
    """
    package = Package(data)
    main = package.main_part()
    root = package.xml(main)
    body = None if root is None else child(unstrict(root), "body")
    if body is None:
        raise damaged()
    related = package.related(main)
    roots = {
        kind: unstrict(part)
        for kind in ("styles", "numbering", "footnotes", "endnotes")
        if kind in related and (part := package.xml(related[kind])) is not None
    }
    styles = Styles(roots.get("styles"))
    reader = BodyReader(
        styles,
        Numbering(roots.get("numbering"), styles),
        InlineReader(styles, Notes(roots.get("footnotes"), roots.get("endnotes"))),
    )
    reader.read(body)
    text = "\n".join(reader.lines)
    if not text.strip():
        raise SourceError(_("文件是空的，没有文字。"))
    return SourceText(
        name, data, text, hashlib.sha256(data).hexdigest(), format="docx", problems=tuple(reader.problems)
    )
