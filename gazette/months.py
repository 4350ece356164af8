"""The calendar of a publication (公报日历): which issues came out in which month, by their printed dates."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from gazette.models import Issue


@dataclass(frozen=True)
class Month:
    first: datetime.date
    issues: list[Issue]


@dataclass(frozen=True)
class CalendarYear:
    """The twelve months of a year in which an issue came out."""

    year: int
    months: list[Month]


def calendar_of(issues: Iterable[Issue]) -> tuple[list[CalendarYear], list[Issue]]:
    """The years, newest first, and the issues that print no date, newest first."""
    held = list(issues)
    by_month: dict[tuple[int, int], list[Issue]] = {}
    for issue in sorted(held, key=_in_print_order):
        if issue.dated_on:
            by_month.setdefault((issue.dated_on.year, issue.dated_on.month), []).append(issue)
    years = sorted({year for year, _month in by_month}, reverse=True)
    undated = sorted((issue for issue in held if not issue.dated_on), key=_in_print_order, reverse=True)
    return [_year(year, by_month) for year in years], undated


def _year(year: int, by_month: dict[tuple[int, int], list[Issue]]) -> CalendarYear:
    months = [Month(datetime.date(year, month, 1), by_month.get((year, month), [])) for month in range(1, 13)]
    return CalendarYear(year, months)


def _in_print_order(issue: Issue) -> tuple[datetime.date, int, int]:
    return issue.dated_on or datetime.date.min, issue.year, issue.number
