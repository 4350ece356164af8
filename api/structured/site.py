"""The site itself, and where a page stands in it."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from api.structured import things
from api.structured.page import Node, Page, node


def website(page: Page) -> Node:
    """The site with its search, by which search engines may offer a box of it."""
    home = page.absolute(reverse("home"))
    return node(
        "WebSite",
        **{"@id": home},
        url=home,
        name=settings.SITE_NAME,
        publisher=things.organ(settings.SITE_SPONSOR) if settings.SITE_SPONSOR else None,
        potentialAction=_search(page),
    )


def _search(page: Page) -> Node | None:
    try:
        found = page.absolute(reverse("search"))
    except NoReverseMatch:
        return None
    target = node("EntryPoint", urlTemplate=f"{found}?q={{search_term_string}}")
    return {**node("SearchAction", target=target), "query-input": "required name=search_term_string"}


def breadcrumbs(page: Page) -> Node | None:
    """The way from the home page to this one (当前位置)."""
    above = [(name, page.absolute(path)) for name, path in page.get("trail") or []]
    if not above:
        return None
    steps = [*above, (page.get("here"), page.address)]
    items = [
        node("ListItem", position=place, name=str(name), item=address)
        for place, (name, address) in enumerate(steps, 1)
    ]
    return node("BreadcrumbList", itemListElement=items)
