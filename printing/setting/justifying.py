"""Lines that end flush: what a line is short of is shared out between its characters.

WeasyPrint widens spaces, of which Chinese has none.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from printing.setting.guard import Known, replaced
from printing.setting.lines import Line

# A line that would be spaced out by more than this, in ems, is left ragged.
LOOSEST = 0.3

justify_line = Known(inline, "justify_line", "context line extra_width")


def install() -> None:
    replaced(justify_line, _justify_line)


def _justify_line(context: Any, line: Any, extra_width: float) -> None:
    texts = list(_texts(line))
    if not all(isinstance(text.pango_layout, Line) for text in texts):
        justify_line.original(context, line, extra_width)
        return
    joints = sum(text.pango_layout.joints for text in texts) + max(len(texts) - 1, 0)
    if joints and extra_width / joints <= LOOSEST * line.style["font_size"]:
        _spread(line, extra_width / joints, 0.0, texts[-1])


def _texts(box: Any) -> Iterator[Any]:
    """The texts of a line from left to right, without empty ones."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            if child.text:
                yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _texts(child)


def _spread(box: Any, gap: float, moved: float, last: Any) -> float:
    """Space out the texts of a box that is moved to the right by `moved`; how far what follows is moved."""
    if isinstance(box, boxes.TextBox):
        box.position_x += moved
        return moved + _space_out(box, gap, is_last=box is last)
    if not isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    begun = moved
    for child in box.children:
        if child.is_in_normal_flow():
            moved = _spread(child, gap, moved, last)
    box.width += moved - begun
    return moved


def _space_out(text: Any, gap: float, *, is_last: bool) -> float:
    """Widen one text, and the place after it if another follows; by how much."""
    if not text.text:
        return 0.0
    text.pango_layout.gap = gap
    added = gap * (text.pango_layout.joints + (not is_last))
    text.width += added
    return float(added)
