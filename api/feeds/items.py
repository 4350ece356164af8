"""What was published, as entries of a feed: issues, what stands in them, and documents by themselves."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext

from api.changes import last_edits
from documents.models import Document
from gazette.contents import address_of, with_records
from gazette.models import Entry, Issue, Publication

# So many entries a feed has; who reads it once a month misses nothing of an ordinary gazette.
MOST = 60


@dataclass(frozen=True)
class Item:
    """One entry of a feed."""

    record: Model
    title: str
    path: str
    published_at: datetime.datetime
    edited_at: datetime.datetime | None = None
    summary: str = ""
    author: str = ""
    categories: tuple[str, ...] = ()
    # Its place among what was published at the same moment.
    place: int = 0

    @property
    def changed_at(self) -> datetime.datetime:
        """When it was corrected last since it was published, else when that was."""
        return max(self.published_at, self.edited_at or self.published_at)

    @property
    def id(self) -> str:
        """The same for ever, also where the title, the address or the portal's domain changes: RFC 4287, 4.2.6."""
        holder: Any = getattr(self.record, "issue", self.record)
        publication: Publication = holder.publication
        name = f"{publication.name}/{self.record._meta.label_lower}/{self.record.pk}"
        return uuid.uuid5(uuid.NAMESPACE_OID, name).urn


def issues(found: QuerySet[Issue]) -> list[Item]:
    newest = found.select_related("publication").order_by("-published_at", "-year", "-number")[:MOST]
    return _dated([_of_issue(issue) for issue in newest])


def entries(found: QuerySet[Entry]) -> list[Item]:
    """Those of the lines of public issues that have a page."""
    public = with_records(found.filter(issue__in=Issue.objects.published()))
    order = ("-issue__published_at", "-issue__year", "-issue__number", "position", "pk")
    newest = public.select_related("issue__publication").order_by(*order)[:MOST]
    made = [_of_entry(entry, address_of(entry)) for entry in newest]
    return _dated([item for item in made if item.path])


def documents(found: QuerySet[Document]) -> list[Item]:
    at = Coalesce("entry__issue__published_at", "published_at")
    related = found.select_related("publication", "entry__issue__publication", "entry__section")
    newest = related.order_by(at.desc(), "entry__position", "pk")[:MOST]
    return _dated([_of_document(document) for document in newest])


def newest_first(*groups: Iterable[Item]) -> list[Item]:
    """All together, those published last first; what was published together stands as it is printed."""
    items = [item for group in groups for item in group]
    return sorted(items, key=lambda item: (-item.published_at.timestamp(), item.place))[:MOST]


def _of_issue(issue: Issue) -> Item:
    return Item(
        record=issue,
        title=str(issue),
        path=issue.get_absolute_url(),
        published_at=_at(issue),
        summary="，".join(filter(None, [issue.serial_label, issue.dated_label])),
        author=issue.publication.sponsor,
        categories=(gettext("公报"),),
    )


def _of_entry(entry: Entry, path: str) -> Item:
    held: Document | None = getattr(entry, "document", None)
    if held is not None:
        held.entry = entry
        return _of_document(held)
    return Item(
        record=entry,
        title=entry.title,
        path=path,
        published_at=_at(entry.issue),
        summary="，".join(filter(None, [entry.doc_number, str(entry.issue)])),
        author=entry.issue.publication.sponsor,
        categories=(entry.section.name,) if entry.section else (),
        place=entry.position,
    )


def _of_document(held: Document) -> Item:
    entry = held.entry
    section = entry.section.name if entry and entry.section else ""
    kind = held.get_kind_display() if held.kind else ""
    return Item(
        record=held,
        title=held.title,
        path=held.get_absolute_url(),
        published_at=_at(entry.issue if entry else held),
        summary="，".join(filter(None, [held.doc_number, str(entry.issue) if entry else ""])),
        author=held.issuer or held.publication.sponsor,
        categories=tuple(filter(None, [kind, section])),
        place=entry.position if entry else 0,
    )


def _at(published: Issue | Document) -> datetime.datetime:
    """When it was published. What is public always knows."""
    if published.published_at is None:
        raise ValueError("only what is published stands in a feed")
    return published.published_at


def _dated(items: list[Item]) -> list[Item]:
    """The items with the moments of their last corrections; records of one model are looked up together."""
    if not items:
        return []
    since = min(item.published_at for item in items)
    edits = {
        model: last_edits(model, [item.record.pk for item in items if isinstance(item.record, model)], since)
        for model in {type(item.record) for item in items}
    }
    return [
        replace(item, edited_at=edits[type(item.record)].get(item.record.pk, item.published_at))
        for item in items
    ]
