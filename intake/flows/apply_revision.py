"""What an editor chose of a corrected file goes into the records; what an editor set stays as it is."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, Model
from django.utils.translation import gettext as _

from documents.models import Document
from gazette.models import Entry, Issue, Source, Sourced
from intake.errors import SourceError
from intake.flows.accept import close, hold, reading_of, text_of
from intake.flows.compare_revision import Row, compare
from intake.flows.create_checked import check
from intake.flows.make_documents import document_fields, make_document, make_text
from intake.flows.make_drafts import (
    all_or_nothing,
    entry_fields,
    issue_fields,
    make_entry,
    make_source,
    slots_of,
)
from intake.flows.make_rooms import (
    make_appointments,
    make_events,
    make_register,
    make_room,
    meeting_fields,
    notice_fields,
    parts_of,
)
from intake.flows.make_tables import derive_observations, table_fields
from intake.flows.record_text import rows_touched, text_touched
from intake.models import Submission
from intake.reading import ContentsEntry, Reading


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
            "printed": f"{printed.publication} {printed.year}年第{printed.number}号",
            "issue": issue,
        }
        raise SourceError(message, line=printed.lines[0][0] if printed.lines else None)


def apply_revision(
    submission: Submission, chosen: set[str], by: User | None, version: int | None = None
) -> list[Row]:
    """Correct the rows whose `key` was chosen, in one transaction, and close the submission.

    Returns the corrected rows. Raises SourceError, with nothing changed, where the issue is public or the
    page is out of date.
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
        close(held, source)
    submission.refresh_from_db()
    return taken


class _Revision:
    def __init__(self, issue: Issue, reading: Reading, source: Source) -> None:
        self.issue, self.reading, self.source = issue, reading, source
        self.slots = slots_of(reading)

    def take(self, row: Row, rows: list[Row]) -> None:
        if row.entry is not None and row.slot is not None:
            self._correct(row.entry, *self.slots[row.slot])
        elif row.entry is not None:
            # A document is never lost with its place: it stays as a draft by itself.
            row.entry.delete()
        elif row.slot is not None:
            self._add(row, rows, *self.slots[row.slot])
        elif self.reading.issue is not None:
            self._set(self.issue, issue_fields(self.reading.issue))

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
            self._make(index, row.entry)

    def _make(self, index: int, entry: Entry) -> None:
        for read in parts_of(index, self.reading.documents):
            make_document(read, self.source, entry)
        make_room(index, self.reading, entry)

    def _correct(self, entry: Entry, line: ContentsEntry, items: list[int]) -> None:
        kept = rows_touched(entry)
        self._set(entry, entry_fields(self.issue, line))
        for index in items:
            self._document(index, entry)
            self._notice(index, entry, kept=kept)
            self._listing(index, entry, kept=kept)
            self._meeting_and_table(index, entry)

    def _document(self, index: int, entry: Entry) -> None:
        document: Document | None = getattr(entry, "document", None)
        for read in parts_of(index, self.reading.documents):
            if document is None:
                make_document(read, self.source, entry)
                continue
            replace = not text_touched(document)
            self._set(document, document_fields(read))
            if replace:
                for parts in (document.blocks, document.attachments, document.citations):
                    parts.all().delete()
                make_text(document, read)

    def _notice(self, index: int, entry: Entry, *, kept: bool) -> None:
        read = parts_of(index, self.reading.appointments)
        notice = getattr(entry, "appointment_notice", None)
        if notice is None:
            return
        self._set(notice, notice_fields(self.reading.items[index]))
        if not kept:
            notice.appointments.all().delete()
            make_appointments(notice, read)

    def _listing(self, index: int, entry: Entry, *, kept: bool) -> None:
        if kept:
            return
        events = parts_of(index, self.reading.events)
        register = parts_of(index, self.reading.register)
        if events:
            entry.events.all().delete()
            make_events(events, entry)
        if register:
            entry.register_entries.all().delete()
            make_register(register, entry)

    def _meeting_and_table(self, index: int, entry: Entry) -> None:
        for meeting in parts_of(index, self.reading.meetings):
            if hasattr(entry, "meeting"):
                self._set(entry.meeting, meeting_fields(meeting))
        for table in parts_of(index, self.reading.tables):
            if hasattr(entry, "indicator_table") and table.period:
                fields = table_fields(table)
                if "rows" in entry.indicator_table.edited_fields:
                    del fields["rows"], fields["row_lines"]
                self._set(entry.indicator_table, fields)
                derive_observations(entry.indicator_table)

    def _set(self, record: Sourced, fields: dict[str, Any]) -> None:
        """Give a record the values of the corrected file, except those that an editor set."""
        held: Model = record
        for name, value in fields.items():
            if name not in record.edited_fields:
                setattr(held, name, value)
        record.source = self.source
        check(held, record.source_lines[0][0] if record.source_lines else None)
        held.save()
