"""Issues themselves, and lines of their contents that no record answers to."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from gazette.models import Entry, Issue
from search.models import Item, ItemKind
from search.rows.making import at_issue, make

_RECORDS = ("document", "appointment_notice", "meeting", "indicator_table")
# An entry of many records has a page for all of them.
_PAGES = {"events": "issue_chronicle", "register_entries": "issue_register"}


def issue_itself(issue: Issue) -> Item:
    sections = issue.entries.exclude(section=None).values_list("section__name", flat=True)
    return make(
        ItemKind.ISSUE,
        issue,
        "issue",
        at_issue(issue),
        title=str(issue),
        day=issue.dated_on,
        issue=issue,
        parts=[
            issue.serial_label,
            issue.frequency,
            issue.chief_editor,
            *issue.deputy_editors,
            *dict.fromkeys(sections.order_by("position", "pk")),
            *issue.imprint.split("\n"),
        ],
    )


def entries(issue: Issue) -> Iterator[Item]:
    """Entries of which no record has the title."""
    held = {f"has_{name}": Exists(_entries_with(name)) for name in _PAGES}
    lacking = {f"{name}__isnull": True for name in _RECORDS}
    for entry in issue.entries.filter(**lacking).annotate(**held):
        page = next((page for name, page in _PAGES.items() if getattr(entry, f"has_{name}")), None)
        yield make(
            ItemKind.ENTRY,
            entry,
            page or "issue",
            at_issue(issue, entry.pk) if page else at_issue(issue),
            title=entry.title,
            number=entry.doc_number,
            issue=issue,
            parts=[],
        )


def _entries_with(name: str) -> QuerySet[Entry]:
    return Entry.objects.filter(pk=OuterRef("pk"), **{f"{name}__isnull": False})
