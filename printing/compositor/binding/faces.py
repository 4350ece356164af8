"""A face in the PDF: one program, one list of widths, one list of what each glyph says."""

from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from printing.compositor.sheets import Program, Used

_FIXED_PITCH = 1
# What a CMap may list at once (Adobe Technical Note 5014).
_AT_ONCE = 100
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{lists}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def embedded(pdf: pikepdf.Pdf, name: str, program: Program, used: Used) -> pikepdf.Object:
    """The font dictionary for a face (ISO 32000-1, 9.7: composite fonts); codes are glyph numbers."""
    base = Name(f"/{program.name}")
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0 if program.cff else Name.CIDFontType2,
        BaseFont=base,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        DW=1000,
        W=_widths(used.widths),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, base, program, used)),
    )
    if not program.cff:
        descendant.CIDToGIDMap = Name.Identity
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=base,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pikepdf.Stream(pdf, _to_unicode(used.letters).encode()),
        )
    )


def _descriptor(pdf: pikepdf.Pdf, base: Name, program: Program, used: Used) -> Dictionary:
    widths = set(used.widths.values())
    made = Dictionary(
        Type=Name.FontDescriptor,
        FontName=base,
        FontFamily=String(program.family),
        Flags=program.flags + (_FIXED_PITCH if len(widths) == 1 and len(used.widths) > 1 else 0),
        FontBBox=Array([0, program.descent, max(widths, default=0), program.ascent]),
        ItalicAngle=program.slant,
        Ascent=program.ascent,
        Descent=program.descent,
        CapHeight=program.ascent,
        StemV=program.stem,
    )
    if program.cff:
        made.FontFile3 = pikepdf.Stream(pdf, program.data, Subtype=Name.CIDFontType0C)
    else:
        made.FontFile2 = pikepdf.Stream(pdf, program.data, Length1=len(program.data))
    return made


def _widths(widths: dict[int, float]) -> Array:
    """Widths by glyph, but for those of one em, which are most; neighbours together."""
    made: list[int | Array] = []
    last = -2
    for glyph in sorted(glyph for glyph, width in widths.items() if width != 1000):
        if glyph != last + 1:
            made += [glyph, Array()]
        made[-1].append(widths[glyph])  # type: ignore[union-attr]
        last = glyph
    return Array(made)


def _to_unicode(letters: dict[int, str]) -> str:
    lines = [
        f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(letters.items()) if text
    ]
    return _CMAP.format(lists="".join(_lists(lines)))


def _lists(lines: list[str]) -> Iterable[str]:
    for first in range(0, len(lines), _AT_ONCE):
        some = lines[first : first + _AT_ONCE]
        yield "\n".join([f"{len(some)} beginbfchar", *some, "endbfchar\n"])
