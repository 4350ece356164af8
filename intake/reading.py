"""The Reading: what was understood of a source, as plain data (docs/reading-format.md).

Field names are the format's. Lines are 1-based inclusive ranges, `[[first, last], …]`; `to_json` writes
a single range as `[first, last]`.
"""

import dataclasses
import typing
from collections.abc import Iterable
from typing import Any

Ranges = list[list[int]]
# The fields of an item that an editor has set; all others are as read. Left out of the JSON where empty.
Edited = list[str]


def ranges_of(numbers: Iterable[int]) -> Ranges:
    """The inclusive ranges that hold exactly these line numbers."""
    ranges: Ranges = []
    for number in sorted(set(numbers)):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges


def numbers_of(ranges: Ranges) -> set[int]:
    """The line numbers in these ranges."""
    return {number for first, last in ranges for number in range(first, last + 1)}


@dataclasses.dataclass
class SourceInfo:
    name: str
    lines: int
    sha256: str


@dataclasses.dataclass
class Masthead:
    """刊头. `text` is the wording that has no field of its own (主管主办, 办刊宗旨 …).

    `body` holds the page numbers and running heads that stand in the text.
    """

    publication: str
    year: int
    number: int
    number_end: int
    serial: int | None
    serial_end: int | None
    frequency: str | None
    published: str | None
    chief_editor: str | None
    deputy_editors: list[str]
    text: str
    lines: Ranges
    body: list["Block"] = dataclasses.field(default_factory=list)
    edited: Edited = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class ContentsEntry:
    """A line of the printed 目录. `section_lines` is where its section's heading stands."""

    section: str
    title: str
    doc_number: str | None
    page: str | None
    lines: Ranges
    edited: Edited = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Item:
    """One thing that the text holds: a document, a notice, a chronicle, a register, a report, a table.

    `kind` is gazette.models.SectionKind's; `contents_entry` the index in `contents` of the line that
    names it, None where none does. `issuer` and `issued_on` are a notice's. The records of the reading name theirs by index (`item`).
    """

    kind: str
    title: str
    doc_number: str | None
    contents_entry: int | None
    lines: Ranges
    issuer: str | None = None
    issued_on: str | None = None
    edited: Edited = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Member:
    """Somebody in a list of members: 组长：李明（州委副书记、州长）."""

    name: str
    office: str
    role: str


@dataclasses.dataclass
class Block:
    """A piece of a document's text; see documents.models.Block for the levels.

    `members` are the people of a list, one of them a line of its text.
    """

    type: str
    level: int
    label: str
    text: str
    rows: list[list[str]]
    lines: Ranges
    members: list[Member] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Attachment:
    """附件. `label` is printed at the attachment; empty where it was only announced."""

    title: str
    label: str
    lines: Ranges


@dataclasses.dataclass
class DocumentReading:
    """One document: the notice and what it issues, with its attachments."""

    doc_number: str | None
    title: str
    kind: str | None
    issuer: str | None
    addressee: str | None
    issued_on: str | None
    effective_on: str | None
    valid_until: str | None
    trial: bool
    attachments: list[Attachment]
    cites: list[str]
    repeals: list[str]
    section: str | None
    contents_entry: int | None
    body: list[Block]
    lines: Ranges
    item: int = 0
    edited: Edited = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Appointment:
    """One person and one post of a notice (干部任免). `action` is appoint or remove.

    `text` is the printed sentence, or the lines that it stands on.

    `body`, here and in the records below, is what the item prints besides its records (readers.frames):
    heading, number, signature. The item's first record holds it.
    """

    notice: str | None
    person: str
    action: str
    post: str
    note: str
    lines: Ranges
    item: int = 0
    text: str = ""
    edited: Edited = dataclasses.field(default_factory=list)
    body: list[Block] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Official:
    """An official as the chronicle names him: with the office, as printed there."""

    name: str
    title: str


@dataclasses.dataclass
class Event:
    """One entry of the chronicle (政务要事)."""

    date: str | None
    text: str
    officials: list[Official]
    lines: Ranges
    item: int = 0
    edited: Edited = dataclasses.field(default_factory=list)
    body: list[Block] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class RegisterEntry:
    """One line of 收发文目录. `direction` is incoming or outgoing."""

    direction: str
    doc_number: str
    title: str
    lines: Ranges
    item: int = 0
    edited: Edited = dataclasses.field(default_factory=list)
    body: list[Block] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Observation:
    """One cell of a month's table of indicators; `value` has the printed digits.

    `year` is the year that an annual value, or the rate of one, is of; None for all that is of the month.
    """

    period: str
    indicator: str
    parent: str | None
    unit: str | None
    measure: str
    value: str
    lines: Ranges
    item: int = 0
    year: int | None = None
    body: list[Block] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class IndicatorTable:
    """A month's table as printed: rows of cells, the head first, and the line of each row.

    `unit` is the one printed over the table for the rows that have none.
    """

    title: str
    period: str | None
    rows: list[list[str]]
    row_lines: list[int]
    lines: Ranges
    item: int = 0
    unit: str | None = None
    edited: Edited = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Meeting:
    """The report of one executive meeting (常务会议)."""

    title: str
    number: int | None
    held_on: str | None
    chair: str | None
    text: str
    lines: Ranges
    item: int = 0
    edited: Edited = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Problem:
    """What an editor must look at. `severity` is error, warning or note; `seen`: an editor has looked."""

    code: str
    severity: str
    message: str
    lines: Ranges
    quote: str = ""
    suggestion: str | None = None
    # Left out of the JSON where an editor has not looked.
    seen: bool = False


Record = Appointment | Event | RegisterEntry | Observation


@dataclasses.dataclass
class Reading:
    source: SourceInfo
    issue: Masthead | None = None
    contents: list[ContentsEntry] = dataclasses.field(default_factory=list)
    items: list[Item] = dataclasses.field(default_factory=list)
    documents: list[DocumentReading] = dataclasses.field(default_factory=list)
    appointments: list[Appointment] = dataclasses.field(default_factory=list)
    events: list[Event] = dataclasses.field(default_factory=list)
    register: list[RegisterEntry] = dataclasses.field(default_factory=list)
    observations: list[Observation] = dataclasses.field(default_factory=list)
    tables: list[IndicatorTable] = dataclasses.field(default_factory=list)
    meetings: list[Meeting] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    unplaced: Ranges = dataclasses.field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The object that `read_issue --json` prints."""
        return {
            field.name: _plain(getattr(self, field.name), field.name) for field in dataclasses.fields(self)
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Reading":
        """The Reading that `to_json` wrote; keys that this version does not know are passed over."""
        reading: Reading = _made(cls, data)
        return reading


def _made(cls: Any, data: dict[str, Any]) -> Any:
    hints = typing.get_type_hints(cls)
    given = {field.name: data[field.name] for field in dataclasses.fields(cls) if field.name in data}
    return cls(**{name: _value(hints[name], name, value) for name, value in given.items()})


def _value(hint: Any, name: str, value: Any) -> Any:
    inner = next((arg for arg in (hint, *typing.get_args(hint)) if dataclasses.is_dataclass(arg)), None)
    if name == "lines" and isinstance(value, list):
        return [value] if value and isinstance(value[0], int) else value
    if inner is None or value is None:
        return value
    return [_made(inner, each) for each in value] if isinstance(value, list) else _made(inner, value)


def _plain(value: Any, name: str) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name), field.name)
            for field in dataclasses.fields(value)
            if (
                field.name not in {"edited", "seen", "members"}
                and (field.name != "body" or isinstance(value, DocumentReading))
            )
            or getattr(value, field.name)
        }
    if name == "lines" and isinstance(value, list) and len(value) == 1:
        return value[0]
    if isinstance(value, list):
        return [_plain(item, "") for item in value]
    return value
