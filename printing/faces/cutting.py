"""The faces cut to a text: of some 150 MB, the few hundred kilobytes that one issue needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from unicodedata import category

import uharfbuzz
from django.utils.translation import gettext as _
from fontTools.ttLib import TTFont

from printing.faces import installed, mending
from printing.faces.catalogue import FACES, Face
from printing.faces.installed import PRIVATE, is_installed, whole
from printing.faces.squeezing import MEASURED_BY, squeezed
from printing.manuscript import STYLE_DIR

# Controls, formatting marks and variation selectors have no glyph of their own.
GLYPHLESS = {"Cc", "Cf", "Zl", "Zp", "Zs", "Mn"}
# Chinese is set as its characters stand, one beside the other.
CHINESE_FEATURES = ("mark", "mkmk")


@dataclass(frozen=True)
class Substituted:
    """A character that `family` lacks and the face of another style prints."""

    char: str
    family: str


@dataclass(frozen=True)
class Faces:
    """The faces for one text: font files by the names that `faces.css` asks for, and what they lack.

    `missing` are characters that no face of the project has; some other face of the machine may.
    """

    files: Mapping[str, bytes]
    missing: tuple[str, ...] = ()
    substituted: tuple[Substituted, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def faces_for(text: str) -> Faces:
    """All faces of the catalogue, cut to the characters of a text (markup does no harm) and of the style sheets.

    The same text gives the same bytes. Takes some 0.4 s for an issue. Raises MissingFontError for a face that
    is not installed and that none stands in for.
    """
    wanted = frozenset(text) | _of_the_sheets()
    files = {face.file: _cut(face, wanted) for face in FACES if not face.stand_in or is_installed(face)}
    absent = [face for face in FACES if face.file not in files]
    files |= {face.file: files[face.stand_in] for face in absent}
    return Faces(files, missing(text), substituted(text), tuple(absence(face) for face in absent))


def missing(text: str) -> tuple[str, ...]:
    """The characters of a text that no face of the catalogue can print; private ones never can be."""
    known = frozenset[int]().union(*(installed.characters(face) for face in FACES))
    return tuple(sorted(char for char in set(text) if _has_glyph(char) and not _printable(char, known)))


def substituted(text: str) -> tuple[Substituted, ...]:
    # The letters of another script are no substitutes in the face that is made for them.
    foreign = frozenset[int]().union(*(installed.characters(face) for face in FACES if not face.chinese))
    lost = set(missing(text))
    printed = sorted(char for char in set(text) - lost if _has_glyph(char) and ord(char) not in foreign)
    return tuple(
        Substituted(char, family)
        for family, known in _families().items()
        for char in printed
        if ord(char) not in known
    )


@cache
def _families() -> dict[str, frozenset[int]]:
    """What each Chinese family has."""
    return {face.family: installed.characters(face) for face in FACES if face.chinese and is_installed(face)}


def _has_glyph(char: str) -> bool:
    return category(char) not in GLYPHLESS


def _printable(char: str, known: frozenset[int]) -> bool:
    return ord(char) in known and category(char) != PRIVATE


@cache
def _of_the_sheets() -> frozenset[str]:
    """What the style sheets themselves print: folios, leaders, the watermark."""
    sheets = "".join(path.read_text() for path in STYLE_DIR.glob("*.css"))
    return frozenset(sheets) | frozenset(map(chr, range(0x20, 0x7F))) | frozenset(MEASURED_BY)


def _cut(face: Face, wanted: frozenset[str]) -> bytes:
    installed_face, order = whole(face), uharfbuzz.SubsetInput()
    order.unicode_set.update(map(ord, wanted))
    order.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    if face.chinese:
        features = order.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG)
        features.clear()
        features.update(int.from_bytes(name.encode()) for name in CHINESE_FEATURES)
    dashes = _chinese_dashes(installed_face) if face.latin_dash else ()
    order.glyph_set.update(dashes)
    plan = uharfbuzz.SubsetPlan(installed_face, order)
    renumbered = plan.old_to_new_glyph_mapping
    mended = _mended(bytes(plan.execute().blob.data), face, [renumbered[dash] for dash in dashes])
    return squeezed(mended) if face.chinese else mended


def _chinese_dashes(face: uharfbuzz.Face) -> tuple[int, int]:
    """The glyphs of a dash of one em and of two, which the face has for letters of full width."""
    found = []
    for text in ("—", "——"):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(uharfbuzz.Font(face), buffer, {"fwid": True})
        found.append(buffer.glyph_infos[0].codepoint)
    return found[0], found[1]


def _mended(made: bytes, face: Face, dashes: Sequence[int]) -> bytes:
    mended = BytesIO()
    with TTFont(BytesIO(made), lazy=True, recalcTimestamp=False, recalcBBoxes=False) as font:
        mending.level(font)
        if dashes:
            mending.lengthen_dashes(font, *dashes)
        mending.widen(font, face.narrow)
        font.save(mended)
    return mended.getvalue()


def absence(face: Face) -> str:
    """What an editor is told of a face that is stood in for."""
    return _("没有安装仿宋字体 %(file)s，仿宋以楷体代印；运行 scripts/print-faces 可补装") % {
        "file": face.source
    }
