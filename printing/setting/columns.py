"""Columns that are laid out once, and balanced by whole lines.

WeasyPrint lays columns out to see whether they fill the page, and again to keep them; to balance them it lays
them out anew for each pixel of height.
"""

from dataclasses import dataclass, field
from math import ceil
from typing import Any

from weasyprint.layout import block, column
from weasyprint.layout.percent import percentage
from weasyprint.text.line_break import strut

from printing.setting.guard import Known, replaced

columns_layout = Known(
    block,
    "columns_layout",
    "context box bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes"
    " adjoining_margins first_letter_style first_line_style",
)
block_box_layout = Known(
    block,
    "block_box_layout",
    "context box bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes"
    " adjoining_margins first_letter_style first_line_style discard max_lines",
)
create_column_box = Known(column, "_create_column_box", "box containing_block children width position_y")


def install() -> None:
    replaced(columns_layout, _columns_layout)


@dataclass
class Frame:
    """Where the columns of one box stand on a page, and what they hold."""

    context: Any
    box: Any
    containing_block: Any
    page_is_empty: bool
    children: list[Any]
    begin: dict[int, Any] | None
    top: float
    # How far down they may reach.
    tallest: float
    styles: tuple[Any, Any]

    @property
    def count(self) -> int:
        return int(self.box.style["column_count"])

    @property
    def gap(self) -> float:
        gap = self.box.style["column_gap"]
        if gap == "normal":
            return float(self.box.style["font_size"])
        return float(percentage(gap, self.box.style, self.box.width))

    @property
    def width(self) -> float:
        return max(0.0, self.box.width - (self.count - 1) * self.gap) / self.count


@dataclass
class Filled:
    """Columns of one height: their boxes, where the text goes on, what stands apart from them."""

    boxes: list[Any] = field(default_factory=list)
    resume_at: Any = None
    next_page: Any = None
    absolute: list[Any] = field(default_factory=list)
    fixed: list[Any] = field(default_factory=list)
    # A column in which nothing found room.
    failed: bool = False

    @property
    def heights(self) -> list[float]:
        return [each.margin_height() for each in self.boxes]


def _columns_layout(
    context: Any,
    box: Any,
    bottom_space: float,
    skip_stack: Any,
    containing_block: Any,
    page_is_empty: bool,
    absolute_boxes: list[Any],
    fixed_boxes: list[Any],
    adjoining_margins: list[float],
    *styles: Any,
) -> tuple[Any, ...]:
    """As WeasyPrint's: the box with its columns, where it goes on, what page must follow, its margins, a flag."""
    if _is_plain(context, box):
        frame = _frame(
            context, box, bottom_space, skip_stack, containing_block, page_is_empty, adjoining_margins, styles
        )
        context.in_column = True
        filled = _set(frame)
        context.in_column = False
        if filled:
            absolute_boxes += filled.absolute
            fixed_boxes += filled.fixed
            return _finished(frame, filled, skip_stack)
    return columns_layout.original(
        context,
        box,
        bottom_space,
        skip_stack,
        containing_block,
        page_is_empty,
        absolute_boxes,
        fixed_boxes,
        adjoining_margins,
        *styles,
    )


def _is_plain(context: Any, box: Any) -> bool:
    """Whether there are only columns: no footnotes, floats, spanning boxes, no height or place of their own."""
    style = box.style
    notes = context.footnotes or context.current_page_footnotes or context.reported_footnotes
    return (
        not notes
        and not context.excluded_shapes
        and bool(box.children)
        and style["column_width"] == "auto"
        and style["height"] == "auto"
        and style["direction"] == "ltr"
        and style["position"] == "static"
        and not any(child.style["column_span"] == "all" or child.is_floated() for child in box.children)
    )


def _frame(
    context: Any,
    box: Any,
    bottom_space: float,
    skip_stack: Any,
    containing_block: Any,
    page_is_empty: bool,
    adjoining_margins: list[float],
    styles: tuple[Any, ...],
) -> Frame:
    box = box.copy_with_children(box.children)
    box.position_y += block.collapse_margin(adjoining_margins)
    block.block_level_width(box, containing_block)
    skip = next(iter(skip_stack)) if skip_stack else 0
    children = [child.copy() for child in box.children[skip:]]
    begin = {0: skip_stack[skip]} if skip_stack else None
    top = box.content_box_y()
    tallest = context.page_bottom - top - bottom_space
    return Frame(
        context, box, containing_block, page_is_empty, children, begin, top, tallest, (styles[0], styles[1])
    )


def _set(frame: Frame) -> Filled | None:
    """The columns filled, and balanced where they hold all that is left; None where they are not so simple."""
    full = _fill(frame, frame.tallest, frame.page_is_empty)
    if full.failed or (max(full.heights) > frame.tallest and full.resume_at is None):
        _discard(frame, full)
        return None
    if full.resume_at is not None or frame.box.style["column_fill"] != "balance":
        return full
    return _balanced(frame, full)


def _balanced(frame: Frame, full: Filled) -> Filled:
    """The lowest columns, by whole lines, that still hold all."""
    line = max(strut(frame.box.style)[0], 1.0)
    lines = max(1, ceil(sum(full.heights) / frame.count / line - 0.01))
    while lines * line < max(full.heights):
        tried = _fill(frame, lines * line, page_is_empty=False)
        if not tried.failed and tried.resume_at is None:
            _discard(frame, full)
            return tried
        _discard(frame, tried)
        lines += 1
    return full


def _fill(frame: Frame, height: float, page_is_empty: bool) -> Filled:
    made = Filled()
    skip = frame.begin
    for number in range(frame.count):
        each = create_column_box.original(
            frame.box, frame.containing_block, frame.children, frame.width, frame.top
        )
        each.position_x += number * (frame.width + frame.gap)
        bottom = frame.context.page_bottom - frame.top - height
        is_empty = page_is_empty or (number > 0 and height == frame.tallest)
        box, skip, made.next_page, *_ = block.block_box_layout(
            frame.context, each, bottom, skip, frame.containing_block, is_empty, made.absolute, made.fixed, None,
            *frame.styles, discard=False, max_lines=None,
        )  # fmt: skip
        if box is None:
            made.failed = True
            return made
        made.boxes.append(box)
        if skip is None:
            break
    made.resume_at = skip
    return made


def _discard(frame: Frame, filled: Filled) -> None:
    block.remove_placeholders(frame.context, filled.boxes, filled.absolute, filled.fixed)
    frame.context.excluded_shapes.clear()


def _finished(frame: Frame, filled: Filled, skip_stack: Any) -> tuple[Any, ...]:
    box, height = frame.box, max(filled.heights)
    box.children = filled.boxes
    box.height = height if box.height == "auto" else box.height
    if box.min_height != "auto":
        box.height = max(box.height, box.min_height)
    for each in filled.boxes:
        each.height = box.height
    resume_at = None
    if filled.resume_at is not None:
        skip = next(iter(skip_stack)) if skip_stack else 0
        inner = next(iter(filled.resume_at))
        resume_at = {skip + inner: filled.resume_at[inner]}
    return box, resume_at, filled.next_page, [], False
