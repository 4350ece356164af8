"""An editor at the desk, for the tests of it: forms filled in and buttons pressed as a browser does."""

from typing import Any

from django.test import Client
from django.urls import reverse

from intake.models import Submission
from intake.reading import Reading
from tests.editorial.forms import shown

SCRIPT = {"X-Desk": "1"}
LISTS = ["appointments", "events", "register", "meetings", "tables"]


def now(submission: Submission) -> Reading:
    submission.refresh_from_db()
    return Reading.from_json(submission.reading or {})


def address(submission: Submission, step: str = "review", *more: object) -> str:
    return reverse(f"admin:intake_submission_{step}", args=[submission.pk, *more])


def part(submission: Submission, name: str) -> str:
    return address(submission, "edit", name)


def save(client: Client, submission: Submission, name: str, **changes: str) -> Any:
    """Open a form as a browser does, change some fields, and send it."""
    filled = shown(client.get(part(submission, name)))
    return client.post(part(submission, name), {**filled, **changes}, follow=True)


def sent(client: Client, submission: Submission, operation: str, **given: object) -> dict[str, object]:
    """What a button sends: the version, what it is for, and the print of the thing beside which it stands."""
    submission.refresh_from_db()
    seen = _print_beside(client, submission, operation, given)
    return {"version": submission.version, "print": seen, "operation": operation, **given}


def press(client: Client, submission: Submission, operation: str, **given: object) -> Any:
    return client.post(address(submission, "act"), sent(client, submission, operation, **given), follow=True)


def _print_beside(client: Client, submission: Submission, operation: str, given: dict[str, object]) -> str:
    match operation:
        case "move_entry" | "remove_entry":
            place = part(submission, f"contents.{given['number']}")
        case "remove_record":
            place = part(submission, f"{given['name']}.{given['number']}")
        case "split_item":
            place = part(submission, f"block.{given['number']}.{given['block']}")
        case "change_kind" | "join_item":
            place = address(submission, "item", given["number"])
        case _ if "block" in given:
            place = part(submission, f"block.{given['item']}.{given['block']}")
        case _:
            return ""
    page = client.get(place, headers=SCRIPT)
    return shown(page)["print"] if page.status_code == 200 else ""


def text_of(page: Any) -> str:
    return str(page.content.decode())


def every_part(reading: Reading) -> list[str]:
    names = ["issue", *(f"contents.{n}" for n in range(len(reading.contents)))]
    names += [f"item.{n}" for n in range(len(reading.items))]
    names += [f"block.{d.item}.{n}" for d in reading.documents for n in range(len(d.body))]
    return names + [f"{name}.{n}" for name in LISTS for n in range(len(getattr(reading, name)))]
