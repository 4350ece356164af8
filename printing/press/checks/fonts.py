"""All faces are in the file, cut to what is printed, and every character has its glyph."""

import re
from collections.abc import Iterator

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import Name

from printing.press.examined import Examined
from printing.press.finding import Finding

CUT = re.compile(r"[A-Z]{6}\+")
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts(issue: Examined) -> Iterator[Finding]:
    found = dict(_embedded(issue.file))
    missing = sorted(name for name, there in found.items() if not there)
    whole = sorted(name for name, there in found.items() if there and not CUT.match(name))
    for name in missing:
        yield Finding("fonts", "error", _("字体没有嵌入：%(name)s") % {"name": name})
    for name in whole:
        yield Finding("fonts", "warn", _("字体整个嵌入，没有取子集：%(name)s") % {"name": name})
    if not missing and not whole:
        names = "、".join(sorted({CUT.sub("", name) for name in found}))
        yield Finding("fonts", "ok", _("字体都已嵌入并取子集：%(names)s") % {"names": names or _("无")})
    yield from _characters(issue)


def _characters(issue: Examined) -> Iterator[Finding]:
    lacking = [page for page in issue.pages if page.seen.boxes]
    for page in lacking:
        told = {"boxes": page.seen.boxes}
        yield Finding("characters", "error", _("有 %(boxes)d 个字没有字形，会印成空框") % told, page.number)
    for warning in issue.text.warnings:
        yield Finding("characters", "warn", warning)
    if not lacking and not issue.text.warnings:
        yield Finding("characters", "ok", _("没有缺字，也没有用其他字体代印的字"))


def _embedded(file: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    """The name of each font, and whether it is in the file; Type 3 fonts are drawn in the file itself."""
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.Font and "/Subtype" in thing:
            if thing.Subtype in {Name.Type3, Name.CIDFontType0, Name.CIDFontType2}:
                continue
            own = thing.DescendantFonts[0] if thing.Subtype == Name.Type0 else thing
            descriptor = own.get("/FontDescriptor", pikepdf.Dictionary())
            yield str(thing.get("/BaseFont", "/?"))[1:], any(key in descriptor for key in PROGRAMS)
