"""Deadlines by the Chinese calendar."""

import datetime

import pytest
from django.utils.timezone import make_aware
from pytest_django import Settings

from portal.working_days import after_working_days, deadline, is_working_day

Day = datetime.date.fromisoformat


def moment(text: str) -> datetime.datetime:
    return make_aware(datetime.datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        ("2025-09-30", True),
        ("2025-10-01", False),
        ("2025-10-06", False),
        ("2025-10-08", False),
        ("2025-10-09", True),
        ("2026-10-07", False),
        ("2026-10-08", True),
    ],
)
def test_offices_are_closed_on_national_day(day: str, open_: bool) -> None:
    """In 2025 with the Mid-Autumn Festival until the 8th, in 2026 until the 7th."""
    assert is_working_day(Day(day)) is open_


@pytest.mark.parametrize("day", ["2025-09-28", "2025-10-11", "2026-09-20", "2026-10-10"])
def test_a_weekend_that_is_worked_instead_counts(day: str) -> None:
    assert Day(day).weekday() >= 5
    assert is_working_day(Day(day))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        # An ordinary week: the day itself is not counted.
        ("2025-11-10 10:00", "2025-11-13"),
        ("2025-11-13 10:00", "2025-11-18"),
        # Over National Day 2025: 9 and 10 October, then Saturday the 11th, which is worked.
        ("2025-09-30 10:00", "2025-10-11"),
        ("2025-10-03 10:00", "2025-10-13"),
        # Over National Day 2026: 8, 9 and Saturday 10 October.
        ("2026-09-30 10:00", "2026-10-10"),
    ],
)
def test_three_working_days_for_an_answer(received: str, due: str) -> None:
    assert deadline(moment(received), 3) == Day(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2025-11-10 17:59", "2025-11-13"),
        ("2025-11-10 18:00", "2025-11-14"),
        # Friday evening counts from Monday, and so does Saturday.
        ("2025-11-14 20:00", "2025-11-20"),
        ("2025-11-15 09:00", "2025-11-20"),
    ],
)
def test_what_comes_after_hours_counts_from_the_next_working_day(received: str, due: str) -> None:
    assert deadline(moment(received), 3) == Day(due)


def test_a_day_is_a_day_of_the_portals_time_zone() -> None:
    """Ten at night in London is the next morning here."""
    late = datetime.datetime(2025, 11, 9, 22, tzinfo=datetime.UTC)
    assert deadline(late, 3) == Day("2025-11-13")


def test_beyond_the_announced_years_only_weekends_are_free() -> None:
    """So that a deadline comes rather too early than too late."""
    assert is_working_day(Day("2090-10-02"))
    assert not is_working_day(Day("2090-10-01"))  # a Sunday
    assert after_working_days(Day("2090-09-29"), 3) == Day("2090-10-04")


def test_feasts_of_the_place_are_free(settings: Settings) -> None:
    settings.LOCAL_HOLIDAYS = [Day("2025-11-11")]
    assert deadline(moment("2025-11-10 10:00"), 3) == Day("2025-11-14")
