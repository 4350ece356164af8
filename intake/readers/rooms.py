"""Which reader reads a segment of which kind, and what it leaves for the editor."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from intake.lines import Line
from intake.readers import kinds
from intake.readers.appointments import read_notice
from intake.readers.chronicle import read_chronicle
from intake.readers.document import read_document
from intake.readers.meetings import read_meetings
from intake.readers.registers import read_register
from intake.readers.segments import Segment
from intake.readers.statistics import read_table, unread_columns
from intake.reading import Item, Meeting, Problem, Ranges, Reading, ranges_of
from intake.text import ends_sentence

# So many sentences of at least so many characters are no notes under a table.
_FEW, _SENTENCE = 5, 20


def read_segment(lines: list[Line], segment: Segment, reading: Reading) -> None:
    """Read one segment into the reading, with the problems that its reader met."""
    if segment.kind == "statistics" and _is_report(lines[segment.body : segment.end]):
        segment.kind = kinds.DOCUMENTS
    printed = [line.number for line in lines[segment.first : segment.end] if line.text or line.furniture]
    index = len(reading.items)
    reading.items.append(
        Item(
            segment.kind,
            segment.title,
            segment.doc_number,
            _place(segment, reading),
            [[printed[0], printed[-1]]],
        )
    )
    _READERS.get(segment.kind, _leave)(lines, segment, reading, index)


def _is_report(lines: list[Line]) -> bool:
    """Whether a text under 统计资料 is one of sentences, as a yearly 统计公报 is, and no table."""
    rows = sum(line.cells is not None for line in lines)
    sentences = sum(
        line.cells is None and ends_sentence(line.text) and len(line.text) > _SENTENCE for line in lines
    )
    return sentences > _FEW and sentences > rows


def _place(segment: Segment, reading: Reading) -> int | None:
    return next((n for n, entry in enumerate(reading.contents) if entry is segment.entry), None)


def _problem(reading: Reading, code: str, message: str, lines: Ranges, quote: str = "") -> None:
    severity = "note" if code == "healed" else "warning"
    reading.problems.append(Problem(code, severity, message, lines, quote))


def _at(line: Line) -> Ranges:
    return ranges_of([line.number])


def _year(reading: Reading) -> int | None:
    return reading.issue.year if reading.issue else None


def _published(reading: Reading) -> str | None:
    return reading.issue.published if reading.issue else None


def _document(lines: list[Line], segment: Segment, reading: Reading, index: int) -> None:
    document = read_document(lines, segment)
    document.contents_entry, document.item = reading.items[index].contents_entry, index
    reading.documents.append(document)


def _notice(lines: list[Line], segment: Segment, reading: Reading, index: int) -> None:
    notice = read_notice(lines, segment)
    for appointment in notice.appointments:
        appointment.item = index
    reading.appointments += notice.appointments
    reading.items[index].issuer, reading.items[index].issued_on = notice.issuer, notice.issued_on
    for place in notice.healed:
        _problem(reading, "healed", _("这一条在分栏处被截断，已按唯一可能接上，请核对。"), place)
    for line in notice.unread:
        _problem(reading, "appointment-not-read", _("这一句没有读出任免，请核对。"), _at(line), line.text)


def _chronicle(lines: list[Line], segment: Segment, reading: Reading, index: int) -> None:
    events, dayless = read_chronicle(lines, segment, _year(reading), _published(reading))
    for event in events:
        event.item = index
    reading.events += events
    for event in events:
        if event.date is None:
            message = _("这一条的日期无法识别，或者没有这一天，请核对。")
            _problem(reading, "event-without-date", message, event.lines, event.text[:30])
    for line in dayless:
        message = _("这一条没有日期，也没有“同日”，暂按上一条的日期，请核对。")
        _problem(reading, "event-without-day", message, _at(line), line.text[:30])


def _register(lines: list[Line], segment: Segment, reading: Reading, index: int) -> None:
    entries = read_register(lines, segment)
    for entry in entries:
        entry.item = index
    reading.register += entries


def _meeting(lines: list[Line], segment: Segment, reading: Reading, index: int) -> None:
    for number, meeting in enumerate(read_meetings(lines, segment, _year(reading), _published(reading))):
        # Several meetings under one heading are an item each: an entry holds one.
        meeting.item = index if number == 0 else _part_off(reading, meeting)
        reading.meetings.append(meeting)
        if meeting.held_on is None:
            message = _("没有读出会议日期，请核对。")
            _problem(reading, "meeting-without-day", message, ranges_of([meeting.lines[0][0]]), meeting.title)


def _part_off(reading: Reading, meeting: Meeting) -> int:
    """A new item for a meeting that stands in the last one, which ends before it; the index of the new one."""
    last = reading.items[-1]
    first, end = meeting.lines[0][0], last.lines[-1][1]
    last.lines = [[last.lines[0][0], first - 1]]
    reading.items.append(Item(last.kind, meeting.title, None, None, [[first, end]]))
    return len(reading.items) - 1


def _table(lines: list[Line], segment: Segment, reading: Reading, index: int) -> None:
    table, observations, unread = read_table(lines, segment, _year(reading))
    table.item = index
    reading.tables.append(table)
    for observation in observations:
        observation.item = index
    reading.observations += observations
    for line in unread:
        _problem(reading, "figure-not-read", _("这一行数据无法识别，请核对。"), _at(line), line.text)
    for head in unread_columns(table):
        message = _("“%(head)s”一栏的口径无法识别，这一栏的数字没有收录，请核对。") % {"head": head}
        _problem(reading, "column-not-read", message, ranges_of(table.row_lines[:1]), head)


def _leave(lines: list[Line], segment: Segment, reading: Reading, index: int) -> None:
    """A kind of content that has no reader: its lines stay unplaced."""


_READERS: dict[str, Callable[[list[Line], Segment, Reading, int], None]] = {
    kinds.DOCUMENTS: _document,
    "appointments": _notice,
    "chronicle": _chronicle,
    "register": _register,
    "meetings": _meeting,
    "statistics": _table,
}
