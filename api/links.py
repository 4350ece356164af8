"""Where a record stands: its address in the API, and its page for readers."""

from functools import singledispatch
from typing import Any

from django.db.models import Model
from django.urls import reverse

from appointments.models import Appointment
from chronicle.models import Event
from documents.models import Document, RegisterEntry
from gazette.models import Body, Entry, Issue, Publication
from gazette_statistics.models import Observation


def api_address(record: Model) -> str:
    return reverse(f"api:{record._meta.model_name}", args=key(record))


def api_list(kind: type[Model]) -> str:
    return reverse(f"api:{kind._meta.model_name}-list")


@singledispatch
def key(record: Any) -> list[Any]:
    """What names a record in its address; publications, issues and documents have names that last."""
    return [record.pk]


@key.register
def _(record: Publication) -> list[Any]:
    return [record.code]


@key.register
def _(record: Issue) -> list[Any]:
    return [record.publication.code, record.year, record.number]


@key.register
def _(record: Document) -> list[Any]:
    return [record.publication.code, record.slug]


@singledispatch
def page(record: Any) -> str:
    """The page that shows a record; for what has none of its own, the page that it is printed on."""
    return record.get_absolute_url()


@page.register
def _(record: Body) -> str:
    return reverse("body", args=[record.pk])


@page.register
def _(record: Appointment) -> str:
    return page(record.notice)


@page.register
def _(record: Observation) -> str:
    return page(record.table)


@page.register
def _(record: Event) -> str:
    return _page_of_entry("issue_chronicle", record.entry)


@page.register
def _(record: RegisterEntry) -> str:
    return _page_of_entry("issue_register", record.entry)


def _page_of_entry(name: str, entry: Entry) -> str:
    return reverse(name, args=[*key(entry.issue), entry.pk])
