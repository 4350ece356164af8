"""Lists of members (组长、副组长、成员): offices in a column of their own, names under each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from printing.widths import ems

# 组长：… but neither a sentence nor a name with an office in brackets.
OFFICE = re.compile(r"(?P<office>[㐀-鿿]{1,8})[：:]\s*(?P<person>.+)", re.DOTALL)
# Offices longer than this have no column of their own, or the names would stand at the right edge.
LONGEST = 4
# A column's characters.
COLUMN = 18
# Where nobody's office is named, lines begin as paragraphs do.
PLAIN = 2


@dataclass(frozen=True)
class Member:
    """A line of a list. `spread` is the room after each character of the office but the last, in characters."""

    office: str
    person: str
    spread: float = 0.0

    @property
    def parted(self) -> tuple[str, str]:
        """The office without its last character, and that."""
        return self.office[:-1], self.office[-1:]


@dataclass(frozen=True)
class Members:
    """A list: names begin `indent` characters from the edge."""

    indent: int
    lines: list[Member]

    @property
    def hang(self) -> int:
        """How far left of where its other lines begin a line with an office begins."""
        return self.indent + 1

    @property
    def is_wide(self) -> bool:
        """Whether most lines do not fit a column: in the page's width they take no more paper, and none is broken."""
        long = [line for line in self.lines if self.indent + ems(line.person) > COLUMN]
        return 2 * len(long) > len(self.lines)


def members(lines: Sequence[str]) -> Members:
    """The lines of a list with their offices, which are spread to the width of the longest."""
    found = [OFFICE.fullmatch(line.strip()) for line in lines]
    longest = max((len(match["office"]) for match in found if match), default=0)
    if not 0 < longest <= LONGEST:
        return Members(PLAIN, [Member("", line.strip()) for line in lines])
    return Members(
        longest + 1,
        [
            _member(match["office"], match["person"], longest) if match else Member("", line.strip())
            for match, line in zip(found, lines, strict=True)
        ],
    )


def _member(office: str, person: str, longest: int) -> Member:
    gaps = len(office) - 1
    return Member(office, person, (longest - len(office)) / gaps if gaps else 0.0)
