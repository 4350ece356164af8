"""An issue's contents (目录) as printed: sections in the order of their first entries."""

from dataclasses import dataclass
from itertools import groupby

from gazette.models import Entry, Issue, Section


@dataclass(frozen=True)
class ContentsSection:
    """Entries that follow one another under one heading; entries before any heading have none."""

    section: Section | None
    entries: list[Entry]


def contents_of(issue: Issue) -> list[ContentsSection]:
    """The entries of a published issue by sections, each with the document that it announces."""
    found = issue.entries.select_related("section", "document__publication").order_by("position", "pk")
    groups = groupby(found, key=lambda entry: entry.section)
    return [ContentsSection(section, list(entries)) for section, entries in groups]
