"""An issue, or one entry of it → a manuscript → PDF."""

from datetime import UTC

from django.template.loader import render_to_string
from django.utils import translation

from gazette.imprint import imprint_lines
from gazette.models import Entry, Issue
from printing.compositor import compose
from printing.glyphs import substituted
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
        context = {"issue": issue, "sections": printed, "imprint": imprint_lines(issue)}
        front = render_to_string("printing/front.html", context)
        return _checked(issue, str(issue), _parts(issue, printed), printed, front=front)


def entry_manuscript(entry: Entry) -> Manuscript | None:
    """One entry as its issue prints it, under the issue's running head; None where it has no text."""
    with translation.override("zh-hans"):
        printed = section_of(entry)
        if not printed[0].printed:
            return None
        issue = entry.issue
        back = render_to_string("printing/taken_from.html", {"entry": entry, "issue": issue})
        title = f"{entry.title} - {issue}"
        return _checked(issue, title, _parts(issue, printed), printed, back=back)


def typeset(text: Manuscript) -> Printed:
    """Have a manuscript set. Raises PrintingError."""
    return compose(text)


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
    )
    made.warnings.extend(substituted(made.html, texts(printed)))
    return made
