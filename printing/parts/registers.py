"""Registers of documents received and sent: a line each, number and title."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch

from documents.models import RegisterEntry
from gazette.models import Entry
from printing.parts.part import Part


@dataclass(frozen=True)
class Direction:
    """Neighbouring lines of one direction."""

    label: str
    lines: list[RegisterEntry]


@dataclass(frozen=True)
class PrintedRegister(Part):
    template = "printing/register.html"
    directions: list[Direction]

    @property
    def says_direction(self) -> bool:
        """Whether the title has said already which way all the documents went."""
        return len(self.directions) == 1 and self.directions[0].label in self.title

    def texts(self) -> Iterator[str]:
        yield self.title
        for direction in self.directions:
            yield from (f"{line.doc_number}{line.title}" for line in direction.lines)


def prefetches() -> list[Prefetch]:
    return [Prefetch("register_entries", RegisterEntry.objects.order_by("position", "pk"))]


def read(entry: Entry) -> PrintedRegister | None:
    grouped = groupby(entry.register_entries.all(), key=lambda line: line.get_direction_display())
    directions = [Direction(label, list(lines)) for label, lines in grouped]
    return PrintedRegister(entry.title, directions) if directions else None
