"""The same page in another language: another beginning of its address."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language, override

from config.languages import KNOWN, SOURCE, Language


def languages_of(request: HttpRequest) -> list[Language]:
    """The languages in which the asked page can be read; its own alone where the address names none."""
    offered = [KNOWN[code] for code, _name in settings.LANGUAGES]
    return offered if _has_languages(request) else [current()]


def current() -> Language:
    return KNOWN[get_language() or SOURCE.code]


def path_in(language: Language, request: HttpRequest) -> str:
    """The path of the asked page in a language, without any modes: what search engines are told."""
    own = request.path_info.removeprefix("/")
    return "/" + escape_uri_path(_prefix(language) + own.removeprefix(_prefix(current())))


def address_in(language: Language, request: HttpRequest) -> str:
    """The same as a reader follows it: with what she asked for, and in the modes of her page."""
    query = request.META.get("QUERY_STRING", "")
    path = path_in(language, request).removeprefix("/")
    return get_script_prefix() + path + (f"?{query}" if query else "")


def _prefix(language: Language) -> str:
    return "" if language == SOURCE else f"{language.code}/"


def _has_languages(request: HttpRequest) -> bool:
    """Whether the address table gives the page another address in another language; so it does an unknown one."""
    match = request.resolver_match
    if match is None:
        return True
    other = SOURCE if current() != SOURCE else KNOWN["en"]
    # Not asked for by the address itself: a view may answer for two, and its name leads to one of them.
    name, args, kwargs = match.view_name, match.args, match.kwargs
    here = reverse(name, args=args, kwargs=kwargs)
    with override(other.code):
        return reverse(name, args=args, kwargs=kwargs) != here
