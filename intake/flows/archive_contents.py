"""The contents of an archive issue as an editor types them: a line an entry, sections on lines of their own."""

import re

from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.lines import clean
from intake.readers.numbers import find_numbers
from intake.reading import ContentsEntry

_SECTION = re.compile(r"^(?:#{1,6}\s*(?P<marked>.+)|【(?P<framed>[^】]+)】)$")
# A page stands behind a leader, a tab, a blank or in brackets.
_PAGE = re.compile(r"(?:[\s.…·．⋯—]{2,}|\s|(?=[（(]))[（(]?(?P<page>\d{1,4})[)）]?$")


def parse_contents(typed: str) -> list[ContentsEntry]:
    """The typed lines as entries: title, the number of the document, the page; both may be missing.

    A section begins with # or stands in 【】. Raises SourceError, with the line, for an entry without title.
    """
    entries: list[ContentsEntry] = []
    section = ""
    for number, raw in enumerate(typed.splitlines(), 1):
        line = raw.strip()
        heading = _SECTION.match(line)
        if heading:
            section = clean(heading["marked"] or heading["framed"])
        elif line:
            entries.append(_entry(line, number, section))
    return entries


def _entry(line: str, number: int, section: str) -> ContentsEntry:
    page = _PAGE.search(line)
    text = clean(line[: page.start()] if page else line)
    title, doc_number = _with_number(text)
    if not re.search(r"\w", title):
        raise SourceError(_("目录第 %(line)d 行没有标题。") % {"line": number}, line=number)
    edited = [
        name for name, value in (("title", title), ("doc_number", doc_number), ("section", section)) if value
    ]
    return ContentsEntry(section, title, doc_number, page["page"] if page else None, [], edited)


def _with_number(text: str) -> tuple[str, str | None]:
    """A title and the document's number behind it, if one is."""
    for found in reversed(find_numbers(text)):
        if found.start > 0 and not text[found.end :].strip(" )）"):
            before = text[: found.start]
            # A title that itself ends in a number in brackets, 《…》（…号）, has it inside of a sentence only.
            return before.strip(" （("), found.number
    return text.strip(), None
