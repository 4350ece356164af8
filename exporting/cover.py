"""The cover: the gazette's name, which issue it is, its date, its imprint and editors."""

from django.utils.translation import gettext as _

from exporting.wordml import Element, paragraph
from gazette.imprint import imprint_lines
from gazette.models import Issue


def cover(issue: Issue) -> list[Element]:
    serial = f"（{issue.serial_label}）" if issue.serial_label else ""
    lines = [
        paragraph("Masthead", issue.publication.name),
        paragraph("IssueNumber", f"{issue.label}{serial}"),
    ]
    if issue.dated_label or issue.frequency:
        lines.append(paragraph("Dated", "　".join(filter(None, (issue.dated_label, issue.frequency)))))
    imprint = imprint_lines(issue)
    lines += [paragraph("Imprint", line) for line in imprint]
    if issue.publication.sponsor and not imprint:
        lines.append(paragraph("Editors", _("%(sponsor)s主办") % {"sponsor": issue.publication.sponsor}))
    if issue.chief_editor:
        lines.append(paragraph("Editors", f"{_('主编')}：{issue.chief_editor}"))
    if issue.deputy_editors:
        lines.append(paragraph("Editors", f"{_('副主编')}：{'、'.join(issue.deputy_editors)}"))
    return lines
