"""How much of a paragraph goes on a line: plain arithmetic over what was measured."""

from bisect import bisect_right

from printing.breaks import AT_NEED, FREELY
from printing.setting.measuring import Measured

# Marks with their ink on the left: what is blank on their right can be given up.
SHRINKING = frozenset("，。、；：！？）》〉】〕”’")
# Of its em, a mark within the line gives up a quarter and one at its end a half, at the most.
WITHIN, AT_END = 0.25, 0.5
# A line that is this much short, in ems, breaks rather within figures.
LOOSE = 1.5
# Marks carried to the line that they would otherwise begin.
CARRIED = 3
# A last line of one character gets company, unless the line before then were opened by more ems a character;
OPENED = 0.15
# in a measure as narrow as this, in ems, lines are ragged anyway.
NARROW = 10
# Longer rests of a paragraph are not of one character.
LAST = 16


def fitting(of: Measured, start: int, room: float, size: float, *, anywhere: bool = False) -> int:
    """The index after the last character that goes on a line which begins with character `start`.

    `room` and the `size` of an em are in Pango units. Where nothing fits, it is the first place at which the
    text may be parted, or, if that may be `anywhere`, as far as fits, but one character at least.
    """
    full = _within(of, start, room)
    if full == len(of.text) or (full > start and of.ends[full] == FREELY):
        return full
    return (
        _carried(of, start, full, room, size)
        or _earlier(of, start, full, room, size)
        or (max(full, start + 1) if anywhere else _first_end(of, start))
    )


def shortfall(of: Measured, start: int, end: int, room: float) -> float:
    """By how much more than the room a line takes; what its marks have to give up."""
    return of.edges[end] - of.edges[start] - room


def giving(of: Measured, start: int, end: int, size: float) -> dict[int, float]:
    """What each mark of a line can give up, by its index."""
    found = {
        index: WITHIN * size
        for index in range(start, end - 1)
        # A mark that was squeezed against its neighbour has given already.
        if of.text[index] in SHRINKING and of.edges[index + 1] - of.edges[index] > 0.75 * size
    }
    last = end - 1
    if of.text[last] in SHRINKING and of.edges[last + 1] - of.edges[last] > 0.75 * size:
        found[last] = AT_END * size
    return found


def leaves_one(of: Measured, end: int) -> bool:
    """Whether only a single character, marks apart, is left for the line after one that ends there (孤字)."""
    return _characters(of, end) == 1


def with_company(of: Measured, start: int, end: int, room: float, size: float) -> int:
    """An earlier end for a line that leaves one character over; its own, if it would then be too loose."""
    place = end - 1
    while place > start and (of.ends[place] != FREELY or leaves_one(of, place)):
        place -= 1
    rest, length = of.edges[-1] - of.edges[place], of.edges[place] - of.edges[start]
    is_open = room - length > OPENED * size * (place - start) and room > NARROW * size
    return place if place > start and rest <= min(room, length) and not is_open else end


def _characters(of: Measured, start: int) -> int:
    """How many characters, marks apart, a paragraph has from one on."""
    return sum(map(str.isalnum, of.text[start:])) if len(of.text) - start <= LAST else LAST


def _within(of: Measured, start: int, room: float) -> int:
    """How far the room reaches; a space at the end needs none."""
    full = bisect_right(of.edges, of.edges[start] + room, start) - 1
    while full < len(of.text) and of.text[full] == " ":
        full += 1
    return full


def _carried(of: Measured, start: int, full: int, room: float, size: float) -> int | None:
    """The end of the line if the marks after it are taken in, where all marks together make room for them."""
    for end in range(full + 1, min(full + CARRIED, len(of.text)) + 1):
        if of.text[end - 1] not in SHRINKING:
            return None
        if end == len(of.text) or of.ends[end] == FREELY:
            enough = sum(giving(of, start, end, size).values()) >= shortfall(of, start, end, room)
            return end if enough else None
    return None


def _earlier(of: Measured, start: int, full: int, room: float, size: float) -> int | None:
    """The last place before the end of the room where the line may be parted."""
    free = of.ends.rfind(FREELY, start + 1, full + 1)
    close = max(free, of.ends.rfind(AT_NEED, start + 1, full + 1))
    loose = free < 0 or shortfall(of, start, free, room) < -LOOSE * size
    found = close if loose else free
    return found if found > start else None


def _first_end(of: Measured, start: int) -> int:
    places = [of.ends.find(how, start + 1) for how in (FREELY, AT_NEED)]
    return min((place for place in places if place > start), default=len(of.text))
