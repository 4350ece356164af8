"""No character may turn into an empty box."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from printing.errors import MissingGlyphError
from printing.faces import cutting, installed
from printing.faces.catalogue import FACES, SONG

# As much of a paragraph as is needed to find it.
FIRST_WORDS = 12


def substituted(html: str, texts: Iterable[tuple[str, str]], families: Sequence[str] = (SONG,)) -> list[str]:
    """Messages on the characters that are printed in a face of another style than `families`, which are used.

    `html` is all that is printed; `texts` are its records' texts with their titles, so that a message can say
    where. Raises MissingGlyphError for a character that no installed face has.
    """
    places = list(texts)
    missing = cutting.missing(html)
    lost = [_described(char, places) for char in missing if not installed.printable_elsewhere(char)]
    if lost:
        raise MissingGlyphError(_("没有字体可以印出：%(characters)s") % {"characters": "；".join(lost)})
    others = {each.char for each in cutting.substituted(html) if each.family in families}
    replaced = [_described(char, places) for char in sorted({*missing, *others})]
    messages = [_("用其他字体代印：%(character)s") % {"character": each} for each in replaced]
    return [*_absent(families), *messages]


def _absent(families: Sequence[str]) -> list[str]:
    used = [face for face in FACES if face.family in families and face.stand_in]
    return [cutting.absence(face) for face in used if not installed.is_installed(face)]


def _described(char: str, places: Iterable[tuple[str, str]]) -> str:
    """“䶮”（U+4DAE，见《关于……的通知》“各县市人民政府……”）."""
    found = dict.fromkeys((title, _line(char, text)) for title, text in places if char in text)
    where = "、".join(f"《{title}》“{line}”" for title, line in found) or _("封面或目录")
    return _("“%(char)s”（U+%(code)04X，见%(where)s）") % {"char": char, "code": ord(char), "where": where}


def _line(char: str, text: str) -> str:
    """The first words of the paragraph in which a character stands."""
    line = next(line for line in text.split("\n") if char in line).strip()
    return line if len(line) <= FIRST_WORDS else f"{line[:FIRST_WORDS]}……"
