"""The address of a page as a QR code, which leads from its print on paper back to it."""

from functools import lru_cache

import segno
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=1000)
def qr_code(address: str) -> SafeString:
    """An SVG within the page: black on white, with the quiet zone of ISO/IEC 18004, without style attributes."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(
        border=4, svgclass="qr-image", lineclass=None, omitsize=True, dark="#000", light="#fff"
    )
    return mark_safe(drawn)  # noqa: S308 (drawn by segno from figures alone)
