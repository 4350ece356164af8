"""What is printed under a line of the contents: a module for each kind of content."""

from collections.abc import Callable

from django.db.models import Prefetch

from gazette.models import Entry
from printing.parts import chronicle, documents, indicators, meetings, notices, registers
from printing.parts.part import Part

__all__ = ["RELATED", "Part", "parts", "prefetches"]

KINDS: list[Callable[[Entry], Part | None]] = [
    documents.read,
    notices.read,
    chronicle.read,
    registers.read,
    meetings.read,
    indicators.read,
]
# The records of which an entry has one at most.
RELATED = ["document", "appointment_notice", "meeting", "indicator_table"]


def parts(entry: Entry) -> list[Part]:
    """The printed parts of an entry: one as a rule, none where there is no record."""
    return [part for read in KINDS if (part := read(entry))]


def prefetches() -> list[Prefetch]:
    """What an entry's parts are made of, in as many queries for a thick issue as for a thin one."""
    return [
        *documents.prefetches(),
        *notices.prefetches(),
        *chronicle.prefetches(),
        *registers.prefetches(),
    ]
