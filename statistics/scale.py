"""Where the figures of a chart stand: round ticks, and heights between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

# Steps that a reader counts by.
_ROUND = [Decimal(step) for step in ("1", "2", "2.5", "5", "10")]
_INTERVALS = 5


@dataclass(frozen=True)
class Scale:
    """The ticks of an axis, lowest first; the first and the last are its ends."""

    ticks: list[Decimal]

    def height(self, value: Decimal) -> Decimal:
        """How far down from the top of the chart a value stands, in per cent of the chart's height."""
        low, high = self.ticks[0], self.ticks[-1]
        return (high - value) / (high - low) * 100

    @property
    def zero(self) -> Decimal | None:
        """The height of zero where it is a line within the chart, not its floor."""
        return self.height(Decimal(0)) if self.ticks[0] < 0 < self.ticks[-1] else None


def scale_of(values: Sequence[Decimal]) -> Scale:
    """Ticks at round figures around the values, of which there is at least one.

    Zero is among them unless the values lie close together and far from it: a line whose changes nobody
    can see says less than one whose axis names where it begins.
    """
    low, high = min(values), max(values)
    if 0 <= low < high / 2 or low == high > 0:
        low = Decimal(0)
    if 0 >= high > low / 2 or low == high < 0:
        high = Decimal(0)
    step = _step(high - low or Decimal(1))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
    return Scale([step * (first + count) for count in range(int(last - first) + 1)])


def _step(span: Decimal) -> Decimal:
    """The smallest round step that parts a span into few intervals."""
    power = Decimal(1).scaleb((span / _INTERVALS).adjusted())
    return next(power * each for each in _ROUND if power * each * _INTERVALS >= span)
