"""The face in which the site's name is set: Noto Serif's bold Song, cut to the characters of the name.

A few kilobytes, so that the name looks alike for readers without a Song face. Where the face is not
installed, the reader's own faces are used, and nothing refers to one that does not exist.
"""

from io import BytesIO
from pathlib import Path

from django.conf import settings
from fontTools import subset
from fontTools.ttLib import TTFont

from printing.errors import MissingFontError
from printing.faces import locate

NAME = "fonts/masthead.woff2"
FACE, PACKAGE, STYLE = "Noto Serif CJK SC", "fonts-noto-cjk", "Bold"
# What the sheet says of it. `optional`: a line too slow for it keeps the face that it began with.
RULE = """@font-face {
  font-display: optional;
  font-family: "Masthead";
  font-weight: 700;
  src: url("../fonts/masthead.woff2") format("woff2");
}
"""


def made_path() -> Path:
    return Path(settings.DATA_DIR) / "made" / NAME


def make() -> Path | None:
    """The made file, made anew when the site's name has changed; None without the face."""
    made, note = made_path(), made_path().with_suffix(".txt")
    if made.exists() and note.exists() and note.read_text() == settings.SITE_NAME:
        return made
    try:
        face = cut(settings.SITE_NAME)
    except MissingFontError:
        made.unlink(missing_ok=True)
        return None
    made.parent.mkdir(parents=True, exist_ok=True)
    fresh = made.with_suffix(f".{id(face)}")
    fresh.write_bytes(face)
    fresh.replace(made)
    note.write_text(settings.SITE_NAME)
    return made


def cut(text: str) -> bytes:
    """The face as WOFF2 with the characters of `text` only. Raises MissingFontError without the face."""
    path, index = locate(FACE, PACKAGE, STYLE)
    made = BytesIO()
    with TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(subset.Options(layout_features=[], hinting=False, notdef_outline=True))
        cutter.populate(text=text)
        cutter.subset(font)
        font.flavor = "woff2"
        font.save(made)
    return made.getvalue()
