"""Which issues the portal holds, year by year, and which it lacks as far as those that it holds prove it.

Nothing is called missing after the highest number held: whether there was one, nobody here knows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from gazette.models import Issue

# First and last number that follow one another; often the same.
Range = tuple[int, int]


@dataclass(frozen=True)
class Volume:
    """The issues of one year in the order of their numbers, with what is known to be missing."""

    year: int
    issues: list[Issue]
    # Numbers (期号) that are not held.
    missing: list[Range]
    # Serials (总期号) not held before the first issue of this volume, where the numbers do not say it.
    serials_before: Range | None = None
    # Years between the volume before this and this, of which nothing is held.
    years_before: Range | None = None

    @property
    def newest_first(self) -> list[Issue]:
        return self.issues[::-1]


def volumes(issues: Iterable[Issue]) -> list[Volume]:
    """The volumes of one publication's issues, the newest first."""
    held = sorted(issues, key=lambda issue: (issue.year, issue.number))
    yearly = numbers_begin_anew(held)
    made: list[Volume] = []
    former: Issue | None = None
    for year, group in groupby(held, key=lambda issue: issue.year):
        of_year = list(group)
        missing = _missing_numbers(of_year, 1 if yearly else of_year[0].number)
        before = _serials_between(former, of_year[0])
        made.append(
            Volume(year, of_year, missing, _unsaid(before, missing, of_year[0]), _years(former, of_year[0]))
        )
        former = of_year[-1]
    return made[::-1]


def numbers_begin_anew(held: Sequence[Issue]) -> bool:
    """Whether the issues prove that each year begins with number 1: then what lies before the first held is missing.

    They prove it where the serial is another number, or where a later year has a number as low as an earlier one.
    """
    if any(issue.serial not in (None, issue.number) for issue in held):
        return True
    return any(
        after.year > before.year and after.number <= before.number_end for before, after in pairwise(held)
    )


def _missing_numbers(of_year: Sequence[Issue], first: int) -> list[Range]:
    ranges, expected = [], first
    for issue in of_year:
        if issue.number > expected:
            ranges.append((expected, issue.number - 1))
        expected = max(expected, issue.number_end + 1)
    return ranges


def _serials_between(before: Issue | None, after: Issue) -> Range | None:
    """The serials between two issues that follow one another here."""
    if before is None or before.serial is None or after.serial is None:
        return None
    first = (before.serial_end or before.serial) + 1
    return (first, after.serial - 1) if first < after.serial else None


def _unsaid(serials: Range | None, missing: Sequence[Range], opening: Issue) -> Range | None:
    """The serials, where more are missing than the numbers before the first issue of the year account for."""
    if serials is None:
        return None
    said = sum(last - first + 1 for first, last in missing if last < opening.number)
    return serials if serials[1] - serials[0] + 1 > said else None


def _years(before: Issue | None, after: Issue) -> Range | None:
    """The years without an issue here, unless the serials prove that there was none to hold."""
    if before is None or after.year - before.year < 2:
        return None
    if after.serial and before.serial and after.serial == (before.serial_end or before.serial) + 1:
        return None
    return before.year + 1, after.year - 1
