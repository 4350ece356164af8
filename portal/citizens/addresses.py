"""Which page of this portal an address is of, and what that page is called."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import QuerySet
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve
from django.utils import translation

from appointments.models import AppointmentNotice
from chronicle.models import Meeting
from documents.models import Document
from gazette.models import Issue
from gazette_statistics.models import IndicatorTable
from portal.models import ColumnPage
from portal.modes import modes_of
from portal.shelf import publications

# The pages that have a title of their own, by the name of their address.
_HELD: dict[str, Callable[[dict[str, Any]], QuerySet[Any]]] = {
    "publication": lambda said: publications().filter(code=said["publication"]),
    "issue": lambda said: (
        Issue.objects.published()
        .filter(publication__code=said["publication"], year=said["year"], number=said["number"])
        .select_related("publication")
    ),
    "document": lambda said: Document.objects.published().filter(
        publication__code=said["publication"], slug=said["slug"]
    ),
    "appointment_notice": lambda said: AppointmentNotice.objects.published().filter(pk=said["pk"]),
    "meeting": lambda said: Meeting.objects.published().filter(pk=said["pk"]),
    "indicator_table": lambda said: IndicatorTable.objects.published().filter(pk=said["pk"]),
    "column_page": lambda said: ColumnPage.objects.published().filter(pk=said["pk"]),
}


def own_hosts() -> set[str]:
    """The names that this portal goes by."""
    return {host.lstrip(".") for host in (settings.SITE_DOMAIN, *settings.ALLOWED_HOSTS) if host}


def path_of(address: str, host: str = "") -> str | None:
    """The plain path, without modes, of an address of this portal; None of any other address.

    `host` is the one that the request came to. What is looked for is a page that can be, not one that is:
    also a page that is gone has an address.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.netloc and parts.netloc not in {host, *own_hosts()}:
        return None
    if parts.scheme not in {"", "http", "https"} or (parts.scheme and not parts.netloc):
        return None
    path = _without_modes(unquote(parts.path))
    if match_of(path) is None:
        return None
    return f"{path}?{parts.query}" if parts.query else path


def match_of(path: str) -> ResolverMatch | None:
    """Which page a path leads to, in whatever language; None where no page of the public site can be."""
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            match = resolve(path.partition("?")[0])
        except Resolver404:
            return None
    return None if match.app_name == "admin" else match


def title_of(path: str) -> str:
    """What the page at a path of `path_of` is called; empty where it cannot be told."""
    match = match_of(path)
    if match and match.url_name == "home":
        return translation.gettext("首页")
    asked = _HELD.get(match.url_name or "") if match else None
    held = asked(match.kwargs).first() if asked and match else None
    # The title of a page of the column is the editors' copy; readers see the one that was approved.
    return held.public_title if isinstance(held, ColumnPage) else str(held or "")


def in_modes(path: str) -> str:
    """The path as the links of a page write it, in the modes of that page."""
    return get_script_prefix() + path.removeprefix("/")


def _without_modes(path: str) -> str:
    segment, _, rest = path.removeprefix("/").partition("/")
    return f"/{rest}" if modes_of(segment) else path
