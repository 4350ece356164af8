"""Names in the order of their pinyin, under the letters A to Z, as dictionaries have them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Generic, TypeVar

from pypinyin import lazy_pinyin

Named = TypeVar("Named")

# Characters that are read otherwise as surnames than in words.
_SURNAMES = {
    "单": "shan",
    "曾": "zeng",
    "查": "zha",
    "仇": "qiu",
    "解": "xie",
    "区": "ou",
    "朴": "piao",
    "覃": "qin",
    "盖": "ge",
    "乐": "yue",
    "员": "yun",
    "缪": "miao",
    "都": "du",
    "牟": "mu",
    "翟": "zhai",
}
# For what begins with no letter: a sign that no dictionary reads.
OTHER = "#"


@dataclass(frozen=True)
class Letter(Generic[Named]):
    """What stands under one letter; `anchor` is its place in the page."""

    letter: str
    named: list[Named]

    @property
    def anchor(self) -> str:
        return f"letter-{self.letter}" if self.letter != OTHER else "letter-other"


@lru_cache(maxsize=50_000)
def surname_first(name: str) -> tuple[str, ...]:
    """The syllables of a person's name, a surname in its usual reading: 单玉 → shan yu.

    A name with a separator has no surname: 查干·巴特尔 begins with cha.
    """
    surname = _SURNAMES.get(name[:1]) if "·" not in name else None
    return (surname, *lazy_pinyin(name[1:])) if surname else syllables(name)


@lru_cache(maxsize=50_000)
def syllables(name: str) -> tuple[str, ...]:
    """The syllables of any name; what is no Chinese character stays as it is."""
    return tuple(lazy_pinyin(name))


def letter_of(read: Sequence[str]) -> str:
    """The letter under which a name stands that is read so."""
    first = "".join(read)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER


def by_letter(lines: Iterable[tuple[str, Named]]) -> list[Letter[Named]]:
    """What is given with its letter, in order, under its letters."""
    groups = groupby(lines, key=lambda line: line[0])
    return [Letter(letter, [each for _letter, each in group]) for letter, group in groups]


def jumps(lines: Sequence[tuple[str, Named]], size: int) -> list[tuple[Letter[Named], int]]:
    """The letters of a whole list, each with the page on which it begins where `size` stand on a page."""
    made: list[tuple[Letter[Named], int]] = []
    place = 0
    for letter in by_letter(lines):
        made.append((letter, place // size + 1))
        place += len(letter.named)
    return made
