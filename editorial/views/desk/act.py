"""The buttons of the desk: moving, joining, cutting, giving, taking out, marking as looked at."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editorial.admin.rows import to_rows
from editorial.flows.submitting import IMPORT
from editorial.views.desk.answer import answer, refused
from editorial.views.desk.item_shown import item_print
from editorial.views.desk.parts import part_of
from editorial.views.desk.show import Desk
from editorial.views.desk.store import Same, apply, held
from editorial.views.pages import require
from intake.editing.errors import EditError
from intake.editing.items import item_at

# What each button sends: numbers, and words.
NUMBERS = {
    "move_entry": ["number", "step"],
    "remove_entry": ["number"],
    "move_block": ["item", "block", "step"],
    "give_block": ["item", "block", "target"],
    "drop_block": ["item", "block"],
    "split_block": ["item", "block"],
    "split_table": ["item", "block"],
    "merge_block": ["item", "block"],
    "place_lines": ["first", "last", "target"],
    "new_item": ["first", "last"],
    "change_kind": ["number"],
    "split_item": ["number", "block"],
    "join_item": ["number"],
    "remove_record": ["number"],
    "see_problem": ["number"],
    "take_suggestion": ["number"],
}
WORDS = {
    "new_item": ["kind", "title"],
    "change_kind": ["kind"],
    "split_item": ["title"],
    "remove_record": ["name"],
}
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*\n")
_WHOLE, _STEP = re.compile(r"[0-9]{1,9}"), re.compile(r"-?[0-9]{1,9}")
LONGEST_TITLE = 300


@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Perform the operation of a button; a refusal says why, and nothing has changed."""
    user = require(request, IMPORT)
    operation = request.POST.get("operation", "")
    if operation not in NUMBERS:
        raise Http404
    try:
        given = _given(request, operation)
        same = _same(operation, given, request.POST.get("print", ""))
        applied = apply(pk, operation, user, _number(request, "version"), same, **given)
    except EditError as fault:
        return refused(request, Desk(held(pk)), _key(operation, request.POST), str(fault))
    return answer(request, applied, _key(operation, request.POST), _said(operation))


def _same(operation: str, given: dict[str, Any], seen: str) -> Same | None:
    """Whether a reading has at its place what the button was pressed for; None where it has no such place."""
    match operation:
        case "move_entry" | "remove_entry":
            name = f"contents.{given['number']}"
        case "remove_record":
            name = f"{given['name']}.{given['number']}"
        case "split_item":
            name = f"block.{given['number']}.{given['block']}"
        case "change_kind" | "join_item":
            return lambda reading: item_print(item_at(reading, given["number"])) == seen
        case _ if "block" in given:
            name = f"block.{given['item']}.{given['block']}"
        case _:
            return None
    return lambda reading: part_of(reading, name).print == seen


def _given(request: HttpRequest, operation: str) -> dict[str, Any]:
    given: dict[str, Any] = {name: _number(request, name) for name in NUMBERS[operation]}
    given |= {name: request.POST.get(name, "").replace("\0", "").strip() for name in WORDS.get(operation, [])}
    if len(given.get("title", "")) > LONGEST_TITLE:
        raise EditError(_("标题不能超过%(count)s个字。") % {"count": LONGEST_TITLE})
    if given.get("name") not in {None, "appointments", "events", "register"}:
        raise EditError(_("这一条不能单独移出。"))
    if operation == "see_problem":
        given["seen"] = request.POST.get("seen") == "1"
    if operation.startswith("split_") and operation != "split_item":
        text = request.POST.get("parts", "").replace("\0", "").replace("\r\n", "\n")
        given["parts"] = _parts(_BLANK_LINE.split(text), table=operation == "split_table")
    return given


def _parts(pieces: list[str], *, table: bool) -> list[Any]:
    if not table:
        return list(pieces)
    try:
        return [to_rows(piece) for piece in pieces]
    except ValidationError as fault:
        raise EditError(fault.messages[0]) from fault


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    if not (_STEP if name == "step" else _WHOLE).fullmatch(text):
        raise EditError(_("请先选择，再点按钮。"))
    return int(text)


def _whole(text: str | None) -> int:
    return int(text) if text and _STEP.fullmatch(text) else 0


def _said(operation: str) -> str:
    return {
        "drop_block": _("已移出，原文行列在“未归属的行”里。"),
        "remove_record": _("已移出，原文行列在“未归属的行”里。"),
        "remove_entry": _("已移出，原文行列在“未归属的行”里。"),
        "take_suggestion": _("已采用建议。"),
        "see_problem": _("已记下。"),
    }.get(operation, _("已改好。"))


def _key(operation: str, sent: Any) -> str:
    """Where the editor is afterwards: at what she moved, or at what took its place."""
    number, item, block, step = (_whole(sent.get(name)) for name in ("number", "item", "block", "step"))
    match operation:
        case "see_problem" | "take_suggestion":
            return f"p{number}"
        case "move_entry":
            return f"c{number + step}"
        case "remove_entry":
            return "contents"
        case "move_block":
            return f"i{item}-b{block + step}"
        case "merge_block":
            return f"i{item}-b{max(0, block - 1)}"
        case "split_block" | "split_table":
            return f"i{item}-b{block}"
        case "give_block" | "drop_block":
            return f"i{item}"
        case "place_lines":
            return f"i{_whole(sent.get('target'))}"
        case "new_item" | "remove_record":
            return "unplaced"
        case "split_item":
            return f"i{number + 1}"
        case "join_item":
            return f"i{max(0, number - 1)}"
    return f"i{number}"
