"""What editors write in Markdown → HTML: text, lists, links and tables; no images, no HTML of their own."""

from collections.abc import Callable, Sequence
from typing import Any

import nh3
from django.urls import get_script_prefix
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from portal.citizens.leaving import leaving_address

_FRAME = {"class", "role", "tabindex", "aria-label"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}, "div": _FRAME}
_TEXT = {"p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
_TAGS = {*_TEXT, *(f"h{level}" for level in range(2, 7)), "div", "table", "thead", "tbody", "tr", "th", "td"}
_TITLE_LEVEL = 1


def to_html(text: str, way_out: Callable[[str], str] = leaving_address) -> SafeString:
    """The text as a page shows it under its title; `way_out` makes the address of a link to another host."""
    tokens = _READER.parse(text)
    _set_headings(tokens)
    for token in tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")
        for child in token.children or []:
            if child.type == "link_open":
                child.attrSet("href", _link(str(child.attrGet("href")), way_out))
    made = _READER.renderer.render(tokens, _READER.options, {})
    clean = nh3.clean(
        made,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return mark_safe(clean)  # noqa: S308 -- nh3 has just cleaned it


def _set_headings(tokens: Sequence[Token]) -> None:
    """Headings begin under the page's title and leave out no level, however they were marked."""
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    used = sorted({token.tag for token in headings})
    last = _TITLE_LEVEL
    for token in headings:
        if token.type == "heading_open":
            last = min(used.index(token.tag) + _TITLE_LEVEL + 1, last + 1)
        token.tag = f"h{min(last, 6)}"


def _link(address: str, way_out: Callable[[str], str]) -> str:
    """A path of this portal keeps the modes of the page; what leads elsewhere passes the notice."""
    if address.startswith("/") and not address.startswith("//"):
        return get_script_prefix() + address[1:]
    return way_out(address)


def _open_table(*_rendering: Any) -> str:
    frame = '<div class="table-frame" role="region" tabindex="0" aria-label="{}"><table>\n'
    return format_html(frame, _("表格"))


def _close_table(*_rendering: Any) -> str:
    return "</table></div>\n"


def _reader() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    made.renderer.rules |= {"table_open": _open_table, "table_close": _close_table}  # type: ignore[attr-defined]
    return made


_READER = _reader()
