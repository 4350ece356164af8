"""A paragraph shaped once: how wide each of its characters is, and where its lines may end.

WeasyPrint has Pango shape the rest of the paragraph for every line, each line again, and all of it three times
where there are columns. The widths do not change between these; a line is a matter of adding them up.
"""

from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, line_size

from printing.breaks import breaks, joints

# Words of 32 bits in Pango's description of a glyph: which, its width, its shifts, its flags.
GLYPH_WORDS = 5
NO_GLYPH = -1


@dataclass(slots=True)
class Run:
    """Neighbouring characters in one face; `font` is Pango's."""

    start: int
    end: int
    font: Any


@dataclass(slots=True)
class Measured:
    """A paragraph's characters as they are set in one line without end; lengths in Pango units (1/1024 px).

    `edges[i]` is where character i begins and `edges[-1]` where the last ends; `bytes_at` likewise in the bytes
    of the text; `glyphs[i]` is its glyph or NO_GLYPH, `shifts[i]` how far it is moved from its place. A line may
    end before character i as `ends[i]` says, and be spaced out before it where `joints[i]` is 1.
    """

    text: str
    edges: "array[int]"
    bytes_at: "array[int]"
    ends: bytes
    joints: bytes
    glyphs: "array[int]"
    shifts: "array[int]"
    runs: list[Run]
    height: float
    baseline: float
    # Keeps the faces alive that the runs point to.
    layout: Any
    # What drawing makes of the characters, once they are drawn.
    codes: list[str]


def measured(text: str, style: Any) -> Measured | None:
    """A paragraph without line feeds, measured; None for what is not set character by character: right-to-left
    or stacked letters, pictures, characters without a glyph."""
    layout = Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    _, height = line_size(line, style)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    bytes_at = array("i", accumulate(map(_utf8_length, text), initial=0))
    at_byte = {at: index for index, at in enumerate(bytes_at)}
    widths, shifts = array("i", bytes(4 * len(text))), array("i", bytes(4 * len(text)))
    glyphs = array("i", [NO_GLYPH]) * len(text)
    runs: list[Run] = []
    item = line.runs
    while item != ffi.NULL:
        run = _read(item.data, at_byte, widths, glyphs, shifts)
        if run is None:
            return None
        runs.append(run)
        item = item.next
    edges = array("q", accumulate(widths, initial=0))
    return Measured(
        text,
        edges,
        bytes_at,
        breaks(text),
        joints(text),
        glyphs,
        shifts,
        runs,
        height,
        baseline,
        layout,
        [""] * len(text),
    )


def _read(
    item: Any, at_byte: dict[int, int], widths: "array[int]", glyphs: "array[int]", shifts: "array[int]"
) -> Run | None:
    """Write down the glyphs of one of Pango's runs; None where it is not one after the other, left to right."""
    string, start = item.glyphs, item.item.offset
    count = string.num_glyphs
    words = array("i")
    words.frombytes(ffi.buffer(string.glyphs, count * GLYPH_WORDS * words.itemsize))
    clusters = ffi.unpack(string.log_clusters, count)
    which, raised = words[0::GLYPH_WORDS], words[3::GLYPH_WORDS]
    if item.item.analysis.level % 2 or any(raised) or len(set(clusters)) < count:
        return None
    if any(glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG for glyph in which):
        return None
    for glyph, width, shift, cluster in zip(
        which, words[1::GLYPH_WORDS], words[2::GLYPH_WORDS], clusters, strict=True
    ):
        index = at_byte[start + cluster]
        widths[index], shifts[index] = width, shift
        glyphs[index] = NO_GLYPH if glyph == pango.PANGO_GLYPH_EMPTY else glyph
    return Run(at_byte[start], at_byte[start + item.item.length], item.item.analysis.font)


def _utf8_length(char: str) -> int:
    code = ord(char)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
