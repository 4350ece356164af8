"""Where the points of a chart stand: percentages of its width and height, as SVG writes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby


@dataclass(frozen=True)
class Dot:
    """A figure in its place: per cent from the left, per cent from the top."""

    left: str
    top: str
    label: str
    printed: str


@dataclass(frozen=True)
class Point:
    """A month as a chart shows it; without a figure `value` is None, and the month is a gap."""

    label: str
    value: Decimal | None
    printed: str = ""

    @property
    def figure(self) -> str:
        """The figure as printed, or, where no print is given, without the noughts of a database."""
        return self.printed or (f"{self.value.normalize():f}" if self.value is not None else "")


def place(points: Sequence[Point], tops: Sequence[Decimal | None]) -> list[Dot | None]:
    """The points at equal distances from edge to edge, None for a gap."""
    return [
        Dot(across(index, len(points)), percent(top), point.label, point.figure) if top is not None else None
        for index, (point, top) in enumerate(zip(points, tops, strict=True))
    ]


def strokes(dots: Iterable[Dot | None]) -> list[str]:
    """The lines between gaps, as the points of SVG polylines; a month alone between gaps has none."""
    groups = groupby(dots, key=lambda dot: dot is not None)
    parts = [[dot for dot in group if dot] for there, group in groups if there]
    return [" ".join(f"{dot.left},{dot.top}" for dot in part) for part in parts if len(part) > 1]


def across(index: int, count: int) -> str:
    """How far from the left one of `count` points stands, in per cent."""
    return percent(Decimal(100 * index) / (count - 1 or 1))


def percent(value: Decimal) -> str:
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".")
