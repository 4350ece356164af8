"""Which line of the source belongs to what; lines that nothing holds are unplaced."""

from collections.abc import Iterable, Iterator
from typing import Any

from intake.reading import DocumentReading, Ranges, Reading, numbers_of, ranges_of

# The lists of a reading whose things hang under an item, and the letter of their keys.
RECORDS = {"appointments": "a", "events": "e", "register": "r", "meetings": "m", "tables": "t"}


def document_of(reading: Reading, item: int) -> DocumentReading | None:
    """The document of an item, None where the item is of another kind."""
    return next((each for each in reading.documents if each.item == item), None)


def first_line(lines: Ranges, default: int = 0) -> int:
    """Where something begins; `default` where it has no lines, as what an editor added may have none."""
    return lines[0][0] if lines else default


def owners(reading: Reading) -> dict[int, list[str]]:
    """For each line the keys of what holds it, the closest first.

    A key is `issue`, `c3` (a line of the contents), `i3` (an item), `i3-b7` (a block of its document),
    `i3-a12` (a record, counted over the whole reading) or `i3-t0-5` (a row of a table).
    """
    held: dict[int, list[str]] = {}
    for key, numbers in (*_closest(reading), *_wider(reading)):
        for number in numbers:
            keys = held.setdefault(number, [])
            # What holds a line closely makes the item around it superfluous.
            if key not in keys and not any(closer.startswith(f"{key}-") for closer in keys):
                keys.append(key)
    return held


def claimed(reading: Reading) -> set[int]:
    """All lines that the masthead, the contents, an item or a record of one holds."""
    things: list[Any] = [*([reading.issue] if reading.issue else []), *reading.contents, *reading.items]
    things += [*reading.documents, *reading.observations]
    things += [record for name in RECORDS for record in getattr(reading, name)]
    return {number for thing in things for number in numbers_of(thing.lines)}


def held_closely(reading: Reading) -> set[int]:
    """The lines that a fact holds, and not merely the extent of an item."""
    close = {number for _, numbers in _closest(reading) for number in numbers}
    return close | {number for each in reading.documents for number in numbers_of(each.lines)}


def release(reading: Reading, numbers: Iterable[int], text: list[str]) -> None:
    """Put lines that have been let go among the unplaced; blank lines are nobody's."""
    printed = {number for number in numbers if text[number - 1].strip()}
    reading.unplaced = ranges_of(numbers_of(reading.unplaced) | printed)


def take(reading: Reading, numbers: Iterable[int]) -> None:
    """Lines that have found their place are no longer unplaced."""
    reading.unplaced = ranges_of(numbers_of(reading.unplaced) - set(numbers))


def _closest(reading: Reading) -> Iterator[tuple[str, set[int]]]:
    if reading.issue:
        yield "issue", numbers_of(reading.issue.lines)
    for place, entry in enumerate(reading.contents):
        yield f"c{place}", numbers_of(entry.lines)
    for document in reading.documents:
        for place, block in enumerate(document.body):
            yield f"i{document.item}-b{place}", numbers_of(block.lines)
    for table_place, table in enumerate(reading.tables):
        for row, line in enumerate(table.row_lines):
            if line is not None:
                yield f"i{table.item}-t{table_place}-{row}", {line}
    for name, letter in RECORDS.items():
        for place, record in enumerate(getattr(reading, name)):
            if name != "tables":
                yield f"i{record.item}-{letter}{place}", numbers_of(record.lines)
                for block in getattr(record, "body", []):
                    yield f"i{record.item}", numbers_of(block.lines)


def _wider(reading: Reading) -> Iterator[tuple[str, set[int]]]:
    for place, table in enumerate(reading.tables):
        yield f"i{table.item}-t{place}", numbers_of(table.lines)
    for document in reading.documents:
        yield f"i{document.item}", numbers_of(document.lines)
    for place, item in enumerate(reading.items):
        yield f"i{place}", numbers_of(item.lines)
