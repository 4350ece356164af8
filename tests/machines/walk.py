"""Walking through the whole site as a search engine does: from the sitemap, along every link."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
from django.test import Client

HOST = "http://testserver"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What a section may hold instead of words.
SHOWN = ("img", "svg", "input", "select", "textarea", "button", "canvas", "object", "video")


@dataclass
class Visit:
    """An answer, and the page in it if it is one."""

    address: str
    status: int
    headers: dict[str, str]
    content: bytes
    has_cookies: bool

    @property
    def is_page(self) -> bool:
        return self.headers["Content-Type"].startswith("text/html")

    @cached_property
    def root(self) -> Any:
        return lxml.html.document_fromstring(self.content.decode())

    def tag(self, name: str) -> str | None:
        found = self.root.xpath(f"//meta[@name='{name}']/@content")
        return found[0] if found else None

    @cached_property
    def ids(self) -> set[str]:
        return set(self.root.xpath("//@id"))

    def links(self) -> Iterator[str]:
        """Where the page leads within the site, without modes: paths with query and fragment."""
        for href in self.root.xpath("//a/@href | //link/@href | //script/@src | //img/@src | //form/@action"):
            target = urljoin(f"{HOST}{self.address}", href)
            if target.startswith(f"{HOST}/"):
                yield re.sub(r"^/~[a-z-]+/", "/", target.removeprefix(HOST))

    def blank_sections(self) -> list[str]:
        """The headings that nothing follows before the next one of their rank, or the end of their section."""
        found = self.root.xpath("//main")[0].iter(*HEADINGS)
        return [heading.text_content() for heading in found if not _has_content(heading)]


def _has_content(heading: Any) -> bool:
    rank = HEADINGS.index(heading.tag)
    section = next(each for each in heading.iterancestors() if each.tag in {"section", "article", "main"})
    after = False
    for element in section.iter():
        if element is heading:
            after = True
        elif after and element.tag in HEADINGS[: rank + 1]:
            return False
        elif after and _says_something(element):
            return True
        if after and element.tail and element.tail.strip() and element is not heading:
            return True
    return False


def _says_something(element: Any) -> bool:
    if element.tag in HEADINGS or any(each.tag in HEADINGS for each in element.iterancestors()):
        return False
    return element.tag in SHOWN or bool(isinstance(element.tag, str) and (element.text or "").strip())


@dataclass
class Walk:
    """Every address is visited once."""

    client: Client
    visits: dict[str, Visit] = field(default_factory=dict)

    def visit(self, address: str) -> Visit:
        if address not in self.visits:
            answer = self.client.get(address)
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            told = Visit(
                address, answer.status_code, dict(answer.headers.items()), content, bool(answer.cookies)
            )
            self.visits[address] = told
        return self.visits[address]

    def sitemap(self) -> list[str]:
        """Every address that the sitemaps name."""
        parts = self._locations("/sitemap.xml")
        return [address for part in parts for address in self._locations(part)]

    def _locations(self, path: str) -> list[str]:
        found = re.findall("<loc>(.*?)</loc>", self.visit(path).content.decode())
        return [unquote(address.removeprefix(HOST)) for address in found]


def parted(link: str) -> tuple[str, str]:
    """The address and the fragment of a link."""
    parts = urlsplit(link)
    query = f"?{parts.query}" if parts.query else ""
    return unquote(parts.path) + query, unquote(parts.fragment)
