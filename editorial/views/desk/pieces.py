"""The small things of which the desk's pages are made: places, lines, facts, rows."""

import dataclasses
import hashlib
import json
from typing import Any

from django.utils.translation import gettext as _

from intake.editing import names
from intake.reading import Ranges


def digest(value: Any) -> str:
    """Sixteen characters that another value does not have."""
    plain = json.dumps(value, default=str, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


@dataclasses.dataclass
class Place:
    """Lines of the source: as people say them, as the script reads them, and where they begin."""

    label: str
    data: str
    first: int | None

    @classmethod
    def of(cls, lines: Ranges) -> "Place":
        spans = [(first, last) for first, last in lines]
        label = "、".join(f"{a}" if a == b else f"{a}–{b}" for a, b in spans)
        return cls(label, ",".join(f"{a}-{b}" for a, b in spans), spans[0][0] if spans else None)


@dataclasses.dataclass
class Row:
    """A line of the source, and what holds it."""

    number: int
    text: str
    page: int | None
    keys: str
    loose: bool
    href: str


@dataclasses.dataclass
class Piece:
    """A block or a record as a row: its key on the page, its address for correcting, its lines."""

    key: str
    part: str
    thing: Any
    place: Place
    kind: str = ""
    edited: bool = False
    rows: list[tuple[str, list[str]]] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Fact:
    """A field of an item: its name, what it holds, and whether an editor has set it."""

    name: str
    value: str
    edited: bool


def fact_of(name: str, value: Any, edited: list[str]) -> Fact:
    """A field as it is read: yes or no in words, a list as one line."""
    if isinstance(value, bool):
        value = _("是") if value else _("否")
    if isinstance(value, list):
        value = "；".join(value)
    return Fact(str(names.FIELDS[name]), "" if value is None else str(value), name in edited)
