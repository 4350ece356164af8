from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette_statistics.scale import scale_of

FIGURES = st.lists(
    st.decimals(-10_000_000, 10_000_000, allow_nan=False, allow_infinity=False, places=2), min_size=1
)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["1100", "1200"], "1100 1120 1140 1160 1180 1200"),
        (["98", "103"], "98 99 100 101 102 103"),
        (["40", "100"], "0 20 40 60 80 100"),
        (["0.001", "0.004"], "0 0.001 0.002 0.003 0.004"),
        (["-22.3", "384.1"], "-100 0 100 200 300 400"),
        (["-5", "-3"], "-5 -4.5 -4 -3.5 -3"),
        (["4000.5", "4000.5"], "0 1000 2000 3000 4000 5000"),
        (["0", "0"], "0 0.2"),
    ],
)
def test_ticks_are_figures_that_a_reader_counts_by(values: list[str], ticks: str) -> None:
    """Zero is among them unless the values lie close together; the same value all the time is no cliff."""
    made = scale_of([Decimal(value) for value in values]).ticks
    assert " ".join(f"{tick.normalize():f}" for tick in made) == ticks


@given(FIGURES)
def test_every_value_stands_between_few_ticks(values: list[Decimal]) -> None:
    scale = scale_of(values)
    assert 2 <= len(scale.ticks) <= 7
    assert all(0 <= scale.height(value) <= 100 for value in values)


def test_zero_is_a_line_only_within_the_chart() -> None:
    assert scale_of([Decimal(-100), Decimal(300)]).zero == 75
    assert scale_of([Decimal(0), Decimal(300)]).zero is None
