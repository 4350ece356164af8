"""Where a reprint was taken from: said on it, so that nobody takes it for the original."""

from dataclasses import dataclass
from datetime import UTC

from django.utils.translation import gettext as _

from gazette.models import Entry, Publication


@dataclass(frozen=True)
class Provenance:
    """`foot` stands at the foot of every page, `line` under the text.

    `gazette` and `number` name the issue; `dated` is when it was published, in ISO 8601, or empty.
    """

    gazette: str
    number: str
    foot: str
    line: str
    dated: str = ""


def provenance(publication: Publication, entry: Entry | None) -> Provenance:
    """The provenance of a record: the issue that printed it or, where none did, the gazette's own site."""
    if entry is None:
        return _named(publication.name, _("网络版"))
    issue = entry.issue
    serial = f"（{issue.serial_label}）" if issue.serial_label else ""
    # Only what was on paper before has page numbers that are not the portal's own.
    page = entry.printed_page if issue.as_printed else ""
    dated = issue.published_at.astimezone(UTC).isoformat() if issue.published_at else ""
    return _named(publication.name, f"{issue.label}{serial}", page, dated)


def _named(gazette: str, number: str, page: str = "", dated: str = "") -> Provenance:
    foot = _("选自《%(gazette)s》%(number)s") % {"gazette": gazette, "number": number}
    place = _("%(foot)s，原刊第%(page)s页起") % {"foot": foot, "page": page} if page else foot
    line = _("%(place)s。按公文格式重排，不是文件原件。") % {"place": place}
    return Provenance(gazette, number, foot, line, dated)
