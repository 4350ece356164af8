"""The forms of the desk: one thing that was read is corrected, or one is added."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from editorial.admin.rows import to_text
from editorial.flows.submitting import IMPORT
from editorial.views.desk.answer import answer, refused
from editorial.views.desk.forms import PartForm
from editorial.views.desk.parts import Part, part_of
from editorial.views.desk.pieces import Place
from editorial.views.desk.review import shared
from editorial.views.desk.show import Desk
from editorial.views.desk.store import Same, Stale, State, apply, held, said_stale
from editorial.views.pages import change_url, page, require
from intake.editing.errors import EditError

_VERSION = re.compile(r"[0-9]{1,9}")
_SENT_ALONG = {"csrfmiddlewaretoken", "version", "print"}


@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show the form of a part, or save it; what was typed is never lost."""
    user = require(request, IMPORT)
    submission = held(pk)
    if submission.state != State.READ:
        return redirect(change_url(submission))
    desk = Desk(submission)
    try:
        part = part_of(desk.reading, name)
    except EditError as fault:
        return _gone(request, desk, name, str(fault))
    form = part.form(request.POST or None, initial=part.initial, **part.options)
    seen = request.POST.get("print", "")
    if request.method == "POST" and seen != part.print:
        if _version(request) != submission.version:
            form.add_error(None, said_stale(submission))
        return _stale(request, pk, part, form)
    if request.method != "POST" or not form.is_valid():
        return _shown(request, desk, part, form)
    given = {**part.given, "values": form.changed()}
    if part.adds:
        given["values"] = dict(form.cleaned_data)
        if "lines" in given["values"]:
            given["lines"] = given["values"].pop("lines")
    try:
        applied = apply(pk, part.operation, user, _version(request), _same(name, seen), **given)
    except Stale as stale:
        form.add_error(None, str(stale))
        return _stale(request, pk, part, form)
    except EditError as fault:
        form.add_error(None, str(fault))
        return _shown(request, desk, part, form)
    said = _("已保存。") if applied.changes else _("没有改动。")
    return answer(request, applied, part.key, said)


def _version(request: HttpRequest) -> int:
    text = request.POST.get("version", "")
    return int(text) if _VERSION.fullmatch(text) else -1


def _same(name: str, seen: str) -> Same:
    return lambda reading: part_of(reading, name).print == seen


def _shown(
    request: HttpRequest, desk: Desk, part: Part, form: PartForm, *, gone: bool = False
) -> HttpResponse:
    context = {
        **shared(desk),
        "part": part,
        "form": form,
        "gone": gone,
        "print": request.POST.get("print") or part.print,
        "place": Place.of(part.lines),
        "texts": _cut(part),
        "others": [each for each in desk.items() if each.document and each.number != part.item],
    }
    template = "admin/editorial/desk/edit_form.html"
    status = 422 if form.errors else 200
    if request.headers.get("X-Desk"):
        return render(request, template, {**context, "original": desk.submission}, status=status)
    rows = desk.lines(max(1, part.lines[0][0] - 5), part.lines[-1][1] + 5) if part.lines else []
    answer = page(
        request, "admin/editorial/desk/edit.html", desk.submission, title=part.heading, rows=rows, **context
    )
    answer.status_code = status
    return answer


def _cut(part: Part) -> str:
    """The text of a block as it is to be cut: a table as rows."""
    rows = part.initial.get("rows") if part.operation == "set_block" else None
    return to_text(rows) if rows else part.initial.get("text", "")


def _stale(request: HttpRequest, pk: int, part: Part, form: PartForm) -> HttpResponse:
    """What was typed, onto what stands there now; where that is another thing, only to be copied."""
    desk = Desk(held(pk))
    try:
        now = part_of(desk.reading, part.name)
    except EditError:
        now = part
        gone = True
    else:
        gone = now.print != request.POST.get("print")
    note = (
        _("这一处已经不是您打开时的样子。请复制下面您填的内容，回到核对页重新打开。")
        if gone
        else _("这一处没有变动：您填的内容还在下面，再点一次“保存”就可以了。")
    )
    if gone and request.POST.keys() - form.fields.keys() - _SENT_ALONG:
        # The form that stands here now has not all the fields that she filled in.
        return _gone(request, desk, part.name, note)
    form.add_error(None, note)
    return _shown(request, desk, now, form, gone=gone)


def _gone(request: HttpRequest, desk: Desk, name: str, said: str) -> HttpResponse:
    """The part is no longer there; what was typed is given back."""
    if request.method != "POST":
        return refused(request, desk, "", said)
    if request.headers.get("X-Desk"):
        return refused(request, desk, "", f"{said}{_('请先复制您填的内容，再刷新本页。')}")
    typed = [
        (field, value)
        for field, value in request.POST.items()
        if str(value).strip() and field not in _SENT_ALONG
    ]
    answer = page(
        request, "admin/editorial/desk/gone.html", desk.submission, title=said, typed=typed, **shared(desk)
    )
    answer.status_code = 409
    return answer
