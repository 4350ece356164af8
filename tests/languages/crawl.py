"""One page of every kind that links lead to, in one language, and the words on it that nobody marked."""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element

import tinyhtml5
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation

_HAN, _LATIN, _ARABIC = (
    re.compile("[\u3400-\u9fff]"),
    re.compile("[A-Za-z]{2}"),
    re.compile("[\u0621-\u06d5]"),
)
_READ_OUT = ("aria-label", "title", "placeholder", "alt")
_PAGES_OF_A_KIND = 3
# What is no page has no words of the portal's.
_FILE = re.compile(r"\.(pdf|csv|svg|xml|json|epub|docx)(\?|$)")


def crawl(client: Client, home: str, code: str) -> dict[str, Element]:
    """The trees of some pages of each kind, by their addresses."""
    waiting, seen, opened, trees = deque([home]), {home}, dict[str, int](), dict[str, Element]()
    while waiting:
        address = waiting.popleft()
        kind = _kind(address, code)
        if kind is None or opened.get(kind, 0) >= _PAGES_OF_A_KIND:
            continue
        opened[kind] = opened.get(kind, 0) + 1
        answer = client.get(address)
        assert answer.status_code < 400, (address, answer.status_code)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        trees[address] = tinyhtml5.parse(answer.content.decode(), namespace_html_elements=False)
        for link in trees[address].iter("a"):
            found = urldefrag(urljoin(address, link.get("href", "")))[0]
            if found.startswith(home) and found not in seen and not _FILE.search(found):
                seen.add(found)
                waiting.append(found)
    return trees


def _kind(address: str, code: str) -> str | None:
    with translation.override(code):
        try:
            return resolve(address.partition("?")[0]).view_name
        except Resolver404:
            return None


def unmarked(tree: Element) -> Iterator[str]:
    """What stands on the page in Chinese without being marked as Chinese, attributes that are read out included.

    A name within a sentence of the page's own language needs no mark: WCAG 2.2, 3.1.2.
    """
    body = tree.find("body")
    assert body is not None
    own = _ARABIC if tree.get("dir") == "rtl" else _LATIN
    for text in _not_in_chinese(body, tree.get("lang", "")):
        if _HAN.search(text) and not own.search(text):
            yield text.strip()


def _not_in_chinese(element: Element, language: str) -> Iterator[str]:
    language = element.get("lang", language)
    # A point of a chart says its month and its figure with the unit, as the table does.
    if element.tag.rpartition("}")[2] in {"script", "style", "circle"}:
        return
    if not language.startswith("zh"):
        yield element.text or ""
        yield from (element.get(name, "") for name in _READ_OUT)
    for child in element:
        yield from _not_in_chinese(child, language)
        if not language.startswith("zh"):
            yield child.tail or ""
