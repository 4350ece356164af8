"""What a site puts round a text: navigation, search, foot. It is taken off; what is left is the text.

The text is where most of the words are that are no links. Inside it goes only what is certainly no text
(scripts, <nav>, a foot with the site's registration). Outside it goes what says of itself that it is
navigation or foot, and what is nearly all links; all else stays, such as the title and the table of 索引号
and 发文字号 above a document.
"""

import re
from typing import Any

_NEVER = {
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "canvas",
    "video", "audio", "select", "button", "input", "textarea", "link", "meta", "title", "head", "datalist",
}  # fmt: skip
_OUTSIDE = {"nav", "footer", "aside", "menu", "dialog"}
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navbar|navigation|menu|foot|footer|bottom|crumb|crumbs|breadcrumb|location|position|"
    r"dqwz|wz|share|bdsharebuttonbox|print|copyright|sidebar|side|related|search|login|qrcode|ewm|banner|logo|"
    r"toolbar|topbar|links|friendlink|yqlj|header|head|top)(?:$|[\s_\d-])|"
    r"(?:footer|navbar|breadcrumb|copyright|sharebox|friendlink)",
    re.I,
)
_ROLES = {"navigation", "contentinfo", "search", "banner"}
_FOOT_WORDS = re.compile(r"ICP|备案|版权所有|网站标识码|网站地图")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ATTACHED = re.compile(r"\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|rtf|txt|zip|rar|7z|jpe?g|png)(?:$|[?#])", re.I)
_HAN = re.compile(r"[\u3400-\u9fff]")
# A part that holds so much of what its surroundings say is where the text is.
_MAIN_SHARE = 0.7
_LINK_SHARE = 0.6
_FEWEST_LINKS = 3
# No furniture is so large a part of a page.
_LARGEST_CHROME = 0.3
_BLOCKS = {"div", "ul", "ol", "table", "section", "dl", "p", "td", "form", "center", "header"}


def take_off(root: Any) -> list[str]:
    """Remove from a page's tree what is not its text; returns the words of the parts taken for furniture."""
    for element in list(root.iter()):
        if element.getparent() is None:
            continue
        tag = element.tag
        if tag in _NEVER or "hidden" in element.attrib or _HIDDEN.search(element.get("style") or ""):
            _drop(element)
    weights = _Weights(root)
    main = _main(root, weights)
    above, inside = {main, *main.iterancestors()}, set(main.iter())
    total = weights.words(root) or 1
    removed: list[str] = []
    for element in list(root.iter()):
        if element in above or not isinstance(element.tag, str) or not _is_attached(element, root):
            continue
        is_furniture = _is_certain if element in inside else _is_likely
        if weights.words(element) <= _LARGEST_CHROME * total and is_furniture(element, weights):
            words = " ".join("".join(element.itertext()).split())
            if words:
                removed.append(words[:60])
            _drop(element)
    return removed


class _Weights:
    """How many words each part of a page has, and how many of them are links."""

    def __init__(self, root: Any) -> None:
        self._words: dict[Any, int] = {}
        self._linked: dict[Any, int] = {}
        self._links: dict[Any, int] = {}
        # Children come before their parents.
        for element in reversed(list(root.iter())):
            parts = list(element)
            text = len(_HAN.findall(element.text or "")) + sum(len(_HAN.findall(e.tail or "")) for e in parts)
            words = text + sum(self._words[part] for part in parts)
            # What is attached to a document belongs to it; all other links lead elsewhere.
            is_link = (
                element.tag == "a" and bool(element.get("href")) and not _ATTACHED.search(element.get("href"))
            )
            self._words[element] = words
            self._linked[element] = words if is_link else sum(self._linked[part] for part in parts)
            self._links[element] = int(is_link) + sum(self._links[part] for part in parts)

    def words(self, element: Any) -> int:
        return self._words[element]

    def own(self, element: Any) -> int:
        """Words that are no links."""
        return self._words[element] - self._linked[element]

    def is_linked(self, element: Any) -> bool:
        """Whether a part is nearly all links."""
        return (
            self._links[element] >= _FEWEST_LINKS
            and self._linked[element] >= _LINK_SHARE * self._words[element]
        )


def _main(root: Any, weights: _Weights) -> Any:
    """The innermost part that holds most of the words that are no links; the page where most are links."""
    body = next(root.iter("body"), root)
    if weights.own(body) < weights.words(body) / 2:
        return body
    main = body
    while True:
        heaviest = max((e for e in main if isinstance(e.tag, str)), key=weights.own, default=None)
        if heaviest is None or weights.own(heaviest) < _MAIN_SHARE * weights.own(main):
            return main
        main = heaviest


def _is_certain(element: Any, weights: _Weights) -> bool:
    if element.tag in _OUTSIDE or element.get("role") in _ROLES:
        return True
    if not _is_marked(element):
        return False
    return weights.is_linked(element) or bool(_FOOT_WORDS.search("".join(element.itertext())))


def _is_likely(element: Any, weights: _Weights) -> bool:
    if _is_certain(element, weights) or (element.tag in _BLOCKS and weights.is_linked(element)):
        return True
    return _is_marked(element) and next(element.iter("h1"), None) is None


def _is_marked(element: Any) -> bool:
    """Whether a part says of itself that it is navigation or the like."""
    return element.tag in _BLOCKS and bool(
        _CHROME.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    )


def _is_attached(element: Any, root: Any) -> bool:
    return element is root or any(parent is root for parent in element.iterancestors())


def _drop(element: Any) -> None:
    """Remove an element, not the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
