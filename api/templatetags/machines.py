"""What the head of every page tells programs."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.safestring import SafeString

from api.structured.facts import Facts, facts
from api.structured.feeds import feeds
from api.structured.page import Page, as_script
from api.structured.pages import described
from api.structured.ways import alternates, kept
from config.addresses import canonical, plain

register = template.Library()


@dataclass(frozen=True)
class ForMachines:
    """The parts of parts/for_machines.html. `data` is empty where a page is about nothing in particular."""

    facts: Facts
    alternates: list[tuple[str, str]]
    feeds: list[tuple[str, str]]
    opensearch: str
    data: SafeString


@register.simple_tag(takes_context=True)
def for_machines(context: RequestContext) -> ForMachines | None:
    """None on the pages that say that there is nothing here."""
    page = _page(context)
    if page is None or not page.name:
        return None
    nodes = described(page)
    data = as_script(nodes) if nodes else SafeString()
    # Whoever follows a feed does not follow how this page is shown.
    followed = [(channel.title, plain(channel.address)) for channel in feeds(page)]
    opensearch = plain(reverse("opensearch"))
    return ForMachines(facts(page), alternates(page), followed, opensearch, data)


@register.simple_tag(takes_context=True)
def page_facts(context: RequestContext) -> Facts | None:
    """What the tags of a content page tell besides its title."""
    page = _page(context)
    return facts(page) if page else None


@register.simple_tag(takes_context=True)
def canonical_address(context: RequestContext) -> str:
    """The one address of this page: without modes, with its number among the pages of a list, and its filters."""
    page = _page(context)
    return canonical(page.request, kept(page)) if page else ""


def _page(context: RequestContext) -> Page | None:
    request: Any = context.get("request")
    return Page(request, context) if request else None  # type: ignore[arg-type]
