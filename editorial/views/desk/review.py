"""The review page of a submission: the source beside what was understood of it; and one item of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from editorial.flows.submitting import IMPORT
from editorial.views.desk.item_shown import ItemShown
from editorial.views.desk.show import Desk
from editorial.views.desk.store import State, held
from editorial.views.pages import change_url, page, require
from gazette.models import SectionKind
from intake.flows.fitting import misfits
from intake.models import Submission


@never_cache
@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole reading; texts of items are shown when they are opened, or on pages of their own."""
    require(request, IMPORT)
    submission = held(pk)
    if submission.state != State.READ:
        return redirect(change_url(submission))
    desk = Desk(submission)
    return page(
        request,
        "admin/editorial/desk/review.html",
        submission,
        title=_("核对"),
        **shared(desk),
        rows=desk.lines(),
        misfits=[] if submission.revises_id else misfits(desk.reading, submission.publication),
    )


@never_cache
@require_safe
def item(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One item beside its lines; for the script of the review page only the item itself."""
    require(request, IMPORT)
    submission = held(pk)
    if submission.state != State.READ:
        return redirect(change_url(submission))
    desk = Desk(submission)
    if number >= len(desk.reading.items):
        raise Http404
    shown = ItemShown(desk, number)
    context = {**shared(desk), "each": shown, "open": True}
    if request.headers.get("X-Desk"):
        return render(request, "admin/editorial/desk/item_body.html", {**context, "original": submission})
    lines = shown.item.lines
    return page(
        request,
        "admin/editorial/desk/item.html",
        submission,
        title=shown.item.title,
        **context,
        rows=desk.lines(max(1, lines[0][0] - 5), lines[-1][1] + 5) if lines else [],
    )


def shared(desk: Desk) -> dict[str, object]:
    """What all parts of the page need."""
    submission: Submission = desk.submission
    return {
        "desk": desk,
        "version": submission.version,
        "kinds": SectionKind.choices,
        "revises": submission.revises_id,
    }
