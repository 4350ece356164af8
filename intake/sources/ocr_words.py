"""The words that tesseract recognised on a page, as the glyphs that the reading order is found from."""

import statistics
from collections import defaultdict
from collections.abc import Iterable

from intake.sources.pdf_glyphs import Glyph

# Lines whose height differs less than this from the page's usual one are of its size.
_SAME_SIZE = 0.25
_WORD_LEVEL = "5"


def glyphs_of_words(rows: Iterable[dict[str, str]], scale: float) -> list[Glyph]:
    """The words of a TSV table by tesseract; `scale` is points of the paper a point of the picture.

    The words of a line get one height, and lines of about the usual height get that: the boxes that OCR
    draws are as high as their ink.
    """
    lines: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if row.get("level") == _WORD_LEVEL and (row.get("text") or "").strip():
            lines[row["block_num"], row["par_num"], row["line_num"]].append(row)
    heights = {key: max(float(word["height"]) for word in words) * scale for key, words in lines.items()}
    usual = statistics.median(heights[key] for key, words in lines.items() for _ in words) if lines else 0
    glyphs: list[Glyph] = []
    for key, words in lines.items():
        size = heights[key]
        if abs(size - usual) <= _SAME_SIZE * usual:
            size = usual
        middle = statistics.median(float(w["top"]) + float(w["height"]) / 2 for w in words) * scale
        glyphs += [_glyph(word, scale, middle, size) for word in words]
    return glyphs


def _glyph(word: dict[str, str], scale: float, middle: float, size: float) -> Glyph:
    x0, width = float(word["left"]) * scale, float(word["width"]) * scale
    return Glyph(
        text=word["text"].strip(),
        x0=x0,
        x1=x0 + width,
        top=middle - size / 2,
        bottom=middle + size / 2,
        size=size,
        confidence=float(word["conf"]),
    )
