"""How many pages, how large, with which edges."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from printing.press.examined import SAME, Examined, PrintedPage
from printing.press.files import MM
from printing.press.finding import Finding
from printing.press.marks import BLEED

SHEET = 4
# More is slow to send and to rip; as a rule an image is larger than it need be.
LARGE = 50 * 1024 * 1024


def pages(issue: Examined) -> Iterator[Finding]:
    yield _number(len(issue.pages))
    yield from _sizes(issue.pages)
    yield from _edges(issue)
    yield from _blank(issue)
    size = {"size": f"{issue.size / 1024 / 1024:.1f}"}
    if issue.size > LARGE:
        yield Finding("size", "warn", _("文件有 %(size)s MB，偏大") % size)
    else:
        yield Finding("size", "ok", _("文件 %(size)s MB") % size)


def _number(number: int) -> Finding:
    told = {"pages": number, "more": -number % SHEET}
    if number % 2:
        return Finding(
            "pages", "warn", _("共 %(pages)d 页，是单数；双面印刷末页背面空白，骑马订须补 %(more)d 页") % told
        )
    if number % SHEET:
        return Finding("pages", "warn", _("共 %(pages)d 页，不是 4 的倍数；骑马订须补 %(more)d 页") % told)
    return Finding("pages", "ok", _("共 %(pages)d 页，是 4 的倍数") % told)


def imposed(pages: int, sides: int) -> Finding:
    """How many pages a booklet has, and how many sides of its sheets they fill."""
    told = {"pages": pages, "sides": sides, "more": -pages % SHEET}
    if told["more"]:
        return Finding(
            "pages",
            "warn",
            _("本刊 %(pages)d 页，每面两页，拼成 %(sides)d 面，其中补空白 %(more)d 页") % told,
        )
    return Finding("pages", "ok", _("本刊 %(pages)d 页，每面两页，拼成 %(sides)d 面") % told)


def _sizes(printed: list[PrintedPage]) -> Iterator[Finding]:
    first = _size(printed[0])
    told = {"width": f"{first[0] / MM:.0f}", "height": f"{first[1] / MM:.0f}"}
    other = [page for page in printed if not _alike(_size(page), first)]
    lying = [page for page in other if _alike(_size(page), first[::-1])]
    for page in other:
        if page not in lying:
            yield Finding(
                "sizes",
                "error",
                _("这一页的开本与首页不同，首页是 %(width)s×%(height)s 毫米") % told,
                page.number,
            )
    for page in lying:
        yield Finding("sizes", "warn", _("这一页是横排的，装订时须转向"), page.number)
    if not other:
        yield Finding("sizes", "ok", _("各页开本一致：%(width)s×%(height)s 毫米") % told)


def _edges(issue: Examined) -> Iterator[Finding]:
    if not issue.is_for_press:
        yield Finding("edges", "ok", _("未设出血和裁切标记（付印稿才有）"))
        return
    short = [page.number for page in issue.pages if not _bleeds(issue, page)]
    for number in short:
        yield Finding("edges", "error", _("这一页的出血不足 3 毫米，或裁切框不在纸内"), number)
    if not short:
        yield Finding("edges", "ok", _("各页都有裁切框，出血 3 毫米"))


def _bleeds(issue: Examined, page: PrintedPage) -> bool:
    boxes = issue.file.pages[page.number - 1]
    bleed, media = ([float(edge) for edge in box] for box in (boxes.bleedbox, boxes.mediabox))
    outward = (-1, -1, 1, 1)
    return all(
        way * (beyond - cut) > BLEED - SAME and way * (paper - beyond) > -SAME
        for way, cut, beyond, paper in zip(outward, page.box, bleed, media, strict=True)
    )


def _blank(issue: Examined) -> Iterator[Finding]:
    within = {page.number for page in issue.body}
    for page in issue.pages:
        if page.is_blank and page.number in within:
            yield Finding("blank", "warn", _("正文中有空白页"), page.number)
        elif page.is_blank:
            yield Finding("blank", "ok", _("空白页"), page.number)


def _size(page: PrintedPage) -> tuple[float, float]:
    left, bottom, right, top = page.box
    return right - left, top - bottom


def _alike(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(abs(a - b) < SAME for a, b in zip(one, other, strict=True))
