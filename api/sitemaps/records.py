"""The pages of records: which there are, and when each was last changed."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.urls import reverse

from api.changes import last_edits
from api.public import public_indicators
from appointments.models import AppointmentNotice, Official
from chronicle.models import Event, Meeting
from documents.models import Document, RegisterEntry, Translation
from gazette.contents import address_of, with_records
from gazette.models import Entry, Issue
from gazette.models.issue import Publishable
from gazette_statistics.models import IndicatorTable
from portal.bodies import public_bodies
from portal.models import ColumnPage


@dataclass(frozen=True)
class Shelf:
    """The records of one kind that have pages; `published` leads from one to what tells when it was public.

    Where `published` is None no such moment is known of a record: a person is named in many issues.
    """

    records: Callable[[], QuerySet[Any]]
    published: Callable[[Any], Publishable] | None = None
    address: Callable[[Any], str] = lambda record: record.get_absolute_url()
    # Whether what an editor saves is seen at once; of the pages of a column editors have a copy of their own.
    is_edited: bool = True

    def changed(self, records: Sequence[Model]) -> dict[int, datetime.datetime]:
        """By key, when each was published, or corrected since."""
        if self.published is None or not records:
            return {}
        begun = {each.pk: self.published(each).published_at for each in records}
        known = {pk: moment for pk, moment in begun.items() if moment is not None}
        if not self.is_edited or not known:
            return known
        edits = last_edits(type(records[0]), list(known), min(known.values()))
        return {pk: max(moment, edits.get(pk, moment)) for pk, moment in known.items()}


def _entries_of(model: Any) -> QuerySet[Entry]:
    public = model.objects.published().filter(entry=OuterRef("pk"))
    return with_records(Entry.objects.filter(Exists(public))).select_related("issue__publication")


def _in_issue(model: Any) -> QuerySet[Any]:
    return model.objects.published().select_related("entry__issue__publication")


def _documents() -> QuerySet[Document]:
    return Document.objects.published().select_related("publication", "entry__issue")


def _translations() -> QuerySet[Translation]:
    return Translation.objects.published().select_related("document__publication")


SHELVES: dict[str, Shelf] = {
    "issues": Shelf(lambda: Issue.objects.published().select_related("publication"), lambda issue: issue),
    "documents": Shelf(_documents, lambda held: held.entry.issue if held.entry else held),
    "translations": Shelf(_translations, lambda held: held),
    "notices": Shelf(lambda: _in_issue(AppointmentNotice), lambda notice: notice.entry.issue),
    "meetings": Shelf(lambda: _in_issue(Meeting), lambda meeting: meeting.entry.issue),
    "tables": Shelf(lambda: _in_issue(IndicatorTable), lambda table: table.entry.issue),
    "chronicles": Shelf(lambda: _entries_of(Event), lambda entry: entry.issue, address_of),
    "registers": Shelf(lambda: _entries_of(RegisterEntry), lambda entry: entry.issue, address_of),
    "indicators": Shelf(lambda: public_indicators().select_related("publication")),
    "officials": Shelf(lambda: Official.objects.published()),
    "openness": Shelf(lambda: ColumnPage.objects.published(), lambda page: page, is_edited=False),
    "organs": Shelf(public_bodies, address=lambda body: reverse("body", args=[body.pk])),
}
