"""Where the faces lie on this machine."""

import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from unicodedata import category

import uharfbuzz
from django.utils.translation import gettext as _
from fontTools.ttLib import woff2

from printing.errors import MissingFontError
from printing.faces.blanks import with_blank
from printing.faces.catalogue import Face

# What a private code point looks like is a matter of each face; no face's answer is the author's.
PRIVATE = "Co"

PROJECT = Path(__file__).resolve().parents[2]
# What scripts/print-faces fetches; what the site serves; where Debian's texlive-lang-chinese puts its faces.
FOLDERS = (
    PROJECT / ".faces",
    PROJECT / "static" / "fonts",
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
)


def whole(face: Face) -> uharfbuzz.Face:
    """The face as it is installed. Raises MissingFontError."""
    return (
        _opened(*locate(face.source, face.package, face.style)) if face.package else _opened(_found(face), 0)
    )


def is_installed(face: Face) -> bool:
    try:
        whole(face)
    except MissingFontError:
        return False
    return True


@cache
def characters(face: Face) -> frozenset[int]:
    """The code points that a face can print; none where it is not installed but may be stood in for."""
    if face.stand_in and not is_installed(face):
        return frozenset()
    return frozenset(whole(face).unicodes)


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


def printable_elsewhere(char: str) -> bool:
    """Whether some other installed face has the character; WeasyPrint falls back to it by itself."""
    return category(char) != PRIVATE and bool(_fontconfig(f":charset={ord(char):x}", "family"))


def _found(face: Face) -> str:
    for folder in FOLDERS:
        if (folder / face.source).is_file():
            return str(folder / face.source)
    raise MissingFontError(
        _("没有找到字体文件 %(file)s，请先运行 scripts/print-faces") % {"file": face.source}
    )


@cache
def _opened(path: str, index: int) -> uharfbuzz.Face:
    if not path.endswith(".woff2"):
        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path), index)
    unpacked = BytesIO()
    woff2.decompress(path, unpacked)
    return uharfbuzz.Face(uharfbuzz.Blob(with_blank(unpacked.getvalue())))


def _fontconfig(pattern: str, wanted: str, *, as_format: bool = False) -> Iterable[str]:
    program = shutil.which("fc-list")
    if program is None:
        raise MissingFontError(_("没有安装软件包 fontconfig，找不到字体"))
    arguments = ["--format", wanted, pattern] if as_format else [pattern, wanted]
    # The pattern is made here, of names in the catalogue and of a code point.
    answer = subprocess.run([program, *arguments], capture_output=True, text=True, check=True)  # noqa: S603
    return answer.stdout.splitlines()
