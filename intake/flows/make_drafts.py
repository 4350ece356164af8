"""A reading to drafts: its source, issue, contents and everything under them, all of them or none."""

import dataclasses
import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import User
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from documents.models import Document
from gazette.models import Entry, Issue, Publication, Section, SectionKind, Source
from gazette.models.issue import DatePrecision
from intake.errors import SourceError
from intake.flows.create_checked import check, create_checked, set_by_editor
from intake.flows.make_documents import make_document
from intake.flows.make_rooms import make_room
from intake.readers.kinds import section_kind
from intake.reading import ContentsEntry, Item, Masthead, Problem, Reading
from intake.sources.text import SourceText

# Where a field of the record has another name than in the reading.
_MASTHEAD = {"published": "dated_on", "text": "imprint"}
_CONTENTS = {"page": "printed_page"}


@dataclasses.dataclass
class ImportResult:
    """What an import made. `created` is False where the same file had been imported before."""

    source: Source
    created: bool
    issue: Issue | None
    documents: list[Document]


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """A transaction in which drafts are made; SourceError where the database refuses something."""
    try:
        with transaction.atomic():
            yield
    except (DataError, IntegrityError) as fault:
        # Two people bringing in one text at once, or something that no rule of a field foresaw.
        raise SourceError(
            _("来稿没有收录，什么也没有改动：数据库不接受其中的内容，或者别人正在读入同一份来稿。")
        ) from fault


def make_drafts(
    text: SourceText, reading: Reading, publication: Publication, by: User | None, *, as_printed: bool
) -> ImportResult:
    """Make drafts of a reading that fits (see `fitting`); the caller has a transaction.

    The source keeps the reading as it is here, with what an editor set in it. Raises SourceError, with
    the line, for what the records cannot hold.
    """
    if reading.issue is None:
        reading.problems += _without_issue(reading)
    source = make_source(text, reading, publication, by, as_printed=as_printed)
    issue = _make_issue(reading.issue, source) if reading.issue else None
    entries = _make_entries(reading, issue) if issue else {}
    documents = [make_document(item, source, entries.get(item.item)) for item in reading.documents]
    for index, entry in entries.items():
        make_room(index, reading, entry)
    return ImportResult(source, True, issue, documents)


def _without_issue(reading: Reading) -> list[Problem]:
    """Only documents stand without an issue; of other items the editor is told that they have no record."""
    return [
        Problem(
            "item-without-issue",
            "warning",
            _("没有刊头，“%(title)s”没有建立记录，原文保留在来稿里。") % {"title": item.title},
            item.lines,
            item.title,
        )
        for item in reading.items
        if item.kind != SectionKind.DOCUMENTS
    ]


def make_source(
    text: SourceText, reading: Reading, publication: Publication, by: User | None, *, as_printed: bool
) -> Source:
    """Keep the file, its text and its reading."""
    return Source.objects.create(
        publication=publication,
        name=text.name,
        sha256=text.sha256,
        original=text.data,
        text=text.text,
        line_count=len(text.lines),
        reading=reading.to_json(),
        as_printed=as_printed,
        imported_by=by,
    )


def _make_issue(masthead: Masthead, source: Source) -> Issue:
    issue = Issue(
        publication=source.publication,
        year=masthead.year,
        number=masthead.number,
        number_end=masthead.number_end,
        as_printed=source.as_printed,
        source=source,
        edited_fields=set_by_editor(masthead.edited, _MASTHEAD),
        **issue_fields(masthead),
    )
    return create_checked(issue)


def issue_fields(masthead: Masthead) -> dict[str, Any]:
    """What the masthead says of the issue, but for what identifies it."""
    dated_on, precision = _dated(masthead.published)
    return {
        "serial": masthead.serial,
        "serial_end": masthead.serial_end,
        "frequency": masthead.frequency or "",
        "dated_on": dated_on,
        "dated_precision": precision,
        "chief_editor": masthead.chief_editor or "",
        "deputy_editors": masthead.deputy_editors,
        "imprint": masthead.text,
        "source_lines": masthead.lines,
    }


def _dated(published: str | None) -> tuple[datetime.date | None, str]:
    """The printed date: 2018-03 is known to the month, 2020-09-15 to the day."""
    if published is None:
        return None, DatePrecision.DAY
    if published.count("-") == 1:
        return datetime.date.fromisoformat(published + "-01"), DatePrecision.MONTH
    return datetime.date.fromisoformat(published), DatePrecision.DAY


def _make_entries(reading: Reading, issue: Issue) -> dict[int, Entry]:
    """The entries of an issue in order; under which of them each item (by index) stands."""
    slots = slots_of(reading)
    entries = [make_entry(issue, issue.source, position, line) for position, (line, _) in enumerate(slots, 1)]
    return {index: entry for (_, held), entry in zip(slots, entries, strict=True) for index in held}


def slots_of(reading: Reading) -> list[tuple[ContentsEntry, list[int]]]:
    """The lines of the contents in order, each with the items (by index) that stand under it.

    The printed contents come first. An item that they do not name, and every item of an issue without
    contents, has a line made for it behind the item before it.
    """
    slots: list[tuple[ContentsEntry, list[int]]] = [(line, []) for line in reading.contents]
    place = -1
    for index, item in enumerate(reading.items):
        if item.contents_entry is None:
            place += 1
            slots.insert(place, (_unnamed(item), [index]))
        else:
            named = reading.contents[item.contents_entry]
            place = next(n for n, (line, _) in enumerate(slots) if line is named)
            slots[place][1].append(index)
    return slots


def _unnamed(item: Item) -> ContentsEntry:
    """The line that an item which the contents do not name has in them."""
    edited = [name for name in item.edited if name in {"title", "doc_number"}]
    return ContentsEntry("", item.title, item.doc_number, None, item.lines, edited)


def make_entry(issue: Issue, source: Source | None, position: int, line: ContentsEntry) -> Entry:
    """Make the entry of a line of the contents."""
    fields = entry_fields(issue, line)
    edited = set_by_editor(line.edited, _CONTENTS)
    return create_checked(
        Entry(issue=issue, position=position, source=source, edited_fields=edited, **fields)
    )


def entry_fields(issue: Issue, line: ContentsEntry) -> dict[str, Any]:
    return {
        "section": _section(issue.publication, line),
        "title": line.title,
        "doc_number": line.doc_number or "",
        "printed_page": line.page or "",
        "source_lines": line.lines,
    }


def _section(publication: Publication, line: ContentsEntry) -> Section | None:
    if not line.section:
        return None
    held = publication.sections.filter(name=line.section).first()
    return held or _new_section(publication, line)


def _new_section(publication: Publication, line: ContentsEntry) -> Section:
    position = publication.sections.count() + 1
    section = Section(
        publication=publication, name=line.section, kind=section_kind(line.section), position=position
    )
    check(section, line.lines[0][0] if line.lines else None)
    section.save()
    return section
