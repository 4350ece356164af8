"""The pages of an e-book: XHTML from templates, free of what XML forbids."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from exporting.epub.book import Chapter
from exporting.xml import legal
from gazette.imprint import imprint_lines
from gazette.models import Issue
from printing.cover import facts, masthead
from printing.layout import PrintedEntry
from printing.parts import Part


def page(name: str, context: dict[str, Any]) -> str:
    """A page's body, from the template of this name."""
    return legal(render_to_string(f"exporting/epub/{name}.xhtml", context))


def chapter_of(each: PrintedEntry, section: str) -> Chapter:
    """What stands under a line of the contents."""
    body = page(
        "chapter", {"entry": each, "section": section, "parts": [_named(part) for part in each.parts]}
    )
    return Chapter(each.anchor, each.entry.title, body, page=each.entry.printed_page or "")


def cover(issue: Issue) -> Chapter:
    body = page("cover", {"issue": issue, "masthead": masthead(issue.publication)})
    return Chapter("cover", str(issue), body, kind="cover")


def colophon(issue: Issue, address: str) -> Chapter:
    """What is known of the issue, and where it stands on the portal."""
    body = page(
        "colophon",
        {"issue": issue, "facts": facts(issue), "imprint": imprint_lines(issue), "address": address},
    )
    return Chapter("colophon", _("版权页"), body, kind="colophon")


def _named(part: Part) -> tuple[str, Part]:
    """A part with the template of its kind, which has the name of the print's."""
    kind = part.template.removeprefix("printing/").removesuffix(".html")
    return f"exporting/epub/{kind}.xhtml", part
