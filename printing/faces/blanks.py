"""The blank between words, for faces that have letters alone.

The site's subsets leave the blank to the face of the page. Pango sets it in the face of the word before it, and prints
a box where that one has none.
"""

from io import BytesIO

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

BLANK, BLANK_THAT_HOLDS = 0x20, 0xA0
# As wide as in most faces, in parts of an em.
WIDTH = 0.25
NAME = "space"


def with_blank(face: bytes) -> bytes:
    """A TrueType face that has a blank, whether it had one or not."""
    with TTFont(BytesIO(face), recalcTimestamp=False) as font:
        if BLANK in font.getBestCmap():
            return face
        font["glyf"][NAME] = Glyph()
        font["hmtx"][NAME] = (round(font["head"].unitsPerEm * WIDTH), 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap |= dict.fromkeys((BLANK, BLANK_THAT_HOLDS), NAME)
        made = BytesIO()
        font.save(made)
    return made.getvalue()
