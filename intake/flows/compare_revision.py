"""A corrected file beside an issue that is held: item by item, what is the same, changed, new or gone."""

import dataclasses
import enum

from django.utils.translation import gettext as _

from gazette.models import Entry, Issue, Source
from intake.flows.likeness import match
from intake.flows.make_drafts import issue_fields, slots_of
from intake.flows.record_text import lines_of_item, lines_of_record
from intake.flows.work_of_editors import WorkOfEditors, entries_of
from intake.reading import ContentsEntry, Edited, Masthead, Ranges, Reading


class Change(enum.StrEnum):
    """What became of an item. `EDITED` has changed in print, and an editor has worked on its record."""

    SAME = "same"
    CHANGED = "changed"
    EDITED = "edited"
    NEW = "new"
    GONE = "gone"


@dataclasses.dataclass
class Row:
    """One line of the contents in the issue, in the corrected file, or in both.

    `entry` is the record, `slot` the place in the new reading (see `slots_of`). `key` names the row in a
    form. `before` and `after` are the lines of both as text; `before` is what the record now holds.
    """

    change: Change
    title: str
    entry: Entry | None
    slot: int | None
    before: list[str]
    after: list[str]

    @property
    def is_masthead(self) -> bool:
        return self.entry is None and self.slot is None

    @property
    def key(self) -> str:
        if self.is_masthead:
            return "issue"
        return f"e{self.entry.pk}" if self.entry else f"n{self.slot}"

    @property
    def by_default(self) -> bool:
        """Whether the correction is proposed: not where an editor's work or a whole item is at stake."""
        return self.change in {Change.CHANGED, Change.NEW}

    @property
    def may_choose(self) -> bool:
        return self.change != Change.SAME


@dataclasses.dataclass
class _Known:
    """What an entry, or a line of a reading's contents with its items, is recognised by."""

    title: str
    doc_number: str | None
    lines: Ranges = dataclasses.field(default_factory=list)
    edited: Edited = dataclasses.field(default_factory=list)


def compare(issue: Issue, new: Reading) -> list[Row]:
    """The masthead, the rows in the order of the corrected file, and what is gone at the end."""
    entries, work = list(entries_of(issue)), WorkOfEditors(issue)
    old = _old_readings(issue, entries)
    slots, print_of = slots_of(new), _printed(entries, old)
    known = [_Known(entry.title, entry.doc_number or None) for entry in entries]
    pairs = match("contents", known, [_Known(line.title, line.doc_number) for line, __ in slots])
    rows: dict[int, Row] = {}
    for index, entry in enumerate(entries):
        printed = print_of.get(entry.pk)
        worked_on = work.touched(entry)
        # Nobody has changed the record: then it is what was printed, in the words of the same reader.
        before = printed if printed and not worked_on else lines_of_record(entry)
        place = pairs.get(index)
        if place is None:
            rows[len(slots) + index] = Row(Change.GONE, entry.title, entry, None, before, [])
            continue
        after = _lines(new, slots[place])
        change = _change(before, printed, after, worked_on=worked_on)
        rows[place] = Row(change, entry.title, entry, place, before, after)
    for place, (line, __) in enumerate(slots):
        if place not in rows:
            rows[place] = Row(Change.NEW, line.title, None, place, [], _lines(new, slots[place]))
    return [*_masthead(issue, new, old.get(issue.source_id or 0)), *(rows[place] for place in sorted(rows))]


def _masthead(issue: Issue, new: Reading, old: Reading | None) -> list[Row]:
    if new.issue is None:
        return []
    before = [f"{issue.serial_label} {issue.frequency} {issue.dated_label}", issue.chief_editor]
    before += [*issue.deputy_editors, issue.imprint]
    after = _lines_of_masthead(new.issue)
    printed = _lines_of_masthead(old.issue) if old and old.issue else None
    worked_on = bool(issue.edited_fields)
    before = printed if printed and not worked_on else before
    change = _change(before, printed, after, worked_on=worked_on)
    return [Row(change, _("刊头"), None, None, before, after)]


def _lines_of_masthead(masthead: Masthead) -> list[str]:
    fields = issue_fields(masthead)
    shown = Issue(**{name: value for name, value in fields.items() if name != "source_lines"})
    head = f"{shown.serial_label} {shown.frequency} {shown.dated_label}"
    return [head, shown.chief_editor, *shown.deputy_editors, shown.imprint]


def _old_readings(issue: Issue, entries: list[Entry]) -> dict[int, Reading]:
    """By source, the readings of which the issue and its entries were made, or by which they were corrected."""
    pks = {pk for each in (issue, *entries) if (pk := each.source_id) is not None}
    readings = Source.objects.filter(pk__in=pks).values_list("pk", "reading")
    return {pk: Reading.from_json(reading) for pk, reading in readings if reading.get("source")}


def _printed(entries: list[Entry], old: dict[int, Reading]) -> dict[int, list[str]]:
    """What was printed of each entry (by its key), in the text that it was last made or corrected of."""
    found: dict[int, list[str]] = {}
    for source, reading in old.items():
        slots = slots_of(reading)
        of_source = [entry for entry in entries if entry.source_id == source]
        was = match(
            "contents",
            [_Known(e.title, e.doc_number or None, e.source_lines, e.edited_fields) for e in of_source],
            [_Known(line.title, line.doc_number, line.lines) for line, __ in slots],
        )
        found |= {of_source[index].pk: _lines(reading, slots[place]) for index, place in was.items()}
    return found


def _change(before: list[str], printed: list[str] | None, after: list[str], *, worked_on: bool) -> Change:
    if after in (before, printed):
        return Change.SAME
    return Change.EDITED if worked_on else Change.CHANGED


def _lines(reading: Reading, slot: tuple[ContentsEntry, list[int]]) -> list[str]:
    line, items = slot
    head = [f"{line.title}{f'（{line.doc_number}）' if line.doc_number else ''}"]
    for index in items:
        head += lines_of_item(reading, index, reading.items[index])
    return head
