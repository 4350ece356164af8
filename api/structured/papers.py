"""Titles, issues, and what an issue prints besides documents."""

from typing import Any

from api.structured import things
from api.structured.page import Node, Page, node
from gazette.models import Entry, Issue, Publication


def publication(page: Page) -> Node | None:
    held = page.get("publication")
    return things.periodical(page, held) if isinstance(held, Publication) else None


def issue(page: Page) -> Node | None:
    """An issue with the items of its contents that have a page, and its PDF."""
    held = page.get("issue")
    if not isinstance(held, Issue):
        return None
    parts = [_part(page, *line) for group in page.get("contents") or [] for line in group.lines if line[1]]
    return {**things.issue(page, held), "hasPart": parts, "encoding": things.pdf(page, held)}


def notice(page: Page) -> Node | None:
    held = page.get("notice")
    if held is None:
        return None
    dated = things.day(held.issued_on)
    return things.article(page, held.title, held.entry.issue, identifier=held.doc_number, dateCreated=dated)


def meeting(page: Page) -> Node | None:
    held = page.get("meeting")
    return things.article(page, held.title, held.entry.issue) if held else None


def of_entry(page: Page) -> Node | None:
    """A chronicle or a register, which are pages of many records under one line of the contents."""
    held = page.get("entry")
    return things.article(page, held.title, held.issue) if isinstance(held, Entry) else None


def _part(page: Page, entry: Entry, path: str) -> dict[str, Any]:
    number = entry.doc_number
    return node(
        "Legislation" if number and getattr(entry, "document", None) else "CreativeWork",
        name=entry.title,
        url=page.absolute(path),
        pageStart=entry.printed_page,
        identifier=number,
    )
