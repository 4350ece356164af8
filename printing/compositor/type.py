"""The faces that one process has before it, what each sheet uses of them, and the program that a PDF embeds."""

from typing import Any

from weasyprint.pdf import fonts
from weasyprint.text.fonts import get_pango_font_key

from printing.compositor.cff import table, with_plain_charset
from printing.compositor.sheets import Program, Used


class Type:
    """All faces by WeasyPrint's name for them, which is the same in every process."""

    def __init__(self) -> None:
        self._by_key: dict[int, fonts.Font] = {}

    def face(self, pango_font: Any) -> tuple[fonts.Font, float]:
        """A face and the size in which it is used."""
        key, description, size = get_pango_font_key(pango_font)
        if key not in self._by_key:
            self._by_key[key] = _font(pango_font, description, size)
        return self._by_key[key], size

    def begin(self) -> None:
        """Forget what has been used; a sheet tells for itself."""
        for font in self._by_key.values():
            font.to_unicode, font.widths, font.missing = {}, {}, {}

    def used(self) -> dict[str, Used]:
        """What has been used since, by the names that contents have for the faces."""
        made: dict[str, Used] = {}
        for font in self._by_key.values():
            if font.to_unicode:
                use = made.setdefault(font.hash, Used())
                use.letters |= font.to_unicode
                use.widths |= font.widths
        return made

    def program(self, name: str, glyphs: list[int]) -> Program:
        """A face cut to some glyphs, which keep their numbers."""
        font = next(font for font in self._by_key.values() if font.hash == name)
        font.file_content = b""
        font.clean(dict.fromkeys(glyphs, ""), hinting=False)
        cff = font.type == "otf"
        return Program(
            font.name.decode()[1:],
            font.family,
            with_plain_charset(table(font.file_content, b"CFF ")) if cff else font.file_content,
            cff,
            font.flags,
            font.ascent,
            font.descent,
            font.italic_angle,
            font.stemv,
        )


def _font(pango_font: Any, description: Any, size: float) -> fonts.Font:
    """WeasyPrint's record of a face, without a copy of the file, which may have 20 MB."""
    copying, fonts.get_hb_object_data = fonts.get_hb_object_data, lambda face: b""
    try:
        return fonts.Font(pango_font, description, size)
    finally:
        fonts.get_hb_object_data = copying
