"""No character may turn into an empty box."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from printing import fonts
from printing.errors import MissingGlyphError


def substituted(html: str, texts: Iterable[tuple[str, str]]) -> list[str]:
    """Messages on the characters that are printed in a face of another style.

    `texts` are the documents' texts with their titles, so that a message can say where. A character that
    no installed face has is an error.
    """
    lacking = sorted(fonts.without_glyph(html))
    if not lacking:
        return []
    places = list(texts)
    lost = [_described(char, places) for char in lacking if not fonts.printable_elsewhere(char)]
    if lost:
        raise MissingGlyphError(_("没有字体可以印出：%(characters)s") % {"characters": "；".join(lost)})
    return [_("用其他字体代印：%(character)s") % {"character": _described(char, places)} for char in lacking]


def _described(char: str, places: Iterable[tuple[str, str]]) -> str:
    """“䶮”（U+4DAE，见《关于……的通知》）."""
    titles = dict.fromkeys(title for title, text in places if char in text)
    where = "".join(f"《{title}》" for title in titles) or _("封面或目录")
    return _("“%(char)s”（U+%(code)04X，见%(where)s）") % {"char": char, "code": ord(char), "where": where}
