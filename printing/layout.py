"""What is printed in which order: an issue as sections, entries and their parts, without any markup."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from gazette.models import Entry, Issue
from printing.parts import RELATED, Part, parts, prefetches


@dataclass(frozen=True)
class PrintedEntry:
    """A line of the contents, with what it announces where there is a record of it."""

    entry: Entry
    parts: list[Part]
    # Which line of the contents it is, from 1 on: the same issue read into another database prints the same.
    place: int = 1

    @property
    def anchor(self) -> str:
        return f"entry-{self.place}"


@dataclass(frozen=True)
class PrintedSection:
    name: str
    entries: list[PrintedEntry]

    @property
    def printed(self) -> list[PrintedEntry]:
        """The entries whose text follows; the contents name the others too, without a page."""
        return [entry for entry in self.entries if entry.parts]


def sections(issue: Issue) -> list[PrintedSection]:
    """The issue's contents and text: entries in their order, neighbours of one section together."""
    return _by_section(entries_of(issue))


def section_of(entry: Entry) -> list[PrintedSection]:
    """One entry under its heading, as `sections` has it; without a printed part where it has no record."""
    return _by_section(entries_of(entry.issue).filter(pk=entry.pk))


def entries_of(issue: Issue) -> QuerySet[Entry]:
    """The entries of an issue in their order, each with all that is printed of it."""
    found = issue.entries.select_related("section", *RELATED).prefetch_related(*prefetches())
    return found.order_by("position", "pk")


def _by_section(entries: Iterable[Entry]) -> list[PrintedSection]:
    printed = [PrintedEntry(entry, parts(entry), place) for place, entry in enumerate(entries, start=1)]
    grouped = groupby(printed, key=lambda each: each.entry.section.name if each.entry.section else "")
    return [PrintedSection(name, list(found)) for name, found in grouped]


def texts(printed: Iterable[PrintedSection]) -> Iterator[tuple[str, str]]:
    """Every text of the issue with the title of its record, to say where something is."""
    for section in printed:
        for entry in section.printed:
            for part in entry.parts:
                yield from ((part.title, text) for text in part.texts())
