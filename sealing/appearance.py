"""What a signature looks like on the page: two small lines in the bottom margin, where no text stands."""

from functools import lru_cache
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.font.api import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.stamp import TextStampStyle

from printing.faces import faces_for
from printing.faces.catalogue import KAI_FILE
from sealing.certificate import Seal

MM = 72 / 25.4
# Millimetres: how far above the page's edge, how wide at most, how high, how far from the sides.
_ABOVE, _WIDEST, _HIGH, _ASIDE = 5, 130, 9, 12
_SIZE = 8
# A long serial number would widen the lines; its beginning tells certificates apart.
_SERIAL = 20


def wording(seal: Seal) -> str:
    """Who signs, when, with which certificate; an invitation to verify, not a picture of a seal."""
    at = date_format(timezone.localtime(), "Y-m-d H:i")
    serial = seal.serial if len(seal.serial) <= _SERIAL else f"{seal.serial[:_SERIAL]}…"
    first = _("电子签名：%(name)s　%(at)s") % {"name": seal.name, "at": at}
    return f"{first}\n" + _("证书序列号：%(serial)s") % {"serial": serial}


def style_of(text: str) -> TextStampStyle:
    """The lines in a face that is embedded, cut to them, as PDF/A asks."""
    face = _Face(_cut(text))
    centred = SimpleBoxLayoutRule(
        x_align=AxisAlignment.ALIGN_MID,
        y_align=AxisAlignment.ALIGN_MID,
        margins=Margins.uniform(0),
        inner_content_scaling=InnerScaling.SHRINK_TO_FIT,
    )
    lines = TextBoxStyle(font=face, font_size=_SIZE, leading=_SIZE + 3, text_color=(0.2, 0.2, 0.2))
    # In a template of pyHanko's % begins a name.
    template = text.replace("%", "%%")
    return TextStampStyle(
        border_width=0, text_box_style=lines, inner_content_layout=centred, stamp_text=template
    )


def box_on(width: float, height: float, left: float = 0, bottom: float = 0) -> tuple[int, int, int, int]:
    """Where the lines stand on a page of this size (points), in the middle of its bottom margin."""
    wide = min(_WIDEST * MM, width - 2 * _ASIDE * MM)
    start = left + (width - wide) / 2
    low = bottom + min(_ABOVE * MM, height / 20)
    return round(start), round(low), round(start + wide), round(low + _HIGH * MM)


@lru_cache(maxsize=4)
def _cut(text: str) -> bytes:
    """The face for a text: the editions of an issue, signed one after the other, mostly bear the same minute."""
    return faces_for(text).files[KAI_FILE]


class _Face(FontEngineFactory):
    """A face from memory: pyHanko's own factory wants a path."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def create_font_engine(self, writer: Any, obj_stream: Any = None) -> GlyphAccumulator:
        return GlyphAccumulator(writer, BytesIO(self.data), _SIZE, obj_stream=obj_stream)
