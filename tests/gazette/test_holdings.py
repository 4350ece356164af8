"""What a shelf holds, and what it says is missing: no more than the issues on it prove."""

from gazette.holdings import volumes
from gazette.models import Issue


def issue(year: int, number: int, serial: int | None = None, *, to: int = 0) -> Issue:
    last = to or number
    serial_end = serial + last - number if serial else None
    return Issue(year=year, number=number, number_end=last, serial=serial, serial_end=serial_end)


def test_numbers_between_the_held_ones_are_missing_and_none_after_the_last() -> None:
    (volume,) = volumes([issue(2018, 6, 60), issue(2018, 1, 55), issue(2018, 3, 57)])
    assert [each.number for each in volume.issues] == [1, 3, 6]
    assert volume.missing == [(2, 2), (4, 5)]


def test_a_double_issue_holds_both_its_numbers() -> None:
    (volume,) = volumes([issue(2018, 1, 55), issue(2018, 2, 56, to=3), issue(2018, 4, 58)])
    assert volume.missing == []


def test_what_lies_before_the_first_held_is_missing_where_years_begin_with_number_1() -> None:
    """A serial that is another number proves it, and so does a later year with a low number."""
    assert volumes([issue(2018, 3, 57)])[0].missing == [(1, 2)]
    assert [volume.missing for volume in volumes([issue(2017, 6), issue(2018, 2)])] == [[(1, 1)], [(1, 5)]]


def test_where_numbers_may_run_on_over_the_years_nothing_is_said_of_what_lies_before() -> None:
    assert volumes([issue(2018, 240)])[0].missing == []
    assert [volume.missing for volume in volumes([issue(2018, 240), issue(2019, 250)])] == [[], []]
    assert volumes([issue(2018, 240, 240)])[0].missing == []


def test_serials_tell_what_was_lost_at_the_end_of_a_year() -> None:
    later, earlier = volumes([issue(2018, 3, 57), issue(2019, 2, 62)])
    assert (later.serials_before, earlier.serials_before) == ((58, 61), None)


def test_serials_repeat_nothing_that_the_numbers_say() -> None:
    later, _earlier = volumes([issue(2018, 6, 60), issue(2019, 2, 62)])
    assert later.missing == [(1, 1)]
    assert later.serials_before is None


def test_years_without_an_issue_are_named() -> None:
    later, earlier = volumes([issue(2018, 1), issue(2022, 1)])
    assert (later.years_before, earlier.years_before) == ((2019, 2021), None)


def test_years_in_which_by_the_serials_nothing_came_out_are_not_missing() -> None:
    later, _earlier = volumes([issue(2018, 6, 60), issue(2020, 1, 61)])
    assert (later.years_before, later.serials_before) == (None, None)


def test_the_newest_volume_comes_first() -> None:
    assert [volume.year for volume in volumes([issue(2018, 1), issue(2020, 1), issue(2019, 1)])] == [
        2020,
        2019,
        2018,
    ]


def test_an_empty_shelf_lacks_nothing() -> None:
    assert volumes([]) == []
