"""Problems: looked at, and what is suggested taken over."""

from typing import Any

from django.utils.translation import gettext as _

from intake.editing.changes import Change
from intake.editing.claims import owners
from intake.editing.contents import set_entry
from intake.editing.errors import EditError
from intake.editing.fields import set_item
from intake.reading import Problem, Reading, numbers_of

_FIELDS = ("title", "doc_number")


def see(reading: Reading, number: int, *, seen: bool) -> list[Change]:
    """Note that an editor has looked at a problem, or that she has to look again."""
    problem = _problem(reading, number)
    before, problem.seen = problem.seen, seen
    return [Change(_named(problem), _("已看"), before, seen)] if before != seen else []


def target_of(
    reading: Reading, problem: Problem, held: dict[int, list[str]] | None = None
) -> tuple[str, int, str] | None:
    """The one field that a suggestion can safely replace: `item` or `entry`, its number, the field.

    Safe is where a title or a number at the problem's own lines is, as a whole, what the problem quotes.
    """
    if not problem.suggestion or not problem.quote:
        return None
    keys = {
        key.split("-")[0] for n in numbers_of(problem.lines) for key in (held or owners(reading)).get(n, [])
    }
    found = []
    for key in sorted(keys - {"issue"}):
        kind, number = ("item", int(key[1:])) if key[0] == "i" else ("entry", int(key[1:]))
        thing: Any = reading.items[number] if kind == "item" else reading.contents[number]
        found += [(kind, number, field) for field in _FIELDS if getattr(thing, field) == problem.quote]
    return found[0] if len(found) == 1 else None


def take_suggestion(reading: Reading, number: int) -> list[Change]:
    """Set the field that a problem is about to what it suggests, and note the problem as looked at."""
    problem = _problem(reading, number)
    target = target_of(reading, problem)
    if target is None:
        raise EditError(_("这条建议不能直接采用，请在对应的条目里修改。"))
    kind, place, field = target
    values = {field: problem.suggestion}
    changes = set_item(reading, place, values) if kind == "item" else set_entry(reading, place, values)
    return [*changes, *see(reading, number, seen=True)]


def _problem(reading: Reading, number: int) -> Problem:
    if not 0 <= number < len(reading.problems):
        raise EditError(_("找不到这个问题。"))
    return reading.problems[number]


def _named(problem: Problem) -> str:
    return _("问题“%(message)s”") % {"message": problem.message}
