"""Attachments (附件): announced under the text, and found behind it with a mark of their own."""

import dataclasses
import re

from intake.lines import Line
from intake.readers.shapes import annex_with_title, is_annex_mark, label_of
from intake.reading import Attachment, Block, Ranges
from intake.text import close_up, likeness, open_marks

_NUMBERED = re.compile(r"(?<!\s)\s*\d{1,2}\s*[.．、]\s*")
_ALIKE = 0.6


@dataclasses.dataclass
class Announced:
    """An attachment that the text announces: 附件：1.名单."""

    title: str
    lines: Ranges


def announced_titles(lines: list[Line]) -> list[Announced]:
    """The attachments announced in a document's lines, in order."""
    for place, line in enumerate(lines):
        if opens_list(lines, place):
            return _listed(lines, place, "")
        if is_annex_mark(line.text):
            return []
        opening = annex_with_title(line.text) if not line.cells else None
        if opening:
            return _listed(lines, place, opening[1])
    return []


def opens_list(lines: list[Line], place: int) -> bool:
    """Whether 附件： stands alone over a list of titles, each with a number: an announcement."""
    if not is_annex_mark(lines[place].text) or not lines[place].text.endswith(("：", ":")):
        return False
    following = [line for line in lines[place + 1 : place + 8] if not line.blank][:2]
    return bool(following) and all(label_of(line.text)[1] == 4 and not line.cells for line in following)


def _listed(lines: list[Line], place: int, first: str) -> list[Announced]:
    number = lines[place].number
    items = [Announced(title, [[number, number]]) for title in _split(first)]
    numbered = not first or bool(_NUMBERED.match(first))
    for line in lines[place + 1 : place + 60]:
        if line.blank:
            continue
        if numbered and label_of(line.text)[1] == 4 and not line.cells:
            items += [Announced(title, [[line.number, line.number]]) for title in _split(line.text)]
        elif items and open_marks(items[-1].title) and not line.cells:
            items[-1].title += line.text
            items[-1].lines[0][1] = line.number
        else:
            break
    return items


def _split(text: str) -> list[str]:
    """1.甲 2.乙 as its titles."""
    return [close_up(part).rstrip("。；;") for part in _NUMBERED.split(text) if part.strip()]


def merge_attachments(announced: list[Announced], body: list[Block]) -> list[Attachment]:
    """The attachments of a document: the printed ones with the title printed there, then the rest.

    An attachment that is only announced is kept with the announcement's title and lines.
    """
    printed = [
        Attachment(block.text, block.label, _span(body, block))
        for block in body
        if block.type == "attachment"
    ]
    waiting = list(announced)
    for attachment in printed:
        match = next_announced(attachment.title, waiting)
        if match:
            waiting.remove(match)
            attachment.title = attachment.title or match.title
    if len(printed) == len(announced):
        return printed
    return printed + [Attachment(item.title, "", item.lines) for item in waiting]


def next_announced(title: str, waiting: list[Announced]) -> Announced | None:
    """The announcement that a printed attachment answers: the most like its title, else the next."""
    if not waiting:
        return None
    best = max(waiting, key=lambda item: likeness(item.title, title))
    return best if title and likeness(best.title, title) >= _ALIKE else (waiting[0] if not title else None)


def _span(body: list[Block], start: Block) -> Ranges:
    """From the attachment's mark to the last line before the next one."""
    behind = body[body.index(start) :]
    lines = [start.lines[0][0], start.lines[-1][1]]
    for block in behind[1:]:
        if block.type == "attachment":
            break
        lines[1] = max([lines[1], *(last for _, last in block.lines)])
    return [lines]
