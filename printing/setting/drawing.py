"""Lines drawn from the measure of their paragraph: no line is shaped again only to be drawn."""

from typing import Any

from weasyprint import draw
from weasyprint.draw import text as drawn_text
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from printing.breaks import OPEN, TIGHT
from printing.setting.guard import Known, replaced
from printing.setting.lines import Line
from printing.setting.measuring import NO_GLYPH, Measured, Run

draw_text = Known(draw, "draw_text", "stream textbox offset_x text_overflow block_ellipsis")
draw_first_line = Known(drawn_text, "draw_first_line", "stream textbox text_overflow block_ellipsis matrix")


def install() -> None:
    replaced(draw_text, _draw_text)
    replaced(draw_first_line, _draw_first_line)


def _draw_text(
    stream: Any, textbox: Any, offset_x: float, text_overflow: str, block_ellipsis: str = "none"
) -> None:
    line, style = textbox.pango_layout, textbox.style
    is_marked = style["text_decoration_line"] != "none"
    if isinstance(line, Line) and is_marked:
        # WeasyPrint asks how thick a line under the text is before it has the text laid out.
        line.reactivate(style)
    if not isinstance(line, Line) or is_marked or text_overflow == "ellipsis" or block_ellipsis != "none":
        draw_text.original(stream, textbox, offset_x, text_overflow, block_ellipsis)
    elif style["visibility"] == "visible" and textbox.text.strip():
        stream.set_color(style["color"])
        stream.begin_text()
        _draw(stream, line, textbox.position_x, textbox.position_y + textbox.baseline)
        stream.end_text()


def _draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> Any:
    """As WeasyPrint's, between the lines under, over and through a text; the pictures among its characters."""
    line, is_cut = textbox.pango_layout, text_overflow == "ellipsis" or block_ellipsis != "none"
    if is_cut or not isinstance(line, Line):
        return draw_first_line.original(stream, textbox, text_overflow, block_ellipsis, matrix)
    if textbox.text.strip():
        _draw(stream, line, textbox.position_x, textbox.position_y + textbox.baseline)
    return []


def _draw(stream: Any, line: Line, x: float, y: float) -> None:
    stream.set_text_matrix(1, 0, 0, -1, x, y)
    # Tc: room after each character, which within words is taken back again.
    if line.gap:
        stream.stream.append(f"{line.gap:.5f} Tc".encode())
    for run in line.of.runs:
        start, end = max(run.start, line.start), min(run.end, line.end)
        if start < end:
            font, size = stream.add_font(run.font)
            stream.set_font_size(font.hash, size)
            stream.show_text(_shown(stream, line, run, start, end, font, size))
    if line.gap:
        stream.stream.append(b"0 Tc")


def _shown(stream: Any, line: Line, run: Run, start: int, end: int, font: Any, size: float) -> str:
    """The glyphs from character `start` to `end` as a PDF shows them: <0a3f>-120<0b11>…"""
    of = line.of
    # A head that is repeated is drawn from the same measure, and perhaps by a fresh record of the face.
    if (
        not {*of.glyphs[start:end], NO_GLYPH} - {NO_GLYPH} <= font.to_unicode.keys()
        or "" in of.codes[start:end]
    ):
        _encode(stream, of, run, start, end, font, size)
    codes = of.codes[start:end]
    for index, room in line.squeezed.items():
        if start <= index < end:
            codes[index - start] += f">{room * 1000 / size:.2f}<"
    if line.gap:
        _space(codes, line, start, end, 1000 / size)
    # Numbers that meet stay two numbers.
    return f"<{''.join(codes)}>".replace("<>", " ")


def _space(codes: list[str], line: Line, start: int, end: int, scale: float) -> None:
    """Take the gap back before each character that is joined to the one before it; widen those that are open."""
    rooms = (TIGHT, line.gap), (OPEN, -line.opened)
    for kind, room in rooms:
        index = line.of.joints.find(kind, start + 1, end) if room else -1
        while index >= 0:
            if line.of.glyphs[index - 1] != NO_GLYPH:
                codes[index - 1 - start] += f">{room * scale:.2f}<"
            index = line.of.joints.find(kind, index + 1, end)


def _encode(stream: Any, of: Measured, run: Run, start: int, end: int, font: Any, size: float) -> None:
    """Write down what shows each character, and tell the font which glyphs it needs and what they stand for."""
    scale = 1000 * FROM_UNITS / size
    for index in range(start, end):
        glyph = of.glyphs[index]
        if glyph == NO_GLYPH:
            continue
        if glyph not in font.to_unicode:
            font.to_unicode[glyph] = _stands_for(of, index, run.end)
        natural = _natural_width(stream, font, run.font, glyph, size)
        shift = of.shifts[index] * scale
        width = (of.edges[index + 1] - of.edges[index]) * scale
        rest = natural + shift - width
        before = f">{-shift:.2f}<" if shift else ""
        after = f">{rest:.2f}<" if abs(rest) >= 0.5 else ""
        of.codes[index] = f"{before}{glyph:04x}{after}"


def _stands_for(of: Measured, index: int, end: int) -> str:
    """The characters that one glyph prints: its own and those after it that have none."""
    last = index + 1
    while last < end and of.glyphs[last] == NO_GLYPH and of.edges[last] == of.edges[last + 1]:
        last += 1
    return of.text[index:last]


def _natural_width(stream: Any, font: Any, pango_font: Any, glyph: int, size: float) -> int:
    """The glyph's own width in thousandths of an em."""
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(pango_font, glyph, ffi.NULL, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    return int(font.widths[glyph])
