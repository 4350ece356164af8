"""The outlines of an OpenType face as a PDF wants them: glyph numbers and character identifiers the same.

A CID-keyed face that was cut keeps the identifiers of the whole face in its charset; the codes in a page's
content are numbers of glyphs, and a reader looks codes up in the charset (ISO 32000-1, 9.7.4.2).
Adobe Technical Note 5176, The Compact Font Format Specification.
"""

import struct
from collections.abc import Iterator

_CHARSET, _CHARSTRINGS, _ROS = (15,), (17,), (12, 30)
# An integer of four bytes in a dictionary, as the place of something always is written here.
_LONG = 29
_REAL, _REAL_END = 30, 0xF


def table(file: bytes, wanted: bytes) -> bytes:
    """A table of an OpenType file. Raises ValueError where it has none of that name."""
    (count,) = struct.unpack_from(">H", file, 4)
    for number in range(count):
        tag, _sum, start, length = struct.unpack_from(">4sLLL", file, 12 + 16 * number)
        if tag == wanted:
            return file[start : start + length]
    raise ValueError(wanted)


def with_plain_charset(cff: bytes) -> bytes:
    """The face with identifiers that are the numbers of its glyphs; others than CID-keyed ones as they are."""
    start, end = _first(cff, _end(cff, cff[2]))
    top = {operator: cff[here:there] for operator, here, there in _entries(cff, start, end)}
    if _ROS not in top:
        return cff
    (glyphs,) = struct.unpack_from(">H", cff, _place(top[_CHARSTRINGS]))
    _place(top[_CHARSET])
    top[_CHARSET] = struct.pack(">BLB", _LONG, len(cff), *_CHARSET)
    # What says that it is CID-keyed comes first (section 18); HarfBuzz puts it elsewhere.
    entries = b"".join([top.pop(_ROS), *top.values()])
    # Format 2: one range from 1 on; glyph 0 is never named.
    return cff[:start] + entries + cff[end:] + struct.pack(">BHH", 2, 1, max(glyphs - 2, 0))


def _place(entry: bytes) -> int:
    """The place that an entry gives, in the long form, which leaves all others where they are."""
    if entry[0] != _LONG:
        raise ValueError("a face with short places")
    (number,) = struct.unpack_from(">l", entry, 1)
    return int(number)


def _entries(cff: bytes, here: int, end: int) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Each operator of a dictionary, with where its entry begins and ends: operands first."""
    begin = here
    while here < end:
        first = cff[here]
        if first <= 21:
            operator = (first, cff[here + 1]) if first == 12 else (first,)
            here += len(operator)
            yield operator, begin, here
            begin = here
        else:
            here += _length(cff, here)


def _length(cff: bytes, here: int) -> int:
    """How long an operand is (Table 3)."""
    first = cff[here]
    if first == _REAL:
        end = here + 1
        while cff[end] & _REAL_END != _REAL_END:
            end += 1
        return end + 1 - here
    if first == _LONG:
        return 5
    return 3 if first == 28 else 2 if first >= 247 else 1


def _first(cff: bytes, index: int) -> tuple[int, int]:
    """Where the first object of an INDEX begins and ends."""
    count, size = struct.unpack_from(">HB", cff, index)
    base = index + 2 + (count + 1) * size
    offsets = [int.from_bytes(cff[at : at + size]) for at in (index + 3, index + 3 + size)]
    return base + offsets[0], base + offsets[1]


def _end(cff: bytes, index: int) -> int:
    """The place after an INDEX."""
    count, size = struct.unpack_from(">HB", cff, index)
    if not count:
        return index + 2
    last = index + 3 + count * size
    return last + size - 1 + int.from_bytes(cff[last : last + size])
