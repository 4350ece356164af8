"""The lines of the contents, and the masthead: added, corrected, ordered, taken out."""

from typing import Any

from django.utils.translation import gettext as _

from intake.editing import names
from intake.editing.changes import Change
from intake.editing.claims import claimed, release
from intake.editing.errors import EditError, refuse_leap
from intake.editing.fields import set_fields
from intake.reading import ContentsEntry, DocumentReading, Item, Masthead, Reading, numbers_of


def set_masthead(reading: Reading, values: dict[str, Any]) -> list[Change]:
    """Set fields of the masthead, or give one to a text that prints none; its place is the first line."""
    if reading.issue is None:
        reading.issue = Masthead("", 0, 0, 0, None, None, None, None, None, [], "", [[1, 1]])
    return set_fields(reading.issue, values, _("刊头"))


def set_entry(reading: Reading, number: int, values: dict[str, Any]) -> list[Change]:
    """Set fields of a line of the contents; the documents that it names are in its section."""
    entry = _entry(reading, number)
    changes = set_fields(entry, values, _named(entry))
    for document in reading.documents:
        if document.contents_entry == number:
            document.section = entry.section or None
    return changes


def add_entry(reading: Reading, place: int, values: dict[str, Any]) -> list[Change]:
    """Add a line to the contents before the one at `place`; it stands where its neighbour does."""
    if not 0 <= place <= len(reading.contents):
        raise EditError(_("目录里没有这一条。"))
    near = reading.contents[place - 1 if place else 0].lines if reading.contents else None
    lines = near or (reading.issue.lines[:1] if reading.issue else [[1, 1]])
    made = ContentsEntry(lines=[list(each) for each in lines], **values, edited=sorted(values))
    reading.contents.insert(place, made)
    _renumber(reading, {n: n + (n >= place) for n in range(len(reading.contents))})
    return [Change(_named(made), _("新增"), "", made.title)]


def move_entry(reading: Reading, number: int, step: int) -> list[Change]:
    """Change places with the line before (-1) or behind (1)."""
    entry, other = _entry(reading, number), number + step
    refuse_leap(step)
    if not 0 <= other < len(reading.contents):
        raise EditError(_("这一条已经在最前或最后，不能再移。"))
    entries = reading.contents
    entries[number], entries[other] = entries[other], entries[number]
    _renumber(reading, {number: other, other: number})
    return [Change(_named(entry), _("次序"), number + 1, other + 1)]


def remove_entry(reading: Reading, number: int, text: list[str]) -> list[Change]:
    """Take a line out of the contents; what it named stays, and its lines are unplaced."""
    entry = _entry(reading, number)
    del reading.contents[number]
    after: dict[int, int | None] = {n: n - 1 for n in range(number + 1, len(reading.contents) + 1)}
    _renumber(reading, {**after, number: None})
    release(reading, numbers_of(entry.lines) - claimed(reading), text)
    return [Change(_named(entry), _("移出，原文行未归属"), entry.title, "")]


def _entry(reading: Reading, number: int) -> ContentsEntry:
    if not 0 <= number < len(reading.contents):
        raise EditError(_("目录里没有这一条。"))
    return reading.contents[number]


def _named(entry: ContentsEntry) -> str:
    return _("目录“%(title)s”") % {"title": names.short(entry.title)}


def _renumber(reading: Reading, places: Any) -> None:
    """Items and documents name the same lines of the contents as before, at their new places."""
    things: list[Item | DocumentReading] = [*reading.items, *reading.documents]
    for named in things:
        if named.contents_entry is not None:
            named.contents_entry = places.get(named.contents_entry, named.contents_entry)
