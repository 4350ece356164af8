"""Every page of the text has its folio, on the outer side, one higher than the page before."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from printing.press.examined import FOLIO, Examined, PrintedPage
from printing.press.finding import Finding


def folios(issue: Examined) -> Iterator[Finding]:
    faults = list(_faults(issue.body))
    yield from faults
    if not issue.body:
        yield Finding("folios", "warn", _("没有认出页码"))
    elif not faults:
        told = {"first": issue.body[0].folio, "last": issue.body[-1].folio}
        yield Finding(
            "folios", "ok", _("正文第 %(first)d 至 %(last)d 页，页码连续，单页在右，双页在左") % told
        )


def _faults(body: list[PrintedPage]) -> Iterator[Finding]:
    for place, page in enumerate(body):
        due = (body[0].folio or 0) + place
        if page.folio is None and not page.is_blank:
            yield Finding("folios", "error", _("这一页没有页码，应为 %(due)d") % {"due": due}, page.number)
        elif page.folio not in {None, due}:
            told = {"due": due, "folio": page.folio}
            yield Finding("folios", "error", _("页码是 %(folio)d，应为 %(due)d") % told, page.number)
        elif page.folio is not None and not _outside(page):
            yield Finding("folios", "error", _("页码不在外侧：单页应在右，双页应在左"), page.number)


def _outside(page: PrintedPage) -> bool:
    found = next(each for each in page.text if FOLIO.fullmatch(each.plain))
    on_right = (found.left + found.right) / 2 > (page.box[0] + page.box[2]) / 2
    return on_right == bool((page.folio or 0) % 2)
