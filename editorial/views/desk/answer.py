"""What the desk answers when something was changed: the parts of the page that are different now."""

import dataclasses
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from editorial.views.desk.item_shown import ItemShown
from editorial.views.desk.review import shared
from editorial.views.desk.show import Desk
from editorial.views.desk.store import Applied
from intake.editing.claims import RECORDS
from intake.reading import Reading

FOLDER = "admin/editorial/desk"


def answer(request: HttpRequest, applied: Applied, key: str, said: str) -> HttpResponse:
    """To the script the changed parts of the page, to a plain browser the page itself, at `key`."""
    desk = Desk(applied.submission, applied.after)
    moved = len(applied.before.items) != len(applied.after.items)
    if not request.headers.get("X-Desk"):
        messages.success(request, said)
        return redirect(desk.href(key))
    if moved:
        messages.success(request, said)
        return JsonResponse({"reload": f"{desk.review_url}#{key}"})
    return JsonResponse(
        {
            "version": applied.submission.version,
            "message": said,
            "focus": key,
            "regions": _regions(request, applied, desk),
            "lines": _lines(applied, desk),
        }
    )


def refused(request: HttpRequest, desk: Desk, key: str, said: str) -> HttpResponse:
    """An operation that could not be done; nothing has changed."""
    if request.headers.get("X-Desk"):
        return JsonResponse({"error": said}, status=409)
    messages.error(request, said)
    return redirect(desk.href(key) if key else desk.review_url)


def _regions(request: HttpRequest, applied: Applied, desk: Desk) -> dict[str, str]:
    context = {**shared(desk), "original": applied.submission}

    def made(template: str, **more: Any) -> str:
        return render_to_string(f"{FOLDER}/{template}.html", {**context, **more}, request)

    regions = {name: made(name) for name in ("problems", "summary", "unplaced")}
    if applied.before.issue != applied.after.issue:
        regions["masthead"] = made("masthead")
    if applied.before.contents != applied.after.contents:
        regions["contents"] = made("contents")
    doubts = Desk(applied.submission, applied.before).doubts
    for number in range(len(applied.after.items)):
        shown = ItemShown(desk, number)
        if _held(applied.before, number) != _held(applied.after, number):
            regions[f"i{number}"] = made("item_body", each=shown)
            regions[f"i{number}-head"] = made("item_head", each=shown)
        elif doubts.get(f"i{number}", 0) != shown.doubts:
            regions[f"i{number}-head"] = made("item_head", each=shown)
    return regions


def _held(reading: Reading, number: int) -> list[Any]:
    """All that the part of an item shows, with the numbers by which its forms know it."""
    parts: list[Any] = [reading.items[number], reading.unplaced]
    parts += [dataclasses.asdict(each) for each in reading.documents if each.item == number]
    for name in RECORDS:
        parts += [(n, each) for n, each in enumerate(getattr(reading, name)) if each.item == number]
    entry = reading.items[number].contents_entry
    return [*parts[:1], *parts[2:], reading.contents[entry] if entry is not None else None]


def _lines(applied: Applied, desk: Desk) -> dict[int, list[Any]]:
    """The lines that something else holds now: what, whether it is unplaced, and where that stands."""
    before = Desk(applied.submission, applied.before).line_marks()
    after = desk.line_marks()
    changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    marks = {n: after.get(n, ("", False)) for n in sorted(changed)}
    return {
        n: [keys, loose, desk.href(keys.split()[0]) if keys else ""] for n, (keys, loose) in marks.items()
    }
