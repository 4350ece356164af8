"""The addresses of a sitemap: each page in each language, with the others beside it."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import translation

from api.sitemaps.columns import columns
from api.sitemaps.records import SHELVES, Shelf
from config.addresses import absolute
from config.languages import KNOWN

# A file may hold 50,000 addresses: each record has one in every language.
LIMIT = 5000
COLUMNS = "columns"


@dataclass(frozen=True)
class Address:
    """`changed_at` is None where it is not known; `alternates` are tags of languages with addresses."""

    location: str
    changed_at: datetime.datetime | None = None
    alternates: list[tuple[str, str]] = field(default_factory=list)


def parts() -> Iterator[tuple[str, int]]:
    """The sitemaps that hold something, by name and page."""
    yield COLUMNS, 1
    for name, shelf in SHELVES.items():
        count = shelf.records().count()
        yield from ((name, page) for page in range(1, -(-count // LIMIT) + 1))


def addresses(request: HttpRequest, name: str, page: int) -> list[Address]:
    """The addresses of one sitemap; KeyError where there is none of that name, EmptyPage none of that page."""
    if name == COLUMNS and page == 1:
        return list(_columns(request))
    shelf = SHELVES[name]
    records = list(Paginator(shelf.records().order_by("pk"), LIMIT).page(page).object_list)
    return list(_records(request, shelf, records))


def _columns(request: HttpRequest) -> Iterator[Address]:
    for paths in zip(*_in_languages(columns), strict=True):
        yield from _page(request, paths, None)


def _records(request: HttpRequest, shelf: Shelf, records: Sequence[Any]) -> Iterator[Address]:
    changed = shelf.changed(records)
    by_language = _in_languages(lambda: [shelf.address(record) for record in records])
    for record, paths in zip(records, zip(*by_language, strict=True), strict=True):
        yield from _page(request, paths, changed.get(record.pk))


def _page(request: HttpRequest, paths: Sequence[str], changed: datetime.datetime | None) -> Iterator[Address]:
    """The page at these addresses, one a language; a page that has one language has one address."""
    full = [absolute(request, path) for path in paths]
    if len(set(full)) == 1:
        yield Address(full[0], changed)
        return
    tagged = list(zip((KNOWN[code].tag for code, _name in settings.LANGUAGES), full, strict=True))
    alternates = [*tagged, ("x-default", full[0])]
    yield from (Address(location, changed, alternates) for location in full)


def _in_languages(paths: Callable[[], list[str]]) -> list[list[str]]:
    found = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found.append(paths())
    return found
