"""The feeds that there are: each with its title, its address, the page that it follows, and its entries."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from api.feeds import items
from api.feeds.items import Item
from appointments.models import Official
from documents.models import Document, DocumentKind
from gazette.models import Body, Entry, Issue, Publication, Section


@dataclass(frozen=True)
class Channel:
    """A feed. `items` asks the database, newest first; `page` is where its readers find the same on a page."""

    title: str
    address: str
    page: str
    items: Callable[[], list[Item]]


def of_site() -> Channel:
    """Every issue with all that stands in it, and the documents that no issue holds."""

    def found() -> list[Item]:
        alone = Document.objects.published().filter(entry__isnull=True)
        issues = items.issues(Issue.objects.published())
        return items.newest_first(issues, items.entries(Entry.objects.all()), items.documents(alone))

    return Channel(settings.SITE_NAME, reverse("feed_site"), reverse("home"), found)


def of_publication(held: Publication) -> Channel:
    def found() -> list[Item]:
        alone = Document.objects.published().filter(entry__isnull=True, publication=held)
        issues = items.issues(Issue.objects.published().filter(publication=held))
        entries = items.entries(Entry.objects.filter(issue__publication=held))
        return items.newest_first(issues, entries, items.documents(alone))

    return Channel(held.name, reverse("feed_publication", args=[held.code]), held.get_absolute_url(), found)


def of_section(held: Section) -> Channel:
    publication = held.publication
    return Channel(
        gettext("%(publication)s：%(section)s") % {"publication": publication.name, "section": held.name},
        reverse("feed_section", args=[held.pk]),
        publication.get_absolute_url(),
        lambda: items.entries(Entry.objects.filter(section=held)),
    )


def of_kind(kind: DocumentKind) -> Channel:
    """The documents of one kind (文种), in whichever publication."""
    return Channel(
        gettext("%(site)s：%(kind)s") % {"site": settings.SITE_NAME, "kind": kind.label},
        reverse("feed_kind", args=[kind.value]),
        reverse("home"),
        lambda: items.documents(Document.objects.published().filter(kind=kind)),
    )


def of_body(held: Body) -> Channel:
    """The documents that an organ has issued, and the notices on its posts."""

    def found() -> list[Item]:
        on_posts = Entry.objects.filter(appointment_notice__appointments__post__body=held).values("pk")
        notices = items.entries(Entry.objects.filter(pk__in=on_posts))
        issued = Document.objects.published().filter(issuing_body=held)
        return items.newest_first(items.documents(issued), notices)

    return Channel(held.name, reverse("feed_body", args=[held.pk]), reverse("body", args=[held.pk]), found)


def of_official(held: Official) -> Channel:
    """What names an official: notices, meetings in the chair, chronicles."""
    notices = Q(appointment_notice__appointments__official=held)
    named = notices | Q(meeting__chair=held) | Q(events__officials=held)
    return Channel(
        str(held),
        reverse("feed_official", args=[held.pk]),
        held.get_absolute_url(),
        lambda: items.entries(Entry.objects.filter(pk__in=Entry.objects.filter(named).values("pk"))),
    )
