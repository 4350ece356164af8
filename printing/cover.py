"""Cover and colophon: what is known of an issue, and nothing else."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from gazette.models import Issue, Publication
from printing.widths import ems
from sealing.mark import verification

# In characters of the text, 38 of which make the width of the page.
WIDTH = 34.0
NAME_SIZE, PLACE_SIZE = 5.0, 2.6


@dataclass(frozen=True)
class MastheadLine:
    text: str
    # In characters of the text.
    size: float


@dataclass(frozen=True)
class Fact:
    name: str
    value: str


def masthead(publication: Publication) -> list[MastheadLine]:
    """The gazette's name as large as the page allows; the place, if the name begins with it, above the rest."""
    name, place = publication.name, publication.place
    if place and name.startswith(place) and name != place:
        return [_line(place, PLACE_SIZE), _line(name.removeprefix(place), NAME_SIZE)]
    return [_line(name, NAME_SIZE)]


def facts(issue: Issue) -> list[Fact]:
    """What the colophon says: number, serial, frequency, date, sponsor, editors, as far as they are known."""
    told = [
        (_("期号"), issue.label),
        (_("总期号"), issue.serial_label),
        (_("刊期"), issue.frequency),
        (_("出版日期"), issue.dated_label),
        (_("主办"), issue.publication.sponsor),
        (_("主编"), issue.chief_editor),
        (_("副主编"), "、".join(issue.deputy_editors)),
    ]
    return [Fact(name, value) for name, value in told if value]


def verification_code(issue: Issue) -> dict[str, str] | None:
    """Where the print can be verified: `address`, and the same as a QR code in `svg`, which says what it is."""
    mark = verification(issue)
    if mark is None:
        return None
    title = format_html("<title>{} {}</title>", _("核验本期的二维码："), mark["address"])
    # Into the drawing, whose title is read to those who do not see it.
    drawn = mark_safe(mark["svg"].replace(">", f">{title}", 1))  # noqa: S308 (drawn by segno, title escaped above)
    return {"address": mark["address"], "svg": drawn}


def _line(text: str, largest: float) -> MastheadLine:
    return MastheadLine(text, round(min(largest, WIDTH / ems(text)), 2))
