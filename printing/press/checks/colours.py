"""In the final edition all is in inks, and no place takes more of them than paper bears."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from printing.press.colours import OTHER, RGB
from printing.press.examined import Examined
from printing.press.finding import Finding

# The sum of four inks; on uncoated paper more does not dry.
MOST_INK = 3.0


def colours(issue: Examined) -> Iterator[Finding]:
    if not issue.is_for_press:
        yield Finding("colours", "ok", _("颜色是屏幕用的（付印稿才转成 CMYK）"))
        return
    faults = list(_faults(issue))
    yield from faults
    if not faults:
        yield Finding("colours", "ok", _("颜色全是 CMYK，黑字为单黑；未附色彩特性文件，由印厂按用纸设定"))


def _faults(issue: Examined) -> Iterator[Finding]:
    for page in issue.pages:
        pictured = {picture.colours for picture in page.seen.pictures}
        if RGB in page.seen.spaces:
            yield Finding("colours", "error", _("这一页有 RGB 颜色"), page.number)
        if RGB in pictured:
            yield Finding("colours", "error", _("这一页有 RGB 图片"), page.number)
        if any(sum(inks) > MOST_INK + 0.005 for inks in page.seen.inks):
            yield Finding("colours", "warn", _("这一页有的颜色四色叠加超过 300%，不易干"), page.number)
        if OTHER in pictured:
            yield Finding("colours", "warn", _("这一页有图片不是 RGB、灰度或 CMYK"), page.number)
