"""WeasyPrint's questions about a text, answered from its measure: what goes on a line, how wide is it at least."""

from bisect import bisect_left
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text.line_break import strut

from printing.breaks import breaks, may_break
from printing.setting.guard import Known, replaced
from printing.setting.lines import WRAPPING, Line, Paragraphs, is_plain, next_line
from printing.setting.measuring import Measured

# A word longer than this is measured with all that follows it.
LONG_WORD = 64
# As many characters tell whether a text is the end of another.
TELLING = 8

split_text_box = Known(inline, "split_text_box", "context box available_width skip is_line_start")
split_first_line = Known(
    preferred,
    "split_first_line",
    "text style context max_width justification_spacing is_line_start minimum",
)
can_break_inline = Known(inline, "can_break_text", "text lang")
can_break_preferred = Known(preferred, "can_break_text", "text lang")


def install() -> None:
    replaced(split_text_box, _split_text_box)
    replaced(split_first_line, _split_first_line)
    replaced(can_break_inline, _can_break_text)
    replaced(can_break_preferred, _can_break_text)


def _split_text_box(
    context: Any, box: Any, available_width: float | None, skip: int, is_line_start: bool = True
) -> tuple[Any, int | None, bool]:
    """As WeasyPrint's: the text of one line as a box, where the text goes on, whether it was broken by hand."""
    style = box.style
    paragraphs = _paragraphs(context, box.text, style)
    if not paragraphs.plain:
        return split_text_box.original(context, box, available_width, skip, is_line_start)
    begin, part = paragraphs.at(skip)
    goes_on = not paragraphs.is_last(begin)
    if not part:
        return None, skip + 1 if goes_on else None, goes_on
    of = paragraphs.measured(begin, part)
    if of is None:
        return split_text_box.original(context, box, available_width, skip, is_line_start)
    start = bisect_left(of.bytes_at, skip - begin)
    if start == len(part):
        return None, skip + 1 if goes_on else None, goes_on
    anywhere = is_line_start and style["overflow_wrap"] != "normal"
    line = next_line(
        of, start, available_width, style, anywhere=anywhere, closes=lambda: goes_on or _closes(box)
    )
    made = _box(box, line, style) if line.text else None
    if line.resume < len(part):
        return made, begin + of.bytes_at[line.resume], False
    return made, begin + of.bytes_at[-1] + 1 if goes_on else None, goes_on


def _closes(box: Any) -> bool:
    """Whether nothing follows a text within its element, nor directly after that."""
    element = box.element
    if element is None:
        return False
    of_element = "".join(element.itertext()).rstrip()
    return of_element.endswith(box.text.rstrip()[-TELLING:]) and not (element.tail or "").strip()


def _box(box: Any, line: Line, style: Any) -> Any:
    made = box.copy_with_text(line.text)
    line_height, _ = strut(style)
    made.width, made.height = line.width, line.of.height
    made.pango_layout = line
    made.margin_top = made.margin_bottom = (line_height - made.height) / 2
    made.baseline = line.of.baseline + made.margin_top
    return made


def _split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> tuple[Any, int, int | None, float, float, float]:
    """As WeasyPrint's where it looks for the least and the greatest width of a text: 0 or None."""
    if max_width in (0, None) and is_plain(style, text):
        part = text.partition("\n")[0]
        begin = _word(part, style) if max_width == 0 else part
        of = _paragraph(context, begin if begin == text else begin.rstrip(" ") or begin, style)
        if of:
            line = Line(of, 0, len(of.text))
            resume = len(begin) + (begin == part)
            after = len(text[:resume].encode()) if len(begin) < len(text) else None
            return line, of.bytes_at[-1], after, line.width, of.height, of.baseline
    return split_first_line.original(
        text, style, context, max_width, justification_spacing, is_line_start, minimum
    )


def _word(text: str, style: Any) -> str:
    """The beginning of a text up to where a line may end."""
    if style["white_space"] not in WRAPPING:
        return text
    if style["overflow_wrap"] == "anywhere":
        return text[:1]
    ends = breaks(text[:LONG_WORD])
    first = next((index for index, how in enumerate(ends) if how), len(text))
    return text[:first]


def _paragraph(context: Any, text: str, style: Any) -> Measured | None:
    return _paragraphs(context, text, style).measured(0, text) if text else None


def _paragraphs(context: Any, text: str, style: Any) -> Paragraphs:
    """The text's paragraphs, measured once for all passes of one layout."""
    kept: dict[tuple[str, int], Paragraphs] = context.__dict__.setdefault("gongbao_paragraphs", {})
    # The paragraphs hold the style, so that no other can take its number.
    key = text, id(style)
    if key not in kept:
        kept[key] = Paragraphs(text, style)
    return kept[key]


def _can_break_text(text: str, lang: str | None) -> bool:
    return may_break(text)
