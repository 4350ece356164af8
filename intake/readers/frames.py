"""What an item prints besides its records: its heading, its number, a table's head, who signs.

These lines belong to the item; its first record holds them as blocks, so that none is lost and each
record's own lines stay those that it was read from.
"""

import dataclasses
from functools import reduce
from typing import Any

from intake.lines import Line
from intake.readers.shapes import is_date_or_signature
from intake.reading import Block, Item, Ranges, Reading, Record, numbers_of, ranges_of
from intake.text import glue

_KINDS = {"appointments", "chronicle", "register", "statistics"}
# Sentences and rows that no reader understood are no frame: they stay unplaced for the editor.
_UNREAD = {"appointment-not-read", "figure-not-read"}


def claim_frames(reading: Reading, lines: list[Line]) -> None:
    """Give each item's first record the item's lines that no record of it holds."""
    unread: set[int] = set()
    for problem in reading.problems:
        if problem.code in _UNREAD:
            unread |= numbers_of(problem.lines)
    for appointment in reading.appointments:
        appointment.text = _wording(appointment.lines, lines)
    records: list[Record] = [*reading.appointments, *reading.events, *reading.register, *reading.observations]
    by_item: dict[int, list[Record]] = {}
    for record in records:
        by_item.setdefault(record.item, []).append(record)
    waiting: Ranges = []
    for index, item in enumerate(reading.items):
        own = by_item.get(index, [])
        taken = unread.union(*(numbers_of(record.lines) for record in own))
        frame = _loose(item, taken, lines) if item.kind in _KINDS else []
        if own:
            own[0].body = _blocks([*waiting, *frame], lines)
        # A heading whose notices follow as items of their own belongs to the first of them.
        following = reading.items[index + 1].kind if index + 1 < len(reading.items) else ""
        waiting = frame if not own and following == item.kind else []


def _wording(ranges: Ranges, lines: list[Line]) -> str:
    """What the lines say, in the order of the ranges: a torn sentence begins where its beginning stands."""
    own = [lines[n - 1] for first, last in ranges for n in range(first, last + 1)]
    return reduce(glue, (_text(line) for line in own), "")


def _text(line: Line) -> str:
    return " ".join(cell for cell in line.cells if cell) if line.cells else line.text or line.furniture


def part_furniture(reading: Reading, lines: list[Line]) -> None:
    """Page numbers and running heads belong to the issue, not to the item that they stand in."""
    furniture = {line.number for line in lines if line.furniture}
    if not furniture or reading.issue is None:
        return
    masthead = numbers_of(reading.issue.lines)
    _take_out(reading, furniture - masthead)
    reading.issue.body += [
        Block("furniture", 0, "", lines[n - 1].furniture, [], [[n, n]]) for n in sorted(furniture - masthead)
    ]


def _take_out(node: Any, furniture: set[int]) -> None:
    """Part every range of lines, in the reading and in all its parts, where furniture stands."""
    for part in node if isinstance(node, list) else [node]:
        if not dataclasses.is_dataclass(part) or isinstance(part, type):
            return
        for field in dataclasses.fields(part):
            value = getattr(part, field.name)
            if field.name == "lines" and isinstance(value, list):
                value[:] = [piece for each in value for piece in _pieces(each, furniture)]
            elif isinstance(value, list) or dataclasses.is_dataclass(value):
                _take_out(value, furniture)


def _pieces(span: list[int], furniture: set[int]) -> Ranges:
    first, last = span
    if not any(first <= n <= last for n in furniture):
        return [span]
    return ranges_of(n for n in range(first, last + 1) if n not in furniture)


def _loose(item: Item, taken: set[int], lines: list[Line]) -> Ranges:
    return ranges_of(n for n in numbers_of(item.lines) - taken if lines[n - 1].text or lines[n - 1].furniture)


def _blocks(ranges: Ranges, lines: list[Line]) -> list[Block]:
    return [_block(first, last, lines) for first, last in ranges]


def _block(first: int, last: int, lines: list[Line]) -> Block:
    own = lines[first - 1 : last]
    kind = "heading" if own[0].heading else "paragraph"
    if is_date_or_signature(own[-1].text):
        kind = "signature"
    text = "\n".join(
        " ".join(cell for cell in line.cells if cell) if line.cells else line.text for line in own
    )
    return Block(kind, 0, "", text, [], [[first, last]])
