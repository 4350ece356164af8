"""Text folded for comparison: what a person may type otherwise than it is printed is made the same.

Folding goes character by character and looks only back, so that a part of a text, folded, stands in the folded
text: that is what lets any part be found (docs/decisions/0013-search.md).
"""

import re
import unicodedata
from collections.abc import Iterable

from appointments.separators import SEPARATORS

# Marks that people leave out or type in other shapes: quotation marks, title marks, the separators in names, and
# two signs of other scripts that look like these.
_LIKE_SEPARATORS = "\u0387\u16eb"
_QUOTES = "“”„‟‘’‚‛\"'`´「」『』《》〈〉«»‹›〝〞"
_LEFT_OUT = {*SEPARATORS, *_LIKE_SEPARATORS, *_QUOTES}
_SAME = {
    **dict.fromkeys("〔[【〖{〘", "("),
    **dict.fromkeys("〕]】〗}〙", ")"),
    **dict.fromkeys("‐‑‒–—―−─━", "-"),
    **dict.fromkeys("～〜∼", "~"),
    "○": "〇",
}
# Blanks, what cannot be seen, and signs over or under a letter.
_UNSEEN = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Mn", "Me"}

# A full stop is kept in 3.5 and dropped in 阿依.努尔; 1,000 is 1000. At the beginning it is not known what stands
# before: the mark is dropped, and the rest is found none the less.
_RULES = (re.compile(r"(?<![0-9])\."), re.compile(r"(?<=[0-9]),|\A,"))


class _Shapes(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = made = "".join(_shape(char) for char in _plain(chr(code)))
        return made


def _plain(char: str) -> str:
    """Compatibility forms taken apart, case folded: Ａ → a, ① → 1, ü → u and a sign that is left out."""
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())


def _shape(char: str) -> str:
    if char in _LEFT_OUT or unicodedata.category(char) in _UNSEEN:
        return ""
    return _SAME.get(char, char)


_SHAPES = _Shapes()


def fold(text: str) -> str:
    """The text as it is compared: no blanks, one kind of bracket, small letters."""
    folded = text.translate(_SHAPES)
    for rule in _RULES:
        folded = rule.sub("", folded)
    return folded


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in `text` that it comes from."""
    pieces = [(char, place) for place, printed in enumerate(text) for char in _SHAPES[ord(printed)]]
    for rule in _RULES:
        dropped = {found.start() for found in rule.finditer("".join(char for char, _ in pieces))}
        pieces = [piece for number, piece in enumerate(pieces) if number not in dropped]
    return "".join(char for char, _ in pieces), [place for _, place in pieces]


def places_of(text: str, terms: Iterable[str]) -> list[tuple[int, int]]:
    """Where folded `terms` stand in the printed text: (first, behind the last), in order, joined where they meet."""
    folded, places = fold_with_places(text)
    found = sorted(
        (places[start], places[start + len(term) - 1] + 1)
        for term in terms
        for start in _starts(folded, term)
    )
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _starts(folded: str, term: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(term)})", folded)] if term else []
