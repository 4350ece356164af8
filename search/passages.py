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
        first = next(term for term in missing if term in folded[number])
        chosen.append(_around(parts, number, first, length))
        missing = [term for term in missing if term not in fold(chosen[-1])]
        missing = [term for term in missing if term != first]
    pieces = chosen or [_cut(parts[0], 0, _LENGTH)]
    return format_html_join("\n", "<span>{}</span>", ((marked(piece, terms),) for piece in pieces))


def _around(parts: list[str], number: int, term: str, length: int) -> str:
    """The piece of a part that begins a little before the term."""
    part = parts[number]
    start, end = places_of(part, [term])[0]
    if len(part) < _PARAGRAPH:
        return _cut(_BETWEEN_CELLS.join(parts[max(0, number - 2) : number + 5]), 0, _LENGTH)
    first = 0 if len(part) <= length else max(0, start - _BEFORE)
    return _cut(part, first, max(first + length, end))


def _cut(text: str, first: int, last: int) -> str:
    before, after = "…" if first > 0 else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}"
