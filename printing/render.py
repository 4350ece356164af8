"""An issue, or one entry of it → a manuscript → PDF."""

from dataclasses import replace
from datetime import UTC
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from gazette.imprint import imprint_lines
from gazette.models import Entry, Issue
from printing.compositor import compose
from printing.content import attached
from printing.cover import facts, masthead, verification_code
from printing.faces.check import substituted
from printing.figures import images_in
from printing.forms.choice import manuscript_for, styles_for
from printing.layout import PrintedSection, section_of, sections, texts
from printing.manuscript import Manuscript, Printed


def render_issue(issue: Issue) -> bytes:
    """The PDF of an issue, published or not."""
    return typeset(manuscript(issue)).pdf


def manuscript(issue: Issue) -> Manuscript:
    """The issue as HTML, with every character known to be printable."""
    # The paper speaks Chinese, whatever language the editor's screen does.
    with translation.override("zh-hans"):
        printed = sections(issue)
        front = render_to_string("printing/front.html", _front(issue, printed))
        back = render_to_string("printing/colophon.html", _colophon(issue)) if printed else ""
        made = _checked(issue, str(issue), _parts(issue, printed), printed, front=front, back=back)
        # Bound, it ends with a left-hand page.
        return replace(made, attached=(*made.attached, attached(issue)), multiple=2 if back else 1)


def entry_manuscript(entry: Entry) -> Manuscript | None:
    """One entry by itself: as its issue prints it, under the issue's running head, or in the form that the
    publication has chosen for its documents and notices; None where it has no text.
    """
    chosen = manuscript_for(entry)
    if chosen is not None:
        return chosen
    with translation.override("zh-hans"):
        printed = section_of(entry)
        if not printed[0].printed:
            return None
        issue = entry.issue
        *before, last = _parts(issue, printed)
        # Under the text and not at its back: what stands there has pages of its own.
        taken = render_to_string("printing/taken_from.html", {"entry": entry, "issue": issue})
        return _checked(issue, f"{entry.title} - {issue}", (*before, last + taken), printed)


def typeset(text: Manuscript) -> Printed:
    """Have a manuscript set. Raises PrintingError."""
    return compose(text)


def _front(issue: Issue, printed: list[PrintedSection]) -> dict[str, Any]:
    overview = [section for section in printed if section.name]
    return {
        "issue": issue,
        "masthead": masthead(issue.publication),
        "overview": overview,
        "sections": printed,
    }


def _colophon(issue: Issue) -> dict[str, Any]:
    return {
        "issue": issue,
        "facts": facts(issue),
        "imprint": imprint_lines(issue),
        "verification": verification_code(issue),
    }


def _parts(issue: Issue, printed: list[PrintedSection]) -> tuple[str, ...]:
    """Each part of each entry as HTML; the section's name stands over its first one."""
    return tuple(
        render_to_string(
            "printing/part.html",
            {
                "issue": issue,
                "part": part,
                "anchor": entry.anchor if part is entry.parts[0] else "",
                "heading": section.name if part is section.printed[0].parts[0] else "",
            },
        )
        for section in printed
        for entry in section.printed
        for part in entry.parts
    )


def _checked(
    issue: Issue,
    title: str,
    parts: tuple[str, ...],
    printed: list[PrintedSection],
    *,
    front: str = "",
    back: str = "",
) -> Manuscript:
    serial = f"（{issue.serial_label}）" if issue.serial_label else ""
    dated = issue.published_at.astimezone(UTC).isoformat() if issue.published_at else ""
    made = Manuscript(
        title,
        parts,
        front,
        back,
        gazette=issue.publication.name,
        number=f"{issue.label}{serial}",
        author=issue.publication.sponsor,
        dated=dated,
        styles=styles_for(issue.publication),
        images=images_in(printed),
    )
    made.warnings.extend(substituted(made.html, texts(printed)))
    return made
