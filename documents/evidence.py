"""Where it is printed: the place that states when a document comes into force, ends, or ends another one."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from documents.models import Document
from documents.part import Part
from documents.presentation import outline
from documents.references import References, mentions
from documents.validity import Validity

_FORCE = re.compile(r"施行|实施|执行|生效|试行|暂行|有效")
# 自印发之日起: the day of issue is the day on which it comes into force.
_FROM_ISSUE = re.compile(r"自?(?:印发|发布|公布|下发|发文|颁布)之日起")
_TERM = re.compile(r"有效期|试行[^。]{0,4}年")


@dataclass(frozen=True)
class Evidence:
    """A place that can be looked at: its name (第二十六条) and its address."""

    name: str
    address: str


@dataclass(frozen=True)
class Evidences:
    """What proves the days and the end of a document; None where the place cannot be linked to."""

    effective_on: Evidence | None = None
    valid_until: Evidence | None = None
    repeal: Evidence | None = None


def evidence(document: Document, stated: Validity, parts: Iterable[Part]) -> Evidences:
    """Looked for in the document's own parts, and in the document that repeals it."""
    shown = list(parts)
    return Evidences(
        _within(where_in_force(shown, document)),
        _within(where_it_ends(shown, document)),
        _repeal(stated.repealed_by, document.doc_number),
    )


def where_in_force(parts: Iterable[Part], document: Document) -> Part | None:
    """The last place that states 施行日期, for it stands in the 附则."""
    day = document.effective_on
    if day is None:
        return None
    says = [part for part in parts if _FORCE.search(part.block.text)]
    by_day = [part for part in says if _named(day).search(part.block.text)]
    from_issue = [part for part in says if day == document.issued_on and _FROM_ISSUE.search(part.block.text)]
    return _last(by_day or from_issue)


def where_it_ends(parts: Iterable[Part], document: Document) -> Part | None:
    """The last place that states 有效期."""
    return _last(part for part in parts if _TERM.search(part.block.text)) if document.valid_until else None


def where_it_repeals(repealing: Document, number: str) -> Part | None:
    """The place in the repealing document that names this number."""
    blocks = list(repealing.blocks.order_by("position", "pk"))
    annexes = repealing.attachments.order_by("position", "pk")
    shown = outline(repealing, blocks, annexes, References(repealing, [], []))
    return _last(part for part in shown.all_parts if _names(part, number))


def _within(part: Part | None) -> Evidence | None:
    return Evidence(part.place, f"#{part.anchor}") if part else None


def _repeal(repealing: Document | None, number: str) -> Evidence | None:
    if repealing is None:
        return None
    part = where_it_repeals(repealing, number)
    return Evidence(part.place, f"{repealing.get_absolute_url()}#{part.anchor}") if part else None


def _names(part: Part, number: str) -> bool:
    texts = [part.block.text, *(str(cell) for row in part.block.rows for cell in row)]
    return any(number == read for text in texts for each in mentions(text) for read, _at in each.readings())


def _named(day: datetime.date) -> re.Pattern[str]:
    return re.compile(rf"{day.year}\s*年\s*0?{day.month}\s*月\s*0?{day.day}\s*日")


def _last(parts: Iterable[Part]) -> Part | None:
    """What has no anchor cannot be linked to."""
    found = [part for part in parts if part.anchor and part.place]
    return found[-1] if found else None
