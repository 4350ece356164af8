"""Paragraphs to blocks: headings, articles, items, lists, tables, signatures, attachments."""

import re
from itertools import zip_longest

from intake.readers.annexes import Announced
from intake.readers.dates import is_date_line
from intake.readers.members import member_alone, members
from intake.readers.paragraphs import Paragraph
from intake.readers.shapes import (
    annex_with_title,
    is_annex_mark,
    is_article,
    is_organ,
    is_title,
    label_of,
    member,
)
from intake.reading import Block
from intake.text import close_up, likeness, squeeze

_HEADINGS = {"前言", "引言", "序言", "导言", "后记", "附则", "总则"}
_HEADING_LENGTH = 45
_HEADING_SENTENCE = 30
_LONGEST_TITLE = 90
# Blank lines between 附件： and the first title of its list.
_LIST_REACH = 4


def build_blocks(parts: list[Paragraph], announced: list[Announced]) -> list[Block]:
    """The blocks of a document's text, in reading order."""
    builder = _Builder(announced)
    for part in parts:
        builder.add(part)
    _settle_headings(builder.blocks)
    return builder.blocks


class _Builder:
    def __init__(self, announced: list[Announced]) -> None:
        self.announced = announced
        self.blocks: list[Block] = []
        self.signed = False

    def add(self, part: Paragraph) -> None:
        if part.kind == "table":
            self._put("table", part, rows=part.rows)
        elif part.kind == "signature":
            self._signature(part)
        elif self._annex(part):
            return
        elif part.kind == "title":
            self._title(part, part.text)
        elif part.kind == "member" or (part.kind == "text" and self._listed(part)):
            self._member(part)
        elif self._is_title(part):
            self._title(part, part.text, level=2 if self._inside() else 1)
        else:
            self._text(part)

    def _is_title(self, part: Paragraph) -> bool:
        """A line that is marked as a heading, or that reads as a title behind the notice's signature."""
        if label_of(part.text)[0] or len(part.text) > _LONGEST_TITLE:
            return False
        if squeeze(part.text) in _HEADINGS:
            return True
        behind_notice = self.blocks and self.blocks[-1].type == "signature"
        return bool(part.heading or (behind_notice and is_title(part.text)))

    def _inside(self) -> bool:
        """Whether a text with a title of its own, or one that is divided, has begun."""
        return any(block.type in {"heading", "attachment"} for block in self.blocks)

    def _put(self, kind: str, part: Paragraph, text: str = "", **fields: object) -> Block:
        block = Block(
            type=kind,
            level=int(str(fields.get("level", 0))),
            label=str(fields.get("label", "")),
            text=text,
            rows=part.rows if kind == "table" else [],
            lines=part.ranges,
        )
        self.blocks.append(block)
        return block

    def _extend(self, block: Block, part: Paragraph, text: str) -> None:
        block.text = f"{block.text}\n{text}" if block.text else text
        block.lines = [[block.lines[0][0], part.ranges[-1][1]]]

    def _signature(self, part: Paragraph) -> None:
        last = self.blocks[-1] if self.blocks else None
        text = part.text if _is_joint(part.text) else close_up(part.text)
        if last and last.type == "signature" and _goes_on(last.text, text):
            self._extend(last, part, text)
        else:
            self._put("signature", part, text)
        self.signed = True

    def _annex(self, part: Paragraph) -> bool:
        """附件1 with its title, on one line or in the next; an announcement is a paragraph."""
        if is_annex_mark(part.text) and not self._announces(part):
            self._put("attachment", part, label=squeeze(part.text).rstrip("：:"), level=1)
            return True
        titled = annex_with_title(part.text)
        if titled and self._is_printed(titled[1], part):
            self._put("attachment", part, close_up(titled[1]), label=titled[0], level=1)
            return True
        return False

    def _announces(self, part: Paragraph) -> bool:
        """Whether 附件： stands over the list of what is attached, and over no attachment."""
        first = min((item.lines[0][0] for item in self.announced), default=0)
        return part.ranges[0][0] < first <= part.ranges[0][0] + _LIST_REACH

    def _is_printed(self, title: str, part: Paragraph) -> bool:
        """Whether 附件1：名单 heads the attachment itself: it was announced before, on other lines."""
        place = part.ranges[0][0]
        return any(item.lines[0][0] < place and likeness(item.title, title) > 0.8 for item in self.announced)

    def _title(self, part: Paragraph, text: str, level: int = 1) -> None:
        last = self.blocks[-1] if self.blocks else None
        if last and last.type == "attachment" and not last.text:
            self._extend(last, part, close_up(text))
        else:
            self._put("heading", part, close_up(text), level=level)

    def _listed(self, part: Paragraph) -> bool:
        """Whether a paragraph of several lines, or one without a role, lists people."""
        last = self.blocks[-1] if self.blocks else None
        role = last.members[-1].role if last and last.members else ""
        part.members = members(part.text, role)
        single = member_alone(part.text, role) if member(part.text) else None
        part.members = part.members or ([single] if single else [])
        return bool(part.members)

    def _member(self, part: Paragraph) -> None:
        last = self.blocks[-1] if self.blocks else None
        text = _closed_names(part)
        if last and last.type == "list" and last.members:
            self._extend(last, part, text)
        else:
            last = self._put("list", part, text)
        last.members += part.members

    def _text(self, part: Paragraph) -> None:
        last = self.blocks[-1] if self.blocks else None
        label, level = label_of(part.text)
        if last and last.type == "attachment" and not last.text and not label and _short(part.text):
            self._extend(last, part, close_up(part.text))
            return
        text = part.text[len(label) :].strip()
        if is_article(label):
            self._put("article", part, text, label=squeeze(label), level=level)
        elif label and (level < 4 or part.heading) and _is_heading(label, text, level):
            self._put("heading", part, close_up(text), label=squeeze(label), level=level)
        elif label:
            self._put("item", part, text, label=squeeze(label), level=level)
        else:
            self._put("paragraph", part, text)


def _closed_names(part: Paragraph) -> str:
    """The printed line with the names closed up: 王 强（州财政局） is 王强（州财政局）."""
    text = part.text
    for one in part.members:
        wide = r"\s*".join(re.escape(char) for char in one.name)
        text = re.sub(wide, one.name, text, count=1)
    head, colon, rest = (
        re.split(r"([:：])", text, maxsplit=1) if re.match(r"^[^（(]{2,12}[:：]", text) else ("", "", text)
    )
    return squeeze(head) + colon + rest.strip()


def _goes_on(signed: str, text: str) -> bool:
    """Whether a line goes on with a signature: its date has not come, or only it has."""
    return not is_date_line(signed.split("\n")[-1]) or (is_date_line(signed) and not is_date_line(text))


def _is_joint(text: str) -> bool:
    """Several organs on one line of a signature: their blanks are wording."""
    pieces = text.split()
    return len(pieces) > 1 and all(is_organ(piece) and len(piece) > 3 for piece in pieces)


def _short(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not re.search(r"[。；：]", text)


def _is_heading(label: str, text: str, level: int) -> bool:
    """Whether a labelled paragraph is a heading: short, and no sentence but the one it is."""
    if re.match(r"第.*[章节编]", label):
        return True
    if text.endswith("。"):
        return 1 < len(text) <= _HEADING_SENTENCE and not re.search(r"[。；;：:，]", text[:-1])
    return 0 < len(text) <= _HEADING_LENGTH and not re.search(r"[。；;：:]", text)


def _is_last_of_its_kind(block: Block, following: Block | None) -> bool:
    """Whether nothing stands under a heading: the next block is its sibling, or not of this text."""
    if following is None or following.type in {"signature", "attachment"}:
        return True
    return bool(following.label) and following.level <= block.level


def _settle_headings(blocks: list[Block]) -> None:
    """A short sentence with a label (（一）按时供暖。) is a heading only where text stands under it."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.type == "heading" and block.label and block.text.endswith("。"):
            block.type = "item" if _is_last_of_its_kind(block, following) else "heading"
