"""Lines that end flush: what a line is short of is shared out between its characters.

WeasyPrint widens spaces, of which Chinese has none.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from printing.setting.guard import Known, replaced
from printing.setting.lines import Line

# Up to this, in ems, all gaps of a line are alike; programs that read PDFs take wider ones for spaces.
ALIKE = 0.09
# By this much, in ems, the open ones may be wider.
WIDER = 0.4
# A line that would still be spaced out by more than this, in ems, is left ragged;
LOOSEST = 0.2
# in a narrow cell, where there is no edge to be seen, one that would be spaced out by more than others.
NARROW = 10

justify_line = Known(inline, "justify_line", "context line extra_width")


def install() -> None:
    replaced(justify_line, _justify_line)


def _justify_line(context: Any, line: Any, extra_width: float) -> None:
    texts = list(_texts(line))
    if not all(isinstance(text.pango_layout, Line) for text in texts):
        justify_line.original(context, line, extra_width)
        return
    gap, opened = _shares(texts, extra_width, line.style["font_size"])
    if gap:
        _spread(line, gap, opened, 0.0, texts[-1])


def _shares(texts: list[Any], room: float, size: float) -> tuple[float, float]:
    """What is added at each joint of a line, and what more at the open ones, in px; nothing where it were too much."""
    joints = sum(text.pango_layout.joints for text in texts) + max(len(texts) - 1, 0)
    wide = sum(text.pango_layout.open_joints for text in texts)
    if not joints:
        return 0.0, 0.0
    gap = min(room / joints, ALIKE * size)
    opened = min((room - gap * joints) / wide, WIDER * size) if wide else 0.0
    gap = (room - opened * wide) / joints
    is_narrow = room + sum(text.width for text in texts) < NARROW * size
    return (gap, opened) if gap <= (ALIKE if is_narrow else LOOSEST) * size * 1.001 else (0.0, 0.0)


def _texts(box: Any) -> Iterator[Any]:
    """The texts of a line from left to right, without empty ones."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            if child.text:
                yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _texts(child)


def _spread(box: Any, gap: float, opened: float, moved: float, last: Any) -> float:
    """Space out the texts of a box that is moved to the right by `moved`; how far what follows is moved."""
    if isinstance(box, boxes.TextBox):
        box.position_x += moved
        return moved + _space_out(box, gap, opened, is_last=box is last)
    if not isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    begun = moved
    for child in box.children:
        if child.is_in_normal_flow():
            moved = _spread(child, gap, opened, moved, last)
    box.width += moved - begun
    return moved


def _space_out(text: Any, gap: float, opened: float, *, is_last: bool) -> float:
    """Widen one text, and the place after it if another follows; by how much."""
    if not text.text:
        return 0.0
    line: Line = text.pango_layout
    line.gap, line.opened = gap, opened
    added = gap * (line.joints + (not is_last)) + opened * line.open_joints
    text.width += added
    return added
