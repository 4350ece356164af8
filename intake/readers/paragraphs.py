"""Lines to paragraphs: what the printed column has torn is put together again.

A paragraph goes on in the next line where its sentence has not ended and the next line begins nothing
of its own. Lines are never joined into a heading, a table, a signature or a title.
"""

import dataclasses
import re

from intake.lines import Line, is_rule
from intake.readers.dates import is_date_line
from intake.readers.members import member_and_text, members
from intake.readers.shapes import (
    is_annex_mark,
    is_article,
    is_bracketed_date,
    is_keyed,
    is_organ,
    is_signatory,
    is_signature_with_date,
    is_title,
    label_of,
    member,
    starts_like_title,
    starts_something,
)
from intake.reading import Member, Ranges
from intake.text import ends_sentence, fold, glue, likeness, open_marks, squeeze

_HEADING_LENGTH = 45
_NARROWEST_COLUMN = 16
_TITLE_LINES = 3


@dataclasses.dataclass
class Paragraph:
    """One paragraph, table row group, title or line of a signature, with the lines that it stands on.

    `torn` are the places of its pieces, in the order of the text, where the columns tore it.
    """

    lines: list[Line]
    text: str
    kind: str = "text"
    rows: list[list[str]] = dataclasses.field(default_factory=list)
    torn: Ranges = dataclasses.field(default_factory=list)
    members: list[Member] = dataclasses.field(default_factory=list)

    @property
    def ranges(self) -> Ranges:
        return self.torn or [[self.lines[0].number, self.lines[-1].number]]

    @property
    def heading(self) -> int:
        return self.lines[0].heading


def paragraphs(lines: list[Line], titles: list[str]) -> list[Paragraph]:
    """The paragraphs of a text. `titles` are those of the texts that it is known to hold."""
    printed = [line for line in lines if not line.blank and not is_rule(line)]
    result: list[Paragraph] = []
    place = 0
    while place < len(printed):
        line = printed[place]
        span = _title_span(printed, place, titles)
        if span:
            result.append(_title(printed[place : place + span]))
            place += span
            continue
        role = result[-1].members[-1].role if result and result[-1].members else ""
        listed = members(line.text, role) if not line.cells else []
        if line.cells:
            _add_row(result, line)
        elif listed:
            result.append(Paragraph([line], line.text, "member", members=listed))
        elif role and (mixed := member_and_text(line.text, role)):
            result.append(Paragraph([line], mixed[0], "member", members=members(mixed[0], role)))
            result.append(Paragraph([line], mixed[1], "torn"))
        elif _is_signature(printed, place) or _signs_below(result, line):
            result.append(Paragraph([line], line.text, "signature"))
        elif result and _continues(result[-1], line):
            last = result[-1]
            last.text = glue(last.text, line.text)
            last.lines.append(line)
        else:
            result.append(Paragraph([line], line.text))
        place += 1
    return result


def _title(lines: list[Line]) -> Paragraph:
    text = ""
    for line in lines:
        text = glue(text, line.text)
    return Paragraph(lines, text, "title")


def _title_span(printed: list[Line], place: int, titles: list[str]) -> int:
    """How many lines from `place` on are one of the titles, 0 where none."""
    text, best, best_likeness = "", 0, 0.86
    for count, line in enumerate(printed[place : place + _TITLE_LINES], 1):
        if line.cells or label_of(line.text)[0] or (starts_something(line) and not line.heading):
            break
        text += line.text
        if re.search(r"[。；;]|》(?:已|业|经)", text):
            break
        if open_marks(text):
            continue  # 《某办法》已经…, and no title
        alike = max((likeness(text, title) for title in titles), default=0)
        if alike > best_likeness:
            best, best_likeness = count, alike
    return best


def _is_signature(printed: list[Line], place: int) -> bool:
    """A date, or an organ's name with a date in one of the next lines and nothing else between."""
    text = printed[place].text
    if is_date_line(text) or is_signature_with_date(text):
        return True
    for line in printed[place : place + 6]:
        if is_date_line(line.text) or is_signature_with_date(line.text):
            return True
        if not is_signatory(line.text):
            return False
    return False


def _signs_below(result: list[Paragraph], line: Line) -> bool:
    """An organ's name under the date, where none stood over it."""
    if len(result) < 2 or result[-1].kind != "signature" or not is_date_line(result[-1].text):
        return False
    return result[-2].kind != "signature" and is_signatory(line.text) and is_organ(line.text)


def _add_row(result: list[Paragraph], line: Line) -> None:
    row = list(line.cells or ())
    if result and result[-1].kind == "table":
        table = result[-1]
        table.lines.append(line)
        # A table that goes on over a page repeats its head.
        if row != table.rows[0]:
            table.rows.append(row)
    else:
        result.append(Paragraph([line], "", "table", [row]))


def _continues(before: Paragraph, line: Line) -> bool:
    """Whether a line goes on with the paragraph before it."""
    text = before.text
    if before.kind != "text" or is_annex_mark(text) or is_bracketed_date(text):
        return False
    if starts_something(line):
        strong = line.heading or is_date_line(line.text) or is_annex_mark(line.text)
        torn = open_marks(text[-300:]) or _is_last_word(text, line)
        return bool(torn) and not strong and not _is_outline(line.text)
    if text.endswith(("，", "、", ",", "和", "及")):
        return True
    if ends_sentence(text):
        # （牵头单位： goes on, whatever follows.
        return bool(re.search(r"[（(][^（）()。]*[：:]$", text))
    if open_marks(text[-300:]):
        return True
    if _is_heading(before):
        short = len(text) >= 12 and len(line.text) <= 12 and fold(line.text) == squeeze(line.text)
        return short or (not before.heading and _fills_column(before, line))
    if _is_narrow_heading(before, line):
        return False
    labelled = bool(label_of(text)[0])
    if is_title(line.text) and (starts_like_title(line.text) or not (labelled or _in_text(before, line))):
        return False
    if is_keyed(text) and not _fills_column(before, line):
        return False
    return not member(text) and len(text) >= 12 and (labelled or not is_title(text))


def _fills_column(before: Paragraph, line: Line) -> bool:
    """Whether the last line of a paragraph is as wide as a column: the next one, right under it, is no wider.

    The last lines of headings end where their words do; what follows them is set wider.
    """
    width = _width(before.lines[-1].text)
    return width >= _NARROWEST_COLUMN and not line.after_blank and _width(line.text) <= width + 1


def _is_narrow_heading(before: Paragraph, line: Line) -> bool:
    """Whether a labelled line ends well before its column does: 一、加强组织领导，落实责任，形成合力 is a heading."""
    label, level = label_of(before.text)
    outline = 0 < level <= 3 and not is_article(label) and len(before.lines) == 1
    wider = _width(line.text) > _width(before.text) + 3
    return outline and wider and not line.after_blank and len(before.text) <= _HEADING_LENGTH


def _in_text(before: Paragraph, line: Line) -> bool:
    """Whether a line that ends in a title's last word by chance stands in the middle of a running text."""
    return bool(re.search(r"[，。]", before.text)) and _fills_column(before, line)


def _width(text: str) -> float:
    """How wide a line is set, in Chinese characters; Latin letters and figures take half of one."""
    return sum(0.5 if char < "\u2000" else 1 for char in text)


def _is_last_word(text: str, line: Line) -> bool:
    """Whether a line is the last word of an unfinished list of addressees: 各直属 / 机构："""
    return bool(re.fullmatch(r"[^：:]{1,8}[：:]", line.text)) and "，" in text and not ends_sentence(text)


def _is_outline(text: str) -> bool:
    """A label that no torn line begins with by chance: 一、 （一） 第三条."""
    return 0 < label_of(text)[1] <= 3


def _is_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    label, level = label_of(text)
    marked = paragraph.heading > 0 or (0 < level <= 3 and not is_article(label))
    return marked and len(text) <= _HEADING_LENGTH and "。" not in text and "，" not in text[12:]
