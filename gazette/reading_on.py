"""Reading an issue from entry to entry, whatever each is."""

from dataclasses import dataclass

from gazette.contents import contents_of
from gazette.models import Entry


@dataclass(frozen=True)
class Step:
    """An entry that has a page, and its address."""

    title: str
    address: str


def steps_around(entry: Entry) -> tuple[Step | None, Step | None]:
    """The entries before and after one in the contents of its issue, of those that have a page."""
    lines = [line for group in contents_of(entry.issue) for line in group.lines if line[1]]
    steps: list[Step | None] = [None, *(Step(each.title, address) for each, address in lines), None]
    places = [place for place, (each, _address) in enumerate(lines, 1) if each.pk == entry.pk]
    if not places:
        return None, None
    return steps[places[0] - 1], steps[places[0] + 1]
