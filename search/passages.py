"""What is shown of a text that was found: its words as printed, round the first place of each term, the terms marked."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from search.folding import fold, places_of
from search.grams import PART

_BEFORE, _LENGTH = 30, 140
# Where several terms are looked for, each piece is shorter.
_LENGTH_OF_SEVERAL = 80
# A paragraph stands by itself; shorter pieces, such as cells of a table, are shown among their neighbours.
_PARAGRAPH = 30
_MOST = 3
_BETWEEN_CELLS = "\u3000"


def marked(text: str, terms: Sequence[str]) -> SafeString:
    """A short text as HTML with every place of the terms in <mark>."""
    pieces: list[SafeString] = []
    done = 0
    for start, end in places_of(text, terms):
        pieces += [format_html("{}<mark>{}</mark>", text[done:start], text[start:end])]
        done = end
    return mark_safe("".join([*pieces, format_html("{}", text[done:])]))  # noqa: S308 (each piece is escaped)


def passages(text: str, terms: Sequence[str]) -> SafeString:
    """Up to three pieces of a text in which the terms stand, first those that show most of them; its opening
    where no term stands in it.
    """
    parts = text.split(PART)
    folded = [fold(part) for part in parts]
    missing = [term for term in terms if any(term in part for part in folded)]
    length = _LENGTH if len(missing) < 2 else _LENGTH_OF_SEVERAL
    chosen: list[str] = []
    while missing and len(chosen) < _MOST:
        number = max(range(len(parts)), key=lambda each: sum(term in folded[each] for term in missing))
        here = [term for term in missing if term in folded[number]]
        chosen.append(_around(parts, number, here, length))
        missing = [term for term in missing if term not in here or term not in fold(chosen[-1])]
        # A cut may part a term that stands far from the others; it has been tried.
        missing = [term for term in missing if term != here[0]]
    pieces = chosen or [_cut(parts[0], 0, _LENGTH)]
    return format_html_join("\n", "<span>{}</span>", ((marked(piece, terms),) for piece in pieces))


def _around(parts: list[str], number: int, terms: Sequence[str], length: int) -> str:
    """The piece of a part that begins a little before a term, made longer where others stand near."""
    part = parts[number]
    if len(part) < _PARAGRAPH:
        return _cut(_BETWEEN_CELLS.join(_neighbours(parts, number)), 0, _LENGTH)
    places = [places_of(part, [term])[0] for term in terms]
    # Those of the first term are shown in any case.
    near = [place for place in places if abs(place[0] - places[0][0]) <= length]
    first = 0 if len(part) <= length else max(0, min(near)[0] - _BEFORE)
    return _cut(part, first, max(first + length, *(end + _BEFORE for _, end in near)))


def _neighbours(parts: list[str], number: int) -> list[str]:
    """A short piece with the short ones before and behind it."""
    first, last = number, number + 1
    while first > max(0, number - 2) and len(parts[first - 1]) < _PARAGRAPH:
        first -= 1
    while last < min(len(parts), number + 3) and len(parts[last]) < _PARAGRAPH:
        last += 1
    return parts[first:last]


def _cut(text: str, first: int, last: int) -> str:
    before, after = "…" if first > 0 else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}"
