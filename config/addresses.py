"""Addresses as the rest of the world knows them: absolute, without the modes of a page, one for each page."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.encoding import escape_uri_path

from config.languages import KNOWN

# The readers' pages, which are not among the addresses of a site that serves editors alone.
_PUBLIC = "config.urls.public"


def site() -> str:
    """Scheme and host of the readers' site; empty where they are not configured."""
    return f"https://{settings.SITE_DOMAIN}" if settings.SITE_DOMAIN else ""


def origin(request: HttpRequest) -> str:
    """Scheme and host: those of the site where they are configured, else those that were asked for."""
    return site() or f"{request.scheme}://{request.get_host()}"


def readers_path(name: str, *args: object) -> str:
    """The path of a page of the readers' site, in Chinese and without modes, also where a worker of the editors' asks."""
    with translation.override(settings.LANGUAGE_CODE):
        return plain(reverse(name, urlconf=_PUBLIC, args=args))


def plain(path: str) -> str:
    """The path without the modes that it takes on while a page is shown in them (portal.modes)."""
    prefix = get_script_prefix()
    return f"/{path.removeprefix(prefix)}" if path.startswith(prefix) else path


def absolute(request: HttpRequest, path: str) -> str:
    """A path on this site, as `reverse` makes it, in full."""
    return origin(request) + plain(path)


def query_of(request: HttpRequest, kept: Iterable[str] = ()) -> str:
    """What of the query makes another page: the values of the fields in `kept`, and a page behind the first."""
    asked = QueryDict(mutable=True)
    for name in kept:
        values = [value for value in request.GET.getlist(name) if value]
        if values:
            asked.setlist(name, values)
    page = request.GET.get("page", "")
    if page.isascii() and page.isdecimal() and int(page) > 1:
        asked["page"] = page
    return f"?{asked.urlencode()}" if asked else ""


def canonical(request: HttpRequest, kept: Iterable[str] = ()) -> str:
    """The one address of the page that is asked for, whatever modes it is shown in; `kept` as of `query_of`."""
    return origin(request) + escape_uri_path(request.path_info) + query_of(request, kept)


def in_languages(request: HttpRequest, kept: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """The page's address in each language of the portal, by the language's tag; the first is the source's."""
    path = request.path_info
    for code, _name in settings.LANGUAGES[1:]:
        if path.startswith(f"/{code}/"):
            path = path.removeprefix(f"/{code}")
    ending = escape_uri_path(path) + query_of(request, kept)
    for code, _name in settings.LANGUAGES:
        prefix = "" if code == settings.LANGUAGE_CODE else f"/{code}"
        yield KNOWN[code].tag, origin(request) + prefix + ending
