"""Records under an item: appointments, events, register entries, meetings, tables of indicators."""

from typing import Any

from django.utils.translation import gettext as _

from gazette.models import SectionKind
from intake.editing import names
from intake.editing.changes import Change
from intake.editing.claims import claimed, first_line, held_closely, release, take
from intake.editing.errors import EditError
from intake.editing.fields import mark, set_fields
from intake.readers.statistics import read_rows
from intake.reading import (
    Appointment,
    Event,
    IndicatorTable,
    Observation,
    Official,
    Reading,
    RegisterEntry,
    numbers_of,
    ranges_of,
)

MADE = {"appointments": Appointment, "events": Event, "register": RegisterEntry}
# The kind of item that each of them stands under.
UNDER = {
    "appointments": SectionKind.APPOINTMENTS,
    "events": SectionKind.CHRONICLE,
    "register": SectionKind.REGISTER,
}


def find(reading: Reading, name: str, number: int) -> Any:
    """The record of this number in the list `name`; EditError where there is none."""
    records = getattr(reading, name)
    if not 0 <= number < len(records):
        raise EditError(_("找不到这一条，别人可能刚刚移动了它。"))
    return records[number]


def set_record(reading: Reading, name: str, number: int, values: dict[str, Any]) -> list[Change]:
    """Set fields of a record; a table's figures are read anew from its rows."""
    record = find(reading, name, number)
    changes = set_fields(record, _plain(values), _named(reading, record))
    if isinstance(record, IndicatorTable) and changes:
        _read_figures(reading, record)
    return changes


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    if "officials" not in values:
        return values
    officials = [Official(str(each["name"]), str(each["title"])) for each in values["officials"]]
    return {**values, "officials": officials}


def _read_figures(reading: Reading, table: IndicatorTable) -> None:
    """The figures of a table that has been corrected; a row without a line has the table's, if it has one."""
    line: Any = first_line(table.lines) or None
    table.row_lines = (table.row_lines + [line] * len(table.rows))[: len(table.rows)]
    kept = [each for each in reading.observations if not _is_of(each, table)]
    made = read_rows(table.rows, table.period, table.row_lines, table.unit)[0] if table.period else []
    for each in made:
        each.item = table.item
        each.lines = [lines for lines in each.lines if None not in lines]
    at = sum(each.item <= table.item for each in kept)
    reading.observations = [*kept[:at], *made, *kept[at:]]


def _is_of(figure: Observation, table: IndicatorTable) -> bool:
    return figure.item == table.item and numbers_of(figure.lines) <= numbers_of(table.lines)


def add_record(
    reading: Reading, name: str, item: int, values: dict[str, Any], lines: list[int]
) -> list[Change]:
    """Add a record to an item, read from the lines [first, last] of the source.

    It comes behind the records of the item that stand before it there.
    """
    if not 0 <= item < len(reading.items) or UNDER.get(name) != reading.items[item].kind:
        raise EditError(_("这一条里不能新增。"))
    first, last = lines
    if not 1 <= first <= last <= reading.source.lines:
        raise EditError(_("原文没有这几行。"))
    values = _plain(values)
    if name == "appointments":
        values["notice"] = reading.items[item].doc_number
    record = MADE[name](**values, lines=[[first, last]], item=item)
    mark(record, *(field for field in values if field != "notice"))
    records = getattr(reading, name)
    before = [n for n, each in enumerate(records) if (each.item, first_line(each.lines)) <= (item, first)]
    records.insert(before[-1] + 1 if before else 0, record)
    mark(reading.items[item], name)
    take(reading, range(first, last + 1))
    holder = reading.items[item]
    holder.lines = ranges_of(numbers_of(holder.lines) | set(range(first, last + 1)))
    return [Change(names.of_item(holder), _("新增"), "", _said(record))]


def remove_record(reading: Reading, name: str, number: int, text: list[str]) -> list[Change]:
    """Take a record out; lines that no other one holds are unplaced."""
    record = find(reading, name, number)
    if name not in MADE:
        raise EditError(_("这一条不能单独移出。"))
    place, said = _named(reading, record), _said(record)
    del getattr(reading, name)[number]
    following = next((each for each in getattr(reading, name) if each.item == record.item), None)
    frame = {n for block in record.body for n in numbers_of(block.lines)}
    if following and record.body:
        following.body = [*record.body, *following.body]
        frame = set()
    mark(reading.items[record.item], name)
    loose = numbers_of(record.lines) | frame
    release(reading, (loose - held_closely(reading)) | (loose - claimed(reading)), text)
    return [Change(place, _("移出，原文行未归属"), said, "")]


def _said(record: Any) -> str:
    if isinstance(record, Appointment):
        action = _("任命") if record.action == "appoint" else _("免去")
        return f"{action} {record.person} {record.post}"
    if isinstance(record, Event):
        return f"{record.date or ''} {record.text}".strip()
    return f"{getattr(record, 'doc_number', None) or ''} {record.title}".strip()


def _named(reading: Reading, record: Any) -> str:
    return f"{names.of_item(reading.items[record.item])} {names.short(_said(record))}"
