"""The page that is being described, and how what is said of it is written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from config.addresses import absolute, canonical
from config.languages import SOURCE

Node = dict[str, Any]

# In a title these could end the script element, or begin a comment in it.
_ESCAPED = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Page:
    """A page by its request and the context of its template."""

    request: HttpRequest
    context: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The name of the page's address; empty for a page that no address has, as 404."""
        match = self.request.resolver_match
        missing = "exception" in self.context or "taken_back" in self.context
        return "" if match is None or missing else match.view_name

    @property
    def address(self) -> str:
        return canonical(self.request)

    def get(self, name: str) -> Any:
        return self.context.get(name)

    def absolute(self, path: str) -> str:
        return absolute(self.request, path)


def node(kind: str, **properties: Any) -> Node:
    """A thing of a type of schema.org; what is not known is left out."""
    return {
        "@type": kind,
        **{name: value for name, value in properties.items() if value not in (None, "", [])},
    }


def as_script(nodes: list[Node]) -> SafeString:
    """The nodes as the text of a script element of type application/ld+json, where no title can end it."""
    written = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False)
    return mark_safe(written.translate(_ESCAPED))  # noqa: S308 - every sign of HTML is escaped.


LANGUAGE = SOURCE.tag
