"""Leaders between a title and its folio: as far from the one as from the other, on each line.

WeasyPrint places them by the edge of the line, so that they touch one folio and keep away from the next.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.layout import inline

from printing.setting.guard import Known, replaced

# By this much of itself, at the most, a leader stands off the next; what is then left stands before the first.
APART = 0.1

handle_leader = Known(inline, "handle_leader", "context line containing_block")


def install() -> None:
    replaced(handle_leader, _handle_leader)


def _handle_leader(context: Any, line: Any, containing_block: Any) -> None:
    handle_leader.original(context, line, containing_block)
    for leader in _leaders(line):
        if leader.children:
            _fill(leader)


def _leaders(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if child.is_leader:
            yield child
        else:
            yield from _leaders(child)


def _fill(leader: Any) -> None:
    """As many leaders as there is room for, from edge to edge of it."""
    one = leader.children[0]
    count = int(leader.width // one.width)
    apart = min((leader.width - count * one.width) / max(count - 1, 1), APART * one.width)
    step, end = one.width + apart, leader.position_x + leader.width
    leader.children = tuple(_moved(one, end - one.width - index * step) for index in reversed(range(count)))


def _moved(one: Any, x: float) -> Any:
    made = one.copy()
    made.position_x = x
    return made
