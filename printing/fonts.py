"""The faces of the print: where they lie, which characters they have, and the one that is cut to size."""

import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from unicodedata import category

from django.utils.translation import gettext as _
from fontTools import subset
from fontTools.ttLib import TTFont

from printing.errors import MissingFontError

# The names by which printing/style/issue.css calls them, and the Debian packages that bring them.
TEXT_FACES = {"Noto Serif CJK SC": "fonts-noto-cjk", "Noto Sans CJK SC": "fonts-noto-cjk"}
KAI_FACE = "LXGW WenKai"
KAI_PACKAGE = "fonts-lxgw-wenkai"

# Controls, formatting marks and variation selectors have no glyph of their own.
GLYPHLESS = {"Cc", "Cf", "Zl", "Zp", "Zs", "Mn"}
# What a private code point looks like is a matter of each face; no face's answer is the author's.
PRIVATE = "Co"


def without_glyph(text: str) -> set[str]:
    """The characters of a text that the text faces lack."""
    known = frozenset[int]().union(*(_characters(family) for family in TEXT_FACES))
    return {
        char
        for char in set(text)
        if (ord(char) not in known and category(char) not in GLYPHLESS) or category(char) == PRIVATE
    }


def printable_elsewhere(char: str) -> bool:
    """Whether some other installed face has the character; WeasyPrint falls back to it by itself."""
    return category(char) != PRIVATE and bool(_fontconfig(f":charset={ord(char):x}", "family"))


@cache
def locate(family: str, package: str, style: str = "Regular") -> tuple[str, int]:
    """The file of a face and its number in that file. Raises MissingFontError where it is not installed."""
    for line in _fontconfig(f"{family}:style={style}", "%{file}\t%{index}\t%{family}\n", as_format=True):
        path, index, families = line.split("\t")
        if family in families.split(","):
            # Fontconfig keeps the named instance of a variable font in the upper half.
            return path, int(index) & 0xFFFF
    raise MissingFontError(
        _("没有安装字体“%(family)s”，请先安装软件包 %(package)s") % {"family": family, "package": package}
    )


def kai(text: str) -> bytes:
    """The 楷体 face with the characters of `text` only.

    From about a thousand characters on, WeasyPrint fails to cut this face to size and embeds all 10 MB.
    """
    path, index = locate(KAI_FACE, KAI_PACKAGE)
    made = BytesIO()
    with TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(subset.Options(layout_features=[], hinting=False, notdef_outline=True))
        cutter.populate(text=text)
        cutter.subset(font)
        font.save(made)
    return made.getvalue()


@cache
def _characters(family: str) -> frozenset[int]:
    path, index = locate(family, TEXT_FACES[family])
    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _fontconfig(pattern: str, wanted: str, *, as_format: bool = False) -> Iterable[str]:
    program = shutil.which("fc-list")
    if program is None:
        raise MissingFontError(_("没有安装软件包 fontconfig，找不到字体"))
    arguments = ["--format", wanted, pattern] if as_format else [pattern, wanted]
    # The pattern is made here, of names in this file and of a code point.
    answer = subprocess.run([program, *arguments], capture_output=True, text=True, check=True)  # noqa: S603
    return answer.stdout.splitlines()
