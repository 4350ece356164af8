"""An issue's contents (目录) as printed: sections in the order of their first entries."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from gazette.models import Entry, Issue, Section

# What an entry may announce, one record each; the apps that hold them point to their Entry.
_SINGLE = ("document", "appointment_notice", "meeting", "indicator_table")
# What it may announce as a page of many records, and the name of that page.
_MANY = {"events": "issue_chronicle", "register_entries": "issue_register"}
# What a line of the contents does not show, and may be long.
_HEAVY = (
    "meeting__text",
    "indicator_table__rows",
    "indicator_table__row_lines",
    "document__addressee",
    *(f"{name}__{field}" for name in _SINGLE for field in ("source_lines", "edited_fields")),
)


@dataclass(frozen=True)
class ContentsSection:
    """Entries that follow one another under one heading; entries before any heading have none."""

    section: Section | None
    entries: list[Entry]

    @property
    def lines(self) -> list[tuple[Entry, str]]:
        """Each entry with the address of what it announces."""
        return [(entry, address_of(entry)) for entry in self.entries]


def contents_of(issue: Issue) -> list[ContentsSection]:
    """The entries of a published issue by sections, each with what it announces."""
    found = with_records(issue.entries.all()).order_by("position", "pk")
    groups = groupby(found, key=lambda entry: entry.section)
    return [ContentsSection(section, list(entries)) for section, entries in groups]


def with_records(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Entries with what each announces, as `address_of` asks for it."""
    held = {f"has_{name}": Exists(_entries_with(name)) for name in _MANY}
    found = entries.select_related("section", "document__publication", *_SINGLE)
    return found.annotate(**held).defer(*_HEAVY)


def address_of(entry: Entry) -> str:
    """Where the record of an entry of `with_records` is shown; empty where none is held."""
    for name in _SINGLE:
        record = getattr(entry, name, None)
        if record:
            return record.get_absolute_url()
    issue = entry.issue
    for name, page in _MANY.items():
        if getattr(entry, f"has_{name}"):
            return reverse(page, args=[issue.publication.code, issue.year, issue.number, entry.pk])
    return ""


def _entries_with(name: str) -> QuerySet[Entry]:
    return Entry.objects.filter(pk=OuterRef("pk"), **{f"{name}__isnull": False})
