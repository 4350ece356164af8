"""What the tags of a page tell of it: only what is printed, or what the portal itself has noted."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext

from api.structured.page import Page
from appointments.models import AppointmentNotice
from chronicle.models import Meeting
from documents.models import BlockKind, Document
from gazette.models import Issue

# A description that search engines show whole.
_LONGEST = 120
# The context's names of what a page may be about, the most particular first, and the words that name it.
_NAMED = {
    "translation": "title",
    "document": "title",
    "notice": "title",
    "meeting": "title",
    "table": "title",
    "official": "name",
    "indicator": "name",
    "body": "name",
}


@dataclass(frozen=True)
class Facts:
    """`keywords` and `author` are of content pages only."""

    title: str
    description: str = ""
    keywords: list[str] = field(default_factory=list)
    author: str = ""


def facts(page: Page) -> Facts:
    match _subject(page):
        case Document() as held:
            return Facts(held.title, _opening(page), _keywords(held), held.issuer)
        case AppointmentNotice() as held:
            return Facts(held.title, _printed_in(page), author=held.issuer)
        case Meeting() as held:
            return Facts(held.title, first_sentence(held.text))
    return Facts(_title(page), _contents(page) or _printed_in(page))


def first_sentence(text: str) -> str:
    """The first sentence of a text, cut where it is longer than a description may be."""
    line = text.strip().partition("\n")[0]
    sentence = line.partition("。")[0] + ("。" if "。" in line else "")
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1]}…"


def _contents(page: Page) -> str:
    """What an issue holds, by the titles of its contents."""
    if page.name != "issue":
        return ""
    titles = [entry.title for group in page.get("contents") or [] for entry in group.entries]
    return first_sentence("；".join(titles))


def _printed_in(page: Page) -> str:
    """The issue that prints it, with its number where it has one: what can be told of lists and tables."""
    issue = page.get("issue")
    if not isinstance(issue, Issue) or not page.get("published_at"):
        return ""
    number = getattr(page.get("notice"), "doc_number", "")
    words = {"publication": issue.publication.name, "issue": issue.label}
    printed = gettext("刊于《%(publication)s》%(issue)s") % words
    return "，".join(filter(None, [number, printed]))


def _subject(page: Page) -> Any:
    found = (page.get(name) for name in _NAMED if page.get(name))
    return next(found, None)


def _title(page: Page) -> str:
    for name, attribute in _NAMED.items():
        if page.get(name):
            return str(getattr(page.get(name), attribute))
    if page.name in {"issue_chronicle", "issue_register"} and page.get("entry"):
        return str(page.get("entry").title)
    if page.name == "issue" and isinstance(page.get("issue"), Issue):
        return str(page.get("issue"))
    return _column(page)


def _column(page: Page) -> str:
    """A list by its own name and the publication's, where it is not the publication itself."""
    here, publication = page.get("here"), page.get("publication")
    site = page.get("site") or {}
    named = [str(here)] if here else []
    if publication and here and str(publication) != str(here):
        named.append(str(publication))
    return " - ".join(named) or str(site.get("name", ""))


def _opening(page: Page) -> str:
    """The first sentence of the document's text."""
    for part in getattr(page.get("outline"), "parts", []):
        block = getattr(part, "block", None)
        if block is not None and block.kind == BlockKind.PARAGRAPH and block.text.strip():
            return first_sentence(block.text)
    return ""


def _keywords(held: Document) -> list[str]:
    section = held.entry.section if held.entry else None
    kind = held.get_kind_display() if held.kind else ""
    words = [held.topic.name if held.topic else "", kind, section.name if section else ""]
    return [word for word in words if word]
