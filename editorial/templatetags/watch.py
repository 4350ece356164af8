"""What the desk's first page says of the rules: messages that wait, columns that are blank or old."""

from typing import Any

from django import template

from portal import watch
from portal.models import Correction, Message, Opinion

register = template.Library()


@register.simple_tag
def letters_waiting() -> dict[str, dict[str, int]]:
    """How many messages wait for an answer, of each kind, and how many of them are overdue."""
    return {"correction": _counts(Correction), "opinion": _counts(Opinion)}


def _counts(model: type[Message]) -> dict[str, int]:
    letters: Any = model._default_manager
    return {"waiting": letters.waiting().count(), "overdue": letters.overdue().count()}


@register.simple_tag
def blank_columns() -> list[watch.Finding]:
    return watch.blank_columns()


@register.simple_tag
def stale_columns() -> list[watch.Finding]:
    return watch.stale_columns()
