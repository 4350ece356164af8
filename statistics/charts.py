"""Charts as inline SVG, drawn where the page is made: no script, and paper prints them.

The line stands in a stretched frame of 100 by 100, words and dots at percentages of the whole: a chart fills
any width while its letters keep their size. Colours come from charts.css. See docs/decisions/0012.
"""

import hashlib
from collections.abc import Sequence
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .plot import Dot, Point, across, percent, place, strokes
from .scale import Scale, scale_of

# What a sparkline keeps free above and below, in per cent: its dot and the line's own breadth.
_MARGIN = Decimal(12)
# Words under a chart, beside the last month's: more would run into one another.
_MONTHS_NAMED = 5


def sparkline(points: Sequence[tuple[str, Decimal | None]], name: str, unit: str) -> SafeString:
    """A line without axes, to stand beside its figure.

    The points are months as shown (2021年3月) with their figures, oldest first; a month without a figure is
    None and leaves a gap. Empty where fewer than two months have figures.
    """
    made = [Point(label, value) for label, value in points]
    values = _values(made)
    if len(values) < 2:
        return SafeString("")
    low, span = min(values), max(values) - min(values)
    tops = [None if point.value is None else _inset(point.value - low, span) for point in made]
    return _drawn("sparkline", made, place(made, tops), {"name": name, "unit": unit})


def line_chart(points: Sequence[Point], name: str, unit: str) -> SafeString:
    """A line over the months with its axes, oldest first; empty where fewer than two months have figures."""
    values = _values(points)
    if len(values) < 2:
        return SafeString("")
    scale = scale_of(values)
    tops = [None if point.value is None else scale.height(point.value) for point in points]
    rules = _rules(scale)
    words = {
        "name": name,
        "unit": unit,
        "rules": rules,
        "zero": percent(scale.zero) if scale.zero is not None else "",
        "room": max(len(label) for _top, label in rules),
        "months": _months(points),
    }
    return _drawn("line_chart", points, place(points, tops), words)


def _drawn(
    kind: str, points: Sequence[Point], dots: list[Dot | None], words: dict[str, object]
) -> SafeString:
    """The picture; its ids are made from what it shows, so that several stand on one page."""
    shown = [dot for dot in dots if dot]
    told = repr((kind, words["name"], words["unit"], points))
    context = {
        "key": "chart-" + hashlib.sha256(told.encode()).hexdigest()[:10],
        "strokes": strokes(dots),
        "dots": shown,
        "first": shown[0],
        "last": shown[-1],
        **words,
    }
    return SafeString(render_to_string(f"statistics/{kind}.html", context).strip())


def _values(points: Sequence[Point]) -> list[Decimal]:
    return [point.value for point in points if point.value is not None]


def _inset(above: Decimal, span: Decimal) -> Decimal:
    """The height within a sparkline of a value that stands so far above the lowest."""
    share = above / span if span else Decimal("0.5")
    return 100 - _MARGIN - share * (100 - 2 * _MARGIN)


def _rules(scale: Scale) -> list[tuple[str, str]]:
    """Height and words of each tick, lowest first."""
    return [(percent(scale.height(tick)), f"{tick.normalize():,f}") for tick in scale.ticks]


def _months(points: Sequence[Point]) -> list[tuple[str, str, str]]:
    """Place and words of the months that are named under a chart, and which of three each is.

    Counted back from the last one, which is always named.
    """
    last = len(points) - 1
    step = -(-last // _MONTHS_NAMED)
    named = sorted({*range(last, -1, -step)})
    if named[0] < step:
        named = [0, *[index for index in named if index >= step]]
    which = {0: "first", last: "last"}
    return [(across(index, last + 1), points[index].label, which.get(index, "between")) for index in named]
