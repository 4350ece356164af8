"""A reading held against an answer key that a person made from the text alone.

A key says of every fact what the print says; `{"any": […]}` where a careful reader may say one or the other,
null or an empty list where the print says nothing. `differences` names each fact that the reading has wrong.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from intake.reading import (
    Appointment,
    Block,
    DocumentReading,
    Observation,
    Reading,
    numbers_of,
)
from intake.text import fold, squeeze

Key = dict[str, Any]
DOCUMENT_FACTS = ["title", "kind", "issuer", "issued_on", "effective_on", "valid_until"]


def choices(wanted: Any) -> list[Any]:
    return wanted["any"] if isinstance(wanted, dict) else [wanted]


def _bare(value: Any) -> str:
    return fold(str(value)) if value else ""


def _one_of(got: Any, wanted: Any) -> bool:
    return any(_bare(got) == _bare(choice) for choice in choices(wanted))


def _set_of(got: list[str], wanted: Any) -> bool:
    return any({_bare(g) for g in got} == {_bare(w) for w in choice} for choice in choices(wanted))


def differences(reading: Reading, key: Key) -> list[str]:
    """What the reading has otherwise than the key, a line each."""
    return [
        *_masthead(reading, key),
        *_contents(reading, key),
        *_documents(reading, key),
        *_appointments(reading, key),
        *_events(reading, key),
        *_registers(reading, key),
        *_indicators(reading, key),
        *_meetings(reading, key),
    ]


def _masthead(reading: Reading, key: Key) -> Iterator[str]:
    for field, wanted in (key.get("issue") or {}).items():
        got = getattr(reading.issue, field, None)
        same = _set_of(got or [], wanted) if isinstance(got, list) else _one_of(got, wanted)
        if not same:
            yield f"issue.{field}: {got!r}, not {wanted!r}"


def _contents(reading: Reading, key: Key) -> Iterator[str]:
    for section in key.get("contents", []):
        got = sum(_bare(e.section) == _bare(section["section"]) for e in reading.contents)
        if got not in choices(section["entries"]):
            yield f"contents {section['section']}: {got} entries, not {section['entries']}"


def _documents(reading: Reading, key: Key) -> Iterator[str]:
    if len(reading.documents) != len(key["documents"]):
        yield f"{len(reading.documents)} documents, not {len(key['documents'])}"
    for wanted in key["documents"]:
        field = "doc_number" if wanted["doc_number"] else "title"
        found = [d for d in reading.documents if _one_of(getattr(d, field), wanted[field])]
        name = f"document {wanted[field]}"
        if len(found) != 1:
            yield f"{name}: found {len(found)} times"
            continue
        yield from (f"{name}: {each}" for each in _document(found[0], wanted))


def _document(got: DocumentReading, wanted: Key) -> Iterator[str]:
    for fact in DOCUMENT_FACTS:
        if not _one_of(getattr(got, fact), wanted[fact]):
            yield f"{fact} {getattr(got, fact)!r}, not {wanted[fact]!r}"
    if not _set_of([a.title for a in got.attachments], wanted["attachments"]):
        yield f"attachments {[a.title for a in got.attachments]}, not {wanted['attachments']}"
    if not _set_of(got.repeals, wanted["repeals"]):
        yield f"repeals {got.repeals}, not {wanted['repeals']}"
    if not any(
        set(map(_bare, choice)) <= set(map(_bare, got.cites)) for choice in choices(wanted.get("cites") or [])
    ):
        yield f"cites {got.cites}, not all of {wanted['cites']}"
    if wanted.get("trial") and not got.trial:
        yield "not on trial"


def _appointments(reading: Reading, key: Key) -> Iterator[str]:
    wanted_items = (key.get("appointments") or {}).get("items")
    if not wanted_items:
        return
    if len(reading.appointments) != len(wanted_items):
        yield f"{len(reading.appointments)} appointments, not {len(wanted_items)}"
    for wanted in wanted_items:
        found = [a for a in reading.appointments if _is_of(a, wanted)]
        name = f"{wanted['person']} {wanted['action']}"
        if len(found) != 1:
            yield f"{name}: found {len(found)} times"
        elif not (_one_of(found[0].post, wanted["post"]) and _one_of(found[0].note, wanted["note"])):
            yield f"{name}: {found[0].post}, {found[0].note}; not {wanted['post']}, {wanted['note']}"


def _is_of(got: Appointment, wanted: Key) -> bool:
    return _one_of(got.person, wanted["person"]) and got.action == wanted["action"]


def _events(reading: Reading, key: Key) -> Iterator[str]:
    wanted = key.get("chronicle")
    if not wanted:
        return
    days = Counter(event.date for event in reading.events if event.date)
    if not _one_of(len(reading.events), wanted["events"]):
        yield f"{len(reading.events)} events, not {wanted['events']}"
    for name, got in (("first", min(days, default=None)), ("last", max(days, default=None))):
        if not _one_of(got, wanted[name]):
            yield f"{name} event {got}, not {wanted[name]}"
    for day, count in wanted["per_day"].items():
        if not _one_of(days[day], count):
            yield f"{day}: {days[day]} events, not {count}"


def _registers(reading: Reading, key: Key) -> Iterator[str]:
    for wanted in key.get("registers", []):
        got = sum(entry.direction == wanted["direction"] for entry in reading.register)
        if not _one_of(got, wanted["entries"]):
            yield f"register {wanted['direction']}: {got} entries, not {wanted['entries']}"


def _indicators(reading: Reading, key: Key) -> Iterator[str]:
    for wanted in key.get("indicators", []):
        rows = {(o.parent, o.indicator) for o in reading.observations if o.period == wanted["period"]}
        if not any(abs(len(rows) - number) <= 2 for number in choices(wanted["rows"])):
            yield f"indicators {wanted['period']}: {len(rows)} rows, not {wanted['rows']}"
    for wanted in key.get("indicator_samples", []):
        found = [o for o in reading.observations if _is_sample(o, wanted)]
        if not found or Decimal(found[0].value) != Decimal(wanted["value"]):
            got = found[0].value if found else None
            yield f"{wanted['period']} {wanted['indicator']} {wanted['measure']}: {got}, not {wanted['value']}"


def _is_sample(got: Observation, wanted: Key) -> bool:
    return (
        got.period == wanted["period"]
        and got.measure in choices(wanted["measure"])
        and _one_of(got.indicator, wanted["indicator"])
        and _one_of(got.unit, wanted["unit"])
    )


def _meetings(reading: Reading, key: Key) -> Iterator[str]:
    for wanted in key.get("meetings", []):
        found = [m for m in reading.meetings if m.number == wanted["number"]]
        if len(found) != 1:
            yield f"meeting {wanted['number']}: found {len(found)} times"
            continue
        for field in ("title", "held_on", "chair"):
            if not _one_of(getattr(found[0], field), wanted[field]):
                yield f"meeting {wanted['number']}: {field} {getattr(found[0], field)!r}, not {wanted[field]!r}"


def lost_lines(reading: Reading, lines: list[str]) -> set[int]:
    """The printed lines that are in no item and not reported as unplaced."""
    printed = {n for n, line in enumerate(lines, 1) if squeeze(line)}
    return printed - claimed(reading) - numbers_of(reading.unplaced)


def claimed(reading: Reading) -> set[int]:
    """All lines that the reading's items hold."""
    items: list[Any] = [*reading.contents, *reading.documents, *reading.appointments, *reading.events]
    items += [*reading.register, *reading.observations, *reading.meetings]
    items += [reading.issue] if reading.issue else []
    blocks: list[Block] = [block for item in items for block in getattr(item, "body", [])]
    return {number for item in [*items, *blocks] for number in numbers_of(item.lines)}
