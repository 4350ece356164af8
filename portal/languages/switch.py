"""The same page in another language: another beginning of its address."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language

from config.languages import KNOWN, SOURCE, Language


def current() -> Language:
    return KNOWN[get_language() or SOURCE.code]


def others() -> list[Language]:
    """The languages of the site without the page's own."""
    return [KNOWN[code] for code, _name in settings.LANGUAGES if KNOWN[code] != current()]


def address_in(language: Language, request: HttpRequest) -> str:
    """The asked page in a language: with all that was asked for, and in the modes of the page."""
    query = request.META.get("QUERY_STRING", "")
    rest = request.path_info.removeprefix("/").removeprefix(_prefix(current()))
    path = escape_uri_path(_prefix(language) + rest)
    return get_script_prefix() + path + (f"?{query}" if query else "")


def _prefix(language: Language) -> str:
    return "" if language == SOURCE else f"{language.code}/"
