"""What is mended in a face that was cut: its height, the dash, quotation marks."""

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

# The square of a Chinese character over and under the line, in parts of an em.
ABOVE, BELOW = 0.88, 0.12
DASH = 0x2014
OPENING = "“‘"


def level(font: TTFont) -> None:
    """Let a face reach one em in all, whatever it said.

    Else a line with a word in another face would be higher than its neighbours, and the lines of two columns
    would no longer stand level.
    """
    above, below = round(font["head"].unitsPerEm * ABOVE), round(font["head"].unitsPerEm * BELOW)
    head, windows = font["hhea"], font["OS/2"]
    head.ascent, head.descent, head.lineGap = above, -below, 0
    windows.sTypoAscender, windows.sTypoDescender, windows.sTypoLineGap = above, -below, 0
    windows.usWinAscent, windows.usWinDescent = above, below


def lengthen_dashes(font: TTFont, single: int, double: int) -> None:
    """Print 破折号 as one line of two ems (GB/T 15834-2011, 5.1.5), by the glyphs of these numbers.

    Noto has them, and uses Latin ones of 0.9 em unless all letters are to be of full width.
    """
    one, two = font.getGlyphName(single), font.getGlyphName(double)
    for table in font["cmap"].tables:
        if DASH in table.cmap:
            table.cmap[DASH] = one
    addOpenTypeFeaturesFromString(
        font, f"feature ccmp {{ sub {one} {one} by {two}; }} ccmp;", tables=["GSUB"]
    )


def widen(font: TTFont, marks: str) -> None:
    """Give quotation marks the em of Chinese ones: blank before an opening one, after a closing one."""
    names, em = font.getBestCmap(), font["head"].unitsPerEm
    for mark in marks:
        name = names.get(ord(mark))
        if name is None:
            continue
        advance, bearing = font["hmtx"][name]
        moved = em - advance if mark in OPENING else 0
        glyph = font["glyf"][name]
        glyph.coordinates.translate((moved, 0))
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = em, bearing + moved
