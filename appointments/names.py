"""People's names as a reader looks for them: without what print and input put between their parts."""

import re
from collections.abc import Iterable

from appointments.models import Official
from appointments.separators import SEPARATORS
from gazette.by_pinyin import letter_of, surname_first

_BETWEEN = re.compile(rf"[\s{SEPARATORS}.．]")


def folded(name: str) -> str:
    """A name or a part of one without separators and blanks, Latin letters small."""
    return _BETWEEN.sub("", name).lower()


def found_by(asked: str, officials: Iterable[Official]) -> list[Official]:
    """The officials whose names hold what is asked for, in characters or in pinyin: 努尔, nuer."""
    wanted = folded(asked)
    if not wanted.isascii():
        return [each for each in officials if wanted in folded(each.name)]
    # From the beginning of a syllable on: "an" is not found in "wang".
    return [each for each in officials if _reads(wanted, surname_first(each.name))]


def in_order(officials: Iterable[Official]) -> list[tuple[str, Official]]:
    """The officials, each with its letter, by the pinyin of their names: a surname stays together."""
    lines = [(letter_of(surname_first(each.name)), each) for each in officials]
    return sorted(lines, key=lambda line: (line[0], surname_first(line[1].name), line[1].name, line[1].pk))


def _reads(wanted: str, read: tuple[str, ...]) -> bool:
    parts = [part for part in read if folded(part)]
    return any("".join(parts[start:]).startswith(wanted) for start in range(len(parts)))
