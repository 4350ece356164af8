"""Contents, headings, numbers, pages and register held against each other: what differs, with both places."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from intake.reading import ContentsEntry, Problem, Ranges, Reading
from intake.text import fold, likeness

# Titles that differ by a word or two are one title misprinted; a register shortens more.
_SAME_TITLE = 0.6
# So many entries with a known page are needed to say how far the file's pages are from the printed ones.
_FEWEST_PAGES = 3


def find_disagreements(reading: Reading, pages: tuple[int, ...] = ()) -> list[Problem]:
    """What the parts of an issue print differently. `pages` is the file's page of each line, where it has pages."""
    return [
        *_numbers_that_differ(reading),
        *_pages_out_of_order(reading),
        *_pages_that_differ(reading, pages),
        *_register_that_differs(reading),
    ]


def _first(ranges: Ranges) -> Ranges:
    return [[ranges[0][0], ranges[0][0]]]


def _numbers_that_differ(reading: Reading) -> Iterator[Problem]:
    for item in reading.items:
        if item.contents_entry is None or not item.doc_number:
            continue
        entry = reading.contents[item.contents_entry]
        printed = fold(entry.doc_number or "")
        if printed and not (
            fold(item.doc_number).endswith(printed) or printed.endswith(fold(item.doc_number))
        ):
            message = _("目录的发文字号“%(contents)s”与正文的“%(text)s”不一致。")
            yield Problem(
                "number-differs",
                "error",
                message % {"contents": entry.doc_number, "text": item.doc_number},
                [*entry.lines, *_first(item.lines)],
                item.doc_number,
                entry.doc_number,
            )


def _paged(reading: Reading) -> list[tuple[ContentsEntry, int]]:
    return [(entry, int(entry.page)) for entry in reading.contents if entry.page and entry.page.isdigit()]


def _pages_out_of_order(reading: Reading) -> Iterator[Problem]:
    paged = _paged(reading)
    for (before, page), (entry, following) in pairwise(paged):
        if following < page:
            message = _("目录页码倒退：上一条在第%(page)d页，这一条在第%(following)d页。")
            yield Problem(
                "page-order",
                "warning",
                message % {"page": page, "following": following},
                [*before.lines, *entry.lines],
                entry.title,
            )


def _pages_that_differ(reading: Reading, pages: tuple[int, ...]) -> Iterator[Problem]:
    """Items that begin on another page of the file than the contents say; cover and contents shift all alike."""
    places = [
        (reading.contents[item.contents_entry], item.lines)
        for item in reading.items
        if item.contents_entry is not None and item.lines[0][0] <= len(pages)
    ]
    shifts = [
        (entry, lines, pages[lines[0][0] - 1] - int(entry.page))
        for entry, lines in places
        if entry.page and entry.page.isdigit()
    ]
    if len(shifts) < _FEWEST_PAGES:
        return
    usual, times = Counter(shift for _, _, shift in shifts).most_common(1)[0]
    if times * 2 <= len(shifts):
        return
    for entry, lines, shift in shifts:
        if shift != usual:
            message = _("目录印第%(printed)s页，而正文在第%(found)d页。")
            found = {"printed": entry.page, "found": pages[lines[0][0] - 1] - usual}
            yield Problem(
                "page-differs",
                "warning",
                message % found,
                [*entry.lines, *_first(lines)],
                entry.title,
                str(found["found"]),
            )


def _register_that_differs(reading: Reading) -> Iterator[Problem]:
    """A document of this issue that the register of documents sent names otherwise."""
    documents = {fold(d.doc_number): d for d in reading.documents if d.doc_number}
    for entry in reading.register:
        document = documents.get(fold(entry.doc_number)) if entry.direction == "outgoing" else None
        if document is None or not entry.title or _is_named(entry.title, document.title):
            continue
        message = _("发文目录中%(number)s的标题与正文不同：“%(title)s”。")
        yield Problem(
            "register-differs",
            "warning",
            message % {"number": entry.doc_number, "title": entry.title},
            [*entry.lines, *_first(document.lines)],
            entry.title,
            document.title,
        )


def _is_named(short: str, title: str) -> bool:
    """Whether a register's title is a document's; a register leaves out who issues it."""
    return (
        fold(title).endswith(fold(short))
        or fold(short) in fold(title)
        or likeness(short, title) >= _SAME_TITLE
    )
