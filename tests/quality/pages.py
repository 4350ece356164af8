"""One page of every kind, found by following the portal's own links from the home page."""

import re
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve

_LINK = re.compile(r'<a\s[^>]*?href="([^"]+)"')
# So many pages are followed; what no link of theirs leads to has no reader.
MOST = 500


@dataclass
class Pages:
    """The pages met: `kinds` has the first address of each kind by the name of its view, `failed` what did not answer."""

    kinds: dict[str, str] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)


def crawl(home: str) -> Pages:
    """Follow all links of the Chinese pages; of each kind only a few are opened."""
    met = Pages()
    waiting, seen, opened = deque([home]), {home}, dict[str, int]()
    while waiting and sum(opened.values()) < MOST:
        address = waiting.popleft()
        kind = _kind(address)
        if kind is None or opened.get(kind, 0) >= 12:
            continue
        opened[kind] = opened.get(kind, 0) + 1
        text = _html(address, met)
        if not text:
            continue
        met.kinds.setdefault(kind, address)
        for link in _LINK.findall(text):
            found = urldefrag(urljoin(address, link.replace("&amp;", "&")))[0]
            if found.startswith(home) and found not in seen:
                seen.add(found)
                waiting.append(found)
    return met


def _kind(address: str) -> str | None:
    """The name of the address's view; None for other languages and modes, which are looked at by themselves."""
    path = urlsplit(address).path
    if path.startswith(("/~", "/en/")):
        return None
    try:
        return resolve(path).view_name or path
    except Resolver404:
        return path


def _html(address: str, met: Pages) -> str:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 (the tests' own server)
            is_page = answer.headers.get_content_type() == "text/html"
            return answer.read().decode() if is_page else ""
    except urllib.error.HTTPError as fault:
        met.failed[address] = fault.code
        return ""
