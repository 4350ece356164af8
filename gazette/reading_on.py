"""Reading an issue from entry to entry, whatever each is."""

from dataclasses import dataclass

from gazette.contents import ContentsSection, contents_of
from gazette.models import Entry


@dataclass(frozen=True)
class Step:
    """An entry that has a page: its title, its address, and that it is the `place`th of `count` such."""

    title: str
    address: str
    place: int
    count: int


def steps_around(entry: Entry) -> tuple[Step | None, Step | None]:
    """The entries before and after one in the contents of its issue, of those that have a page.

    One query where `entry.issue.publication` is at hand.
    """
    lines = _lines(contents_of(entry.issue))
    steps = [Step(each.title, address, place, len(lines)) for place, (each, address) in enumerate(lines, 1)]
    places = [place for place, (each, _address) in enumerate(lines) if each.pk == entry.pk]
    if not places:
        return None, None
    around: list[Step | None] = [None, *steps, None]
    return around[places[0]], around[places[0] + 2]


def first_page(contents: list[ContentsSection]) -> str:
    """Where reading an issue on line begins; empty where none of its entries has a page."""
    return next((address for _entry, address in _lines(contents)), "")


def _lines(contents: list[ContentsSection]) -> list[tuple[Entry, str]]:
    return [line for group in contents for line in group.lines if line[1]]
