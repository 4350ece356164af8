"""Images have enough pixels for the size at which they are printed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from printing.press.examined import Examined
from printing.press.finding import Finding
from printing.press.looking import Pictured

# Pixels to an inch: what a press wants, and what anyone sees is too little.
WANTED, LEAST = 300, 150


def pictures(issue: Examined) -> Iterator[Finding]:
    found = [(page.number, picture) for page in issue.pages for picture in page.seen.pictures]
    # What is 299.7 by rounding is 300.
    coarse = [(number, picture) for number, picture in found if round(picture.dpi) < WANTED]
    for number, picture in coarse:
        yield _coarse(number, picture)
    if not found:
        yield Finding("pictures", "ok", _("没有图片"))
    elif not coarse:
        yield Finding("pictures", "ok", _("图片 %(number)d 幅，都不低于 300 dpi") % {"number": len(found)})


def _coarse(number: int, picture: Pictured) -> Finding:
    told = {"width": picture.width, "height": picture.height, "dpi": int(picture.dpi)}
    said = _("图片 %(width)d×%(height)d 像素，印出来只有 %(dpi)d dpi，应有 300 dpi") % told
    return Finding("pictures", "error" if round(picture.dpi) < LEAST else "warn", said, number)
