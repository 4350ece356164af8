"""Which parts of the text are set together, by their content alone: where they are set changes no byte."""

import re
from collections.abc import Sequence

# About four pages. Smaller ones share the work better; each costs some milliseconds of its own.
ENOUGH = 5_000
_MARKUP = re.compile(r"<[^>]*>")
# A cell takes its lines and rules to set, however little it says.
_CELL = 12


def weight(part: str) -> int:
    """How much there is to set, in characters."""
    return len(_MARKUP.sub("", part)) + _CELL * part.count("<td")


def chunks(parts: Sequence[str]) -> list[list[str]]:
    """Neighbouring parts together, until there is enough."""
    made: list[list[str]] = []
    full = True
    so_far = 0
    for part in parts:
        if full:
            made.append([])
            so_far = 0
        made[-1].append(part)
        so_far += weight(part)
        full = so_far >= ENOUGH
    return made
