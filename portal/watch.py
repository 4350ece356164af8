"""What the rules would find fault with: blank columns, columns not kept up, messages not answered in time.

国办发〔2017〕47号 art. 18–19 (no blank column), 国办秘函〔2019〕19号 (how old a column may be). The figures are
settings. Editors see the findings on the first page of their desk.
"""

import calendar
import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.models import Document
from gazette.models import Entry, Issue, Publication, Section
from portal.models import ColumnPage, Correction, Erratum, Message, Opinion, Part
from portal.rooms import RECORDS
from portal.shelf import publications


@dataclass(frozen=True)
class Finding:
    """A column, as readers know it, and since when it has not been kept up; None where it is blank."""

    name: str
    since: datetime.date | None = None


def blank_columns() -> list[Finding]:
    """Publications, their sections, their lists, and parts of the openness column without anything public."""
    return [*_blank_publications(), *_blank_sections(), *_blank_rooms(), *_blank_parts()]


def stale_columns(on: datetime.date | None = None) -> list[Finding]:
    """The portal as a whole, and publications or their sections, to which nothing has been added for too long."""
    today = on or timezone.localdate()
    since = months_before(today, settings.COLUMN_STALE_MONTHS)
    home = _older(_newest_of_all(), today - datetime.timedelta(settings.HOME_STALE_DAYS))
    return [Finding(_("首页"), day) for day in home] + _stale_titles(since)


def overdue_messages(on: datetime.date | None = None) -> list[Message]:
    """The corrections and opinions whose time has passed without an answer, the longest waiting first."""
    found = [*Correction.objects.overdue(on), *Opinion.objects.overdue(on)]
    return sorted(found, key=lambda message: message.received_at)


def months_before(day: datetime.date, count: int) -> datetime.date:
    """The same day `count` months earlier, or the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def _blank_publications() -> list[Finding]:
    blank = Publication.objects.exclude(pk__in=publications().values("pk"))
    return [Finding(title.name) for title in blank]


def _blank_sections() -> list[Finding]:
    public = Issue.objects.published().filter(entries__section=OuterRef("pk"))
    sections = Section.objects.filter(publication__in=publications()).select_related("publication")
    return [Finding(_named(section)) for section in sections.exclude(Exists(public))]


def _blank_rooms() -> list[Finding]:
    """The lists for which entries are public that hold nothing: nobody has worked them out."""
    printed = Section.objects.filter(entries__issue__in=Issue.objects.published())
    found = []
    for kind, record in RECORDS.items():
        public: Any = record._default_manager
        filled = public.published().values("entry__issue__publication")
        wanted = publications().filter(sections__in=printed.filter(kind=kind)).exclude(pk__in=filled)
        found += [Finding(f"{title.name} › {kind.label}") for title in wanted.distinct()]
    return found


def _blank_parts() -> list[Finding]:
    held = set(ColumnPage.objects.published().values_list("part", flat=True))
    name = _("政府信息公开")
    return [Finding(f"{name} › {part.label}") for part in Part if part.value not in held]


def _stale_titles(since: datetime.date) -> list[Finding]:
    """A publication that is not kept up is one finding, however many sections it has."""
    found = []
    for title in publications():
        issues, documents = (
            Issue.objects.filter(publication=title),
            Document.objects.filter(publication=title),
        )
        old = _older(max(filter(None, map(_newest, (issues, documents))), default=None), since)
        found += [Finding(title.name, day) for day in old] or _stale_sections(title, since)
    return found


def _stale_sections(title: Publication, since: datetime.date) -> list[Finding]:
    entries = Entry.objects.filter(issue__in=Issue.objects.published(), section__publication=title)
    newest = entries.order_by().values("section").annotate(newest=Max("issue__published_at"))
    dated = {each["section"]: each["newest"] for each in newest}
    sections = Section.objects.filter(pk__in=dated).select_related("publication")
    return [Finding(_named(each), day) for each in sections for day in _older(dated[each.pk], since)]


def _newest_of_all() -> datetime.datetime | None:
    shelves: list[Any] = [Issue.objects, Document.objects, ColumnPage.objects, Erratum.objects]
    return max(filter(None, (_newest(shelf) for shelf in shelves)), default=None)


def _newest(shelf: Any) -> datetime.datetime | None:
    moment: datetime.datetime | None = shelf.published().aggregate(newest=Max("published_at"))["newest"]
    return moment


def _older(moment: datetime.datetime | None, since: datetime.date) -> list[datetime.date]:
    """The day of the moment, if it is before `since`; nothing where it is not, or where there is none."""
    day = timezone.localdate(moment) if moment else None
    return [day] if day and day < since else []


def _named(section: Section) -> str:
    return f"{section.publication.name} › {section.name}"
