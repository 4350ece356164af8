"""The pages of lists, and those that stand by themselves."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import TruncMonth
from django.urls import reverse

from appointments.models import Official
from chronicle.models import Event
from documents.models import Document
from gazette.models import Issue
from portal.bodies import public_bodies
from portal.models import ColumnPage, Erratum
from portal.rooms import rooms
from portal.shelf import publications

# Pages that are there whether or not anything has been published.
_ALONE = ("home", "feeds", "api_docs", "site_map")


def columns() -> list[str]:
    """The addresses of all lists that hold something, in the language of the moment."""
    alone = [reverse(name) for name in _ALONE]
    return [*alone, *_collections(), *_titles(), *_volumes(), *_documents(), *_rooms(), *_months()]


def _collections() -> list[str]:
    """The lists of the portal as a whole; one that holds nothing has no page."""
    held: dict[str, QuerySet[Any]] = {
        "officials": Official.objects.published(),
        "bodies": public_bodies(),
        "errata": Erratum.objects.published(),
        "openness": ColumnPage.objects.published(),
    }
    return [reverse(name) for name, records in held.items() if records.exists()]


def _titles() -> list[str]:
    """The pages of the publications, and the calendars of those that have issues."""
    issues = Issue.objects.published().filter(publication=OuterRef("pk"))
    held = list(publications().annotate(has_issues=Exists(issues)))
    calendars = [reverse("calendar", args=[each.code]) for each in held if each.has_issues]
    return [*(each.get_absolute_url() for each in held), *calendars]


def _volumes() -> list[str]:
    issues = Issue.objects.published().order_by("publication__code", "year")
    held = issues.values_list("publication__code", "year").distinct()
    return [reverse("volume", args=pair) for pair in held]


def _documents() -> list[str]:
    codes = Document.objects.published().order_by("publication__code")
    held: QuerySet[Document, str] = codes.values_list("publication__code", flat=True).distinct()
    return [reverse("document_list", args=[code]) for code in held]


def _rooms() -> list[str]:
    return [address for lists in rooms().values() for _name, address in lists]


def _months() -> list[str]:
    """The months of which a publication's chronicle tells something."""
    events = Event.objects.published().filter(happened_on__isnull=False)
    dated = events.annotate(month=TruncMonth("happened_on")).order_by("month")
    held = dated.values_list("entry__issue__publication__code", "month").distinct()
    return [reverse("chronicle_month", args=[code, month.year, month.month]) for code, month in held]
