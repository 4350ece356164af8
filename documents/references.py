"""Document numbers in running text become links to the documents that are held and public."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from documents.lookup import held_by_number
from documents.models import Document

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_OPEN, _CLOSE = r"[〔［\[（(【〈﹝]", r"[〕］\]）)】〉﹞]"
_NUMBER = re.compile(
    rf"(?P<prefix>[{_HAN}]{{2,16}})\s*{_OPEN}\s*(?P<year>(?:19|20)\d\d)\s*{_CLOSE}\s*第?\s*(?P<serial>\d{{1,5}})\s*号"
)
_ORDER = re.compile(rf"(?P<prefix>[{_HAN}]{{1,20}}令)\s*[（(]?\s*第\s*(?P<serial>\d{{1,4}})\s*号")


@dataclass(frozen=True)
class Mention:
    """A number somewhere in a text. Where its issuer's name begins is not known: 根据新政发 or 新政发."""

    prefix: str
    tail: str
    start: int
    end: int

    def readings(self) -> Iterator[tuple[str, int]]:
        """Every number that this may be, the longest first, with the place where it begins."""
        for skipped in range(len(self.prefix) - 1):
            yield self.prefix[skipped:] + self.tail, self.start + skipped


def mentions(text: str) -> list[Mention]:
    """The numbers in a text in order, in the form that they ought to have: 〔2018〕3号."""
    years = (
        Mention(m["prefix"], f"〔{m['year']}〕{int(m['serial'])}号", *m.span())
        for m in _NUMBER.finditer(text)
    )
    orders = (Mention(m["prefix"], f"第{int(m['serial'])}号", *m.span()) for m in _ORDER.finditer(text))
    return sorted([*years, *orders], key=lambda mention: mention.start)


class References:
    """The public documents that a document names, looked up together."""

    def __init__(self, document: Document, texts: Iterable[str], numbers: Iterable[str]) -> None:
        named = {number: None for number in numbers if number}
        for text in texts:
            for mention in mentions(text):
                named.update({number: None for number, _start in mention.readings()})
        named.pop(document.doc_number, None)
        self._held = held_by_number(named, document.publication_id)

    def document(self, number: str) -> Document | None:
        return self._held.get(number)

    def linked(self, text: str) -> SafeString:
        """The text as HTML, as printed, its numbers linked where they lead somewhere."""
        parts: list[str] = []
        done = 0
        for mention in mentions(text) if self._held else []:
            for number, start in mention.readings():
                other = self.document(number)
                if other and start >= done:
                    parts += [conditional_escape(text[done:start]), _link(other, text[start : mention.end])]
                    done = mention.end
                    break
        parts.append(conditional_escape(text[done:]))
        return mark_safe("".join(parts))  # noqa: S308 (every part is escaped above)


def _link(other: Document, printed: str) -> SafeString:
    return format_html('<a href="{}" title="{}">{}</a>', other.get_absolute_url(), other.title, printed)
