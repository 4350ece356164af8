"""How a reader wants pages to look, kept in the address for browsers without scripts: /~elder-dark/ili/.

With scripts the same modes are kept in the browser's local storage, and addresses stay plain. No cookie is set.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import set_script_prefix
from django.utils.encoding import escape_uri_path

# The classes of the page's <html>, in the order in which an address names them.
MODES = ("elder", "large", "larger", "light", "dark")
# Of each group a page has one at most.
GROUPS = {"size": ("elder", "large", "larger"), "colours": ("light", "dark")}


def modes_of(segment: str) -> tuple[str, ...] | None:
    """The modes that the first part of an address names: ~elder-dark; None where it names none."""
    named = tuple(segment[1:].split("-")) if segment.startswith("~") else ()
    ordered = tuple(mode for mode in MODES if mode in named)
    alone = all(len(set(group) & set(named)) <= 1 for group in GROUPS.values())
    return named if named and named == ordered and alone else None


def prefix_of(modes: tuple[str, ...]) -> str:
    """What stands before every address of a page in these modes: /~elder-dark/, or / for none."""
    return f"/~{'-'.join(modes)}/" if modes else "/"


def with_mode(modes: tuple[str, ...], group: str, chosen: str = "") -> tuple[str, ...]:
    """The same modes with another choice in one group; an empty choice is the group's default."""
    kept = [mode for mode in modes if mode not in GROUPS[group]]
    return tuple(mode for mode in MODES if mode in kept or mode == chosen)


def address_in(modes: tuple[str, ...], request: HttpRequest) -> str:
    """The address of the page that is asked for, with its query, in these modes."""
    query = request.META.get("QUERY_STRING", "")
    path = escape_uri_path(request.path_info.removeprefix("/"))
    return prefix_of(modes) + path + (f"?{query}" if query else "")


def in_modes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Take the modes off the address. Every address made while the page is answered keeps them."""

    def handle(request: HttpRequest) -> HttpResponse:
        segment, _, rest = request.path_info.removeprefix("/").partition("/")
        request.modes = modes_of(segment) or ()  # type: ignore[attr-defined]
        if not request.modes:  # type: ignore[attr-defined]
            return get_response(request)
        request.path_info = f"/{rest}"
        set_script_prefix(f"/{segment}/")
        try:
            return get_response(request)
        finally:
            set_script_prefix("/")

    return handle
