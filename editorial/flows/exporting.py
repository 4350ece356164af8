"""What staff do with exports: ask for one, end it, try again; a draft stays inside the house."""

from collections.abc import Callable
from contextlib import suppress

from django.contrib.auth.models import User
from django.db import IntegrityError
from django.utils.translation import gettext as _

from editorial.errors import NotAllowed
from gazette.models import Issue
from printing import jobs
from printing.cleaning import remove_old
from printing.models import Export, Form

VIEW = "gazette.view_issue"
# What staff may ask for; the edition for readers comes by itself.
SHOWN = 6
FORMS = [Form.PDF, Form.PROOF, Form.PRESS, Form.BOOKLET, Form.EPUB, Form.DOCX]


def latest(issue: Issue) -> list[Export]:
    """The last orders for an issue, the newest first; what is made for readers stands as one order."""
    orders = Export.objects.filter(issue=issue, issued_at=None).select_related("requested_by")
    return list(orders.defer("warnings", "findings")[:SHOWN])


def start(issue: Issue, form: str, by: User) -> Export:
    """Have the issue made as it stands now, published or not. Raises NotAllowed for a form that there is not."""
    if form not in FORMS:
        raise NotAllowed(_("没有这种导出形式。"))
    remove_old()
    return jobs.enqueue(issue, form, by)


def cancel(export: Export) -> None:
    if not export.is_waiting:
        raise NotAllowed(_("已经结束，不能取消。"))
    jobs.cancel(export)


def again(export: Export) -> None:
    """Queue it once more, as the issue stands now."""
    if export.is_waiting and not jobs.is_lost(export):
        raise NotAllowed(_("正在等待或者正在排印，不用重来。"))
    if export.issued_at:
        raise NotAllowed(_("这是发布的文件，不能重排；期的内容改动后会自动重排。"))
    _unless_ordered(lambda: jobs.again(export))


def make_now(export: Export) -> None:
    """Make it within this call, for where no program works the queue off."""
    if not jobs.may_be_made_now(export):
        raise NotAllowed(_("已经有程序在排印，或者已经结束。"))
    # Its state says how it went, also after a fault of the program, which is in the log.
    with suppress(Exception):
        jobs.make_export(export.pk, comes_back=False)


def _unless_ordered(step: Callable[[], None]) -> None:
    try:
        step()
    except IntegrityError as fault:
        raise NotAllowed(_("这一期已经在排队。")) from fault
