"""Where programs may go on from a page: to its other languages.

Neighbours have no <link rel="next"> in the head: Firefox would fetch each before anybody asks for it, which the
security policy forbids. The links on the page name them.
"""

from django.conf import settings

from api.structured.page import Page
from config.addresses import in_languages
from config.languages import KNOWN

# Those of the search are in no form of Django's.
_OF_SEARCH = ["q", "publication", "kind", "year", "order"]


def kept(page: Page) -> list[str]:
    """The names of the fields by which the page is filtered: those of the form that it shows."""
    return _OF_SEARCH if page.name == "search" else list(getattr(page.get("form"), "fields", {}))


def alternates(page: Page) -> list[tuple[str, str]]:
    """Each language's tag with the address of the page in it, and the one for all others."""
    if len(settings.LANGUAGES) < 2 or page.request.resolver_match is None:
        return []
    found = list(in_languages(page.request, kept(page)))
    return [*found, ("x-default", found[0][1]), *_translations(page)]


def _translations(page: Page) -> list[tuple[str, str]]:
    """The translations of a document into languages in which the portal itself is not shown."""
    offered = {KNOWN[code].tag for code, _name in settings.LANGUAGES}
    found = page.get("translations") if page.name == "document" else []
    held = [(each.spoken.tag, page.absolute(each.get_absolute_url())) for each in found or []]
    return [(tag, address) for tag, address in held if tag not in offered]
