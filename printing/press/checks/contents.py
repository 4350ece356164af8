"""The page numbers in the contents are those of the pages on which the headings stand, as printed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from printing.press.examined import Examined, PrintedPage
from printing.press.finding import Finding

LINE = re.compile(r"(.*?)[….·・]{2,}(\d+)")
DOC_NUMBER = re.compile(r".*〔\d{4}〕.*号|.*\[\d{4}\].*号")
FOLIOS_ASKED = re.compile(r'class="folio"')
# The share of a title's pairs of characters that the page's large lines must have: titles in contents are shortened.
ENOUGH = 0.6
HEADING_SIZE = 13.0


@dataclass(frozen=True)
class Line:
    """An entry of the contents: its lines as printed, and the folio that it names."""

    page: int
    lines: list[str]
    folio: int

    @property
    def title(self) -> str:
        """Its last line that is no document number; the section's name may stand before it."""
        return next((line for line in reversed(self.lines) if line and not DOC_NUMBER.fullmatch(line)), "")


def contents(issue: Examined) -> Iterator[Finding]:
    found = list(_entries(issue.front))
    asked = len(FOLIOS_ASKED.findall(issue.text.front))
    if len(found) < asked:
        told = {"asked": asked, "found": len(found)}
        yield Finding("contents", "error", _("目录应有 %(asked)d 个页码，只印出 %(found)d 个") % told)
    wrong = [line for line in found if not _is_right(line, issue.body)]
    for line in wrong:
        said = _("目录说“%(title)s”在第 %(folio)d 页，那一页没有这个标题")
        yield Finding("contents", "error", said % {"title": line.title, "folio": line.folio}, line.page)
    if found and not wrong and len(found) >= asked:
        yield Finding(
            "contents", "ok", _("目录 %(lines)d 条，页码都与标题所在的页相符") % {"lines": len(found)}
        )
    elif not found and not asked:
        yield Finding("contents", "ok", _("没有目录"))


def _entries(pages: Iterable[PrintedPage]) -> Iterator[Line]:
    for page in pages:
        waiting: list[str] = []
        for row in page.rows:
            match = LINE.fullmatch(row)
            waiting.append(match[1] if match else row)
            if match:
                yield Line(page.number, waiting, int(match[2]))
                waiting = []


def _is_right(line: Line, body: list[PrintedPage]) -> bool:
    page = next((page for page in body if page.folio == line.folio), None)
    if page is None:
        return False
    return any(part in page.plain for part in _wordings(line.lines)) or _resembles(line.title, page)


def _wordings(lines: list[str]) -> Iterator[str]:
    """What may stand over the text: the entry's last lines together, with its document number or without."""
    ends = [len(lines)]
    if len(lines) > 1 and DOC_NUMBER.fullmatch(lines[-1]):
        yield lines[-1]
        ends.append(len(lines) - 1)
    for end in ends:
        for start in range(end):
            together = "".join(lines[start:end])
            if together:
                yield together


def _resembles(title: str, page: PrintedPage) -> bool:
    large = "".join(each.plain for each in page.text if each.size >= HEADING_SIZE)
    pairs = {title[at : at + 2] for at in range(len(title) - 1)}
    return bool(pairs) and sum(pair in large for pair in pairs) >= ENOUGH * len(pairs)
