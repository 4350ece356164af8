"""A corrected file beside the issue: what changed, and which of it is to be taken."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from editorial.flows.submitting import IMPORT, revise
from editorial.views.pages import change_url, page, require
from editorial.views.submission import light, said, version_of
from intake.errors import SourceError
from intake.flows.accept import reading_of
from intake.flows.apply_revision import refuse_other_issue
from intake.flows.compare_revision import Change, Row, compare
from intake.models import Submission

LABELS = {
    Change.SAME: gettext_lazy("相同"),
    Change.CHANGED: gettext_lazy("改了"),
    Change.EDITED: gettext_lazy("改了，而且编辑改过"),
    Change.NEW: gettext_lazy("新增"),
    Change.GONE: gettext_lazy("没有了"),
}


@dataclass
class Shown:
    """A row with its two texts, changed words marked; `lines` has pairs of old and new."""

    row: Row
    label: str
    lines: list[tuple[SafeString, SafeString]]


@never_cache
@require_http_methods(["GET", "POST"])
def revision(request: HttpRequest, pk: int) -> HttpResponse:
    """Compare, and correct what was ticked."""
    user = require(request, IMPORT)
    submission = get_object_or_404(light(), pk=pk)
    issue = submission.revises
    if issue is None or submission.state != Submission.State.READ:
        return redirect(change_url(submission))
    if request.method == "POST":
        chosen = set(request.POST.getlist("take"))
        try:
            taken = revise(submission, chosen, user, version_of(request))
        except SourceError as fault:
            messages.error(request, said(fault))
            return redirect(request.path)
        done = _("已更正%(count)s项，编辑改过的内容没有动。") % {"count": len(taken)}
        messages.success(request, done)
        return redirect(change_url(issue))
    refusal, rows = "", []
    try:
        refuse_other_issue(issue, reading_of(submission))
        rows = compare(issue, reading_of(submission))
    except SourceError as fault:
        refusal = said(fault)
    return page(
        request,
        "admin/editorial/revision.html",
        submission,
        title=_("逐项更正"),
        issue=issue,
        refusal=refusal,
        rows=[Shown(row, str(LABELS[row.change]), list(side_by_side(row))) for row in rows],
        same=sum(1 for row in rows if not row.may_choose),
    )


def side_by_side(row: Row) -> Iterator[tuple[SafeString, SafeString]]:
    """The lines that differ, in pairs, with what differs in them marked; those that are equal are left out."""
    matcher = difflib.SequenceMatcher(None, row.before, row.after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        old, new = row.before[first:last], row.after[start:end]
        for index in range(max(len(old), len(new))):
            yield _marked(old[index] if index < len(old) else "", new[index] if index < len(new) else "")


def _marked(old: str, new: str) -> tuple[SafeString, SafeString]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    left, right = [], []
    for tag, first, last, start, end in matcher.get_opcodes():
        shape = "{}" if tag == "equal" else None
        left.append(format_html(shape or "<del>{}</del>", old[first:last]) if first < last else "")
        right.append(format_html(shape or "<ins>{}</ins>", new[start:end]) if start < end else "")
    return tuple(format_html_join("", "{}", ((part,) for part in side)) for side in (left, right))  # type: ignore[return-value]
