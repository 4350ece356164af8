"""Where a line of Chinese may break; what Pango does not know by itself."""

import re
from math import ceil
from unicodedata import east_asian_width

ZERO_WIDTH_SPACE = "\u200b"
OPENING = "（《〈【〔“‘"
CLOSING = "，。、；：？！）》〉】〕”’…—"

# Not after another opening mark, nor before a closing one: neither may stand alone at the line's edge.
BEFORE_QUOTE = re.compile(rf"(?<=[^{OPENING}\s])(?=[“‘])")
AFTER_QUOTE = re.compile(rf"(?<=[”’])(?=[^{CLOSING}\s])")


def breakable(text: str) -> str:
    """The text with leave to break a line outside quotation marks."""
    return AFTER_QUOTE.sub(ZERO_WIDTH_SPACE, BEFORE_QUOTE.sub(ZERO_WIDTH_SPACE, text))


def measure(text: str, longest: int) -> int:
    """The width, in characters, at which a title's lines come out about equally long."""
    length = sum(1 if east_asian_width(char) in "WFA" else 0.55 for char in text)
    lines = ceil(length / longest) or 1
    # One more than the share, for the mark or word that may not be parted.
    return min(ceil(length / lines) + 1, longest) if lines > 1 else longest
