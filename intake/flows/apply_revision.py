"""What an editor chose of a corrected file goes into the records; what an editor set stays as it is."""

from django.contrib.auth.models import User
from django.db.models import F
from django.utils.translation import gettext as _

from gazette.models import Entry, Issue, Source
from intake.errors import SourceError
from intake.flows.accept import close, hold, reading_of, text_of
from intake.flows.compare_revision import Row, compare
from intake.flows.correct_records import correct_records, set_unless_edited
from intake.flows.make_documents import make_document
from intake.flows.make_drafts import (
    all_or_nothing,
    entry_fields,
    issue_fields,
    make_entry,
    make_source,
    slots_of,
)
from intake.flows.make_rooms import make_room, parts_of
from intake.flows.work_of_editors import WorkOfEditors
from intake.models import Submission
from intake.reading import ContentsEntry, Masthead, Reading


def refuse_other_issue(issue: Issue, reading: Reading) -> None:
    """Raise SourceError where the file is of another issue, or the issue is public."""
    if issue.is_published:
        raise SourceError(_("这一期已经发布。要更正，请先撤回。"))
    printed = reading.issue
    if printed is None:
        return
    same = (printed.year, printed.number, printed.number_end) == (issue.year, issue.number, issue.number_end)
    if printed.publication != issue.publication.name or not same:
        message = _("这份文件是%(printed)s，要更正的是%(issue)s。请放弃这份来稿，另送正确的文件。") % {
            "printed": _label(printed),
            "issue": issue,
        }
        raise SourceError(message, line=printed.lines[0][0] if printed.lines else None)


def _label(printed: Masthead) -> str:
    last = printed.number_end or printed.number
    numbers = f"{printed.number}" if last == printed.number else f"{printed.number}-{last}"
    words = {"publication": printed.publication, "year": printed.year, "numbers": numbers}
    return _("%(publication)s %(year)s年第%(numbers)s号") % words


def apply_revision(
    submission: Submission, chosen: set[str], by: User | None, version: int | None = None
) -> list[Row]:
    """Correct the rows whose `key` was chosen, in one transaction, and close the submission.

    Returns the corrected rows. Raises SourceError, with nothing changed, where the issue is public, the
    page is out of date, or a chosen row has become something of another kind.
    """
    with all_or_nothing():
        held = hold(submission, version)
        if held.revises_id is None:
            raise SourceError(_("这份来稿不是更正稿。"))
        issue = Issue.objects.select_for_update().get(pk=held.revises_id)
        reading = reading_of(held)
        refuse_other_issue(issue, reading)
        rows = compare(issue, reading)
        taken = [row for row in rows if row.key in chosen and row.may_choose]
        if len(taken) != len(chosen):
            raise SourceError(_("您打开本页以后，这一期又有改动，所以什么也没有做。请重新核对。"))
        source = make_source(text_of(held), reading, held.publication, by, as_printed=issue.as_printed)
        revision = _Revision(issue, reading, source)
        for row in taken:
            revision.take(row, rows)
        close(held, source, issue)
    submission.refresh_from_db()
    return taken


class _Revision:
    def __init__(self, issue: Issue, reading: Reading, source: Source) -> None:
        self.issue, self.reading, self.source = issue, reading, source
        self.slots, self.work = slots_of(reading), WorkOfEditors(issue)

    def take(self, row: Row, rows: list[Row]) -> None:
        if row.entry is not None and row.slot is not None:
            # As it now is: those before it may have moved it, and what was fetched to compare is out of date.
            self._correct(Entry.objects.get(pk=row.entry.pk), *self.slots[row.slot])
        elif row.entry is not None:
            # A document is never lost with its place: it stays as a draft by itself.
            row.entry.delete()
        elif row.slot is not None:
            self._add(row, rows, *self.slots[row.slot])
        elif self.reading.issue is not None:
            set_unless_edited(self.issue, issue_fields(self.reading.issue), self.source)

    def _add(self, row: Row, rows: list[Row], line: ContentsEntry, items: list[int]) -> None:
        """A new entry behind the one that it follows in the corrected file, with what stands under it."""
        before = [each.entry for each in rows[: rows.index(row)] if each.entry and each.entry.pk]
        place = before[-1].position if before else 0
        self.issue.entries.filter(position__gt=place).update(position=F("position") + 1)
        for each in rows:
            if each.entry and each.entry.position > place:
                each.entry.position += 1
        row.entry = make_entry(self.issue, self.source, place + 1, line)
        for index in items:
            for read in parts_of(index, self.reading.documents):
                make_document(read, self.source, row.entry)
            make_room(index, self.reading, row.entry)

    def _correct(self, entry: Entry, line: ContentsEntry, items: list[int]) -> None:
        set_unless_edited(entry, entry_fields(self.issue, line), self.source)
        correct_records(entry, self.reading, items, self.work)
