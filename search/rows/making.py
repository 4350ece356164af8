"""How a record becomes a line of the index."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from gazette.models import Issue
from search.folding import fold
from search.grams import PART
from search.models import Item, ItemKind
from search.numbers import doc_number

# A database's column for the number holds so much; the whole of it is in the text.
_LONGEST_NUMBER = 100


def make(
    kind: ItemKind,
    record: Model,
    route: str,
    arguments: list[Any],
    *,
    parts: Iterable[str],
    title: str = "",
    number: str = "",
    day: datetime.date | None = None,
    issue: Issue | None = None,
    publication: int | None = None,
    anchor: str = "",
) -> Item:
    """An item, not saved. `parts` are the paragraphs and cells of the text, in the order in which they are shown."""
    lines = [line for line in (" ".join(part.split()) for part in parts) if line]
    known = doc_number(number)
    return Item(
        kind=kind,
        object_id=record.pk,
        publication_id=issue.publication_id if issue else publication,
        issue=issue,
        year=day.year if day else (issue.year if issue else None),
        day=day,
        route=route,
        arguments=arguments,
        anchor=anchor,
        number=number[:_LONGEST_NUMBER],
        number_tail=known.tail if known else "",
        title=title,
        folded_title=fold(title),
        folded=PART.join(fold(line) for line in [title, number, *lines]),
        text=PART.join(lines),
    )


def at_issue(issue: Issue, *more: Any) -> list[Any]:
    """The arguments of an address under an issue's own."""
    return [issue.publication.code, issue.year, issue.number, *more]
