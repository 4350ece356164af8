"""Which item of one reading is which of another: by number, wording and place."""

import difflib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from intake.reading import Ranges, numbers_of, ranges_of
from intake.text import squeeze

Part = TypeVar("Part")
Moved = Callable[[Ranges], Ranges]
"""Where lines of the old text stand in the new one; what is not there any more is left out."""

# What an item is known by, the strongest first.
KNOWN_BY = {
    "contents": ["doc_number", "title"],
    "items": ["kind", "doc_number", "title"],
    "documents": ["doc_number", "title"],
    "appointments": ["person", "action", "post"],
    "events": ["date", "text"],
    "register": ["direction", "doc_number", "title"],
    "tables": ["period", "title"],
    "meetings": ["number", "held_on", "title"],
}
_ENOUGH = 0.55


def same_place(lines: Ranges) -> Ranges:
    """The lines where both readings are of one text."""
    return lines


def line_map(old: str, new: str) -> Moved:
    """Where the lines of one text stand in another."""
    if old == new:
        return same_place
    matcher = difflib.SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False)
    at = {
        first + step + 1: second + step + 1
        for first, second, size in matcher.get_matching_blocks()
        for step in range(size)
    }

    def moved(lines: Ranges) -> Ranges:
        return ranges_of(at[number] for number in numbers_of(lines) if number in at)

    return moved


def match(kind: str, old: Sequence[Part], new: Sequence[Part], moved: Moved = same_place) -> dict[int, int]:
    """For each of `old` (by index) which of `new` it is; the surest pairs are made first, each once.

    Fields that an editor set in the old one do not count: she may have set them to anything.
    """
    places = [numbers_of(_lines(each)) for each in new]
    by_line: dict[int, set[int]] = {}
    for index, place in enumerate(places):
        for number in place:
            by_line.setdefault(number, set()).add(index)
    by_words: dict[str, set[int]] = {}
    for index, each in enumerate(new):
        by_words.setdefault(_words(kind, each, []), set()).add(index)
    sure = []
    for index, each in enumerate(old):
        place = numbers_of(moved(_lines(each)))
        near = set().union(*(by_line.get(number, set()) for number in place))
        near |= by_words.get(_words(kind, each, []), set())
        for other in near or range(len(new)):
            score = _score(kind, each, new[other], place, places[other])
            if score >= _ENOUGH:
                # Of equals, the one at the same place in the order.
                sure.append((-score, abs(index - other), index, other))
    pairs: dict[int, int] = {}
    for *_, index, other in sorted(sure):
        if index not in pairs and other not in pairs.values():
            pairs[index] = other
    return pairs


def _score(kind: str, old: Any, new: Any, old_place: set[int], new_place: set[int]) -> float:
    """From 0 to 1."""
    both = old_place | new_place
    overlap = len(old_place & new_place) / len(both) if both else 0.0
    edited = getattr(old, "edited", [])
    known = [name for name in KNOWN_BY[kind] if name not in edited]
    if not known:
        return overlap
    number = getattr(old, "doc_number", None)
    if "doc_number" in known and number and number == getattr(new, "doc_number", None):
        return 0.9 + overlap / 10
    before, after = (_words(kind, each, edited) for each in (old, new))
    alike = 1.0 if before == after else difflib.SequenceMatcher(None, before, after, autojunk=False).ratio()
    return max(0.8 * alike, 0.5 * alike + 0.5 * overlap)


def _words(kind: str, part: Any, without: list[str]) -> str:
    names = (name for name in KNOWN_BY[kind] if name not in without)
    return squeeze("|".join(str(getattr(part, name) or "") for name in names))[:300]


def _lines(part: Any) -> Ranges:
    lines: Ranges = part.lines
    return lines
