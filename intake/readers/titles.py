"""The title of a document beside its number: over it, as gazettes set it, or under it, as single documents do."""

import re

from intake.lines import Line, is_rule
from intake.readers.contents_entries import is_section
from intake.readers.dates import is_date_line
from intake.readers.editors import editors_of
from intake.readers.numbers import is_number_line
from intake.readers.shapes import (
    is_bracketed_date,
    is_code,
    is_letterhead,
    is_organ,
    is_signature_with_date,
    is_title,
    is_web_line,
    label_of,
    starts_like_title,
)
from intake.text import close_up, ends_sentence, glue, open_marks

_TITLE_LINES = 7
LONGEST_TITLE = 140


def title_above(lines: list[Line], place: int, floor: int) -> tuple[int, str]:
    """The title over a number line: its first index and its wording; (place, "") where none stands there."""
    texts: list[tuple[int, str]] = []
    blanks = 0
    for top in range(place - 1, floor - 1, -1):
        line = lines[top]
        if line.blank:
            blanks += 1
            if blanks > 3 or not _goes_over(texts, lines, top, floor):
                break
            continue
        if is_rule(line) or (not texts and stands_between(line.text)):
            continue
        if not may_be_title(line) or len(texts) == _TITLE_LINES:
            break
        whole = "".join(text for _, text in reversed(texts))
        if texts and blanks and _is_complete(whole) and not is_organ(line.text):
            break
        blanks = 0
        if len(whole) + len(line.text) > LONGEST_TITLE or (texts and _is_above(line, lines[texts[-1][0]])):
            break
        texts.append((top, line.text))
    return _best(texts, place)


def _is_above(line: Line, below: Line) -> bool:
    """Whether a line names the section, and is no part of the title under it: # 干部任免 over ## …通知."""
    if 0 < line.heading < below.heading:
        return True
    if below.heading and not line.heading and not (is_organ(line.text) or starts_like_title(line.text)):
        return True  # only the title is set as a heading
    return line.heading != below.heading and is_section(line) and not is_organ(line.text)


def _goes_over(texts: list[tuple[int, str]], lines: list[Line], top: int, floor: int) -> bool:
    """Whether a title may go on over a blank line: it is not complete, or who issues it stands there."""
    if not texts:
        return True
    above = next((lines[n] for n in range(top, floor - 1, -1) if not lines[n].blank), None)
    whole = "".join(text for _, text in reversed(texts))
    return above is not None and (is_organ(above.text) or not _is_complete(whole))


def _is_complete(text: str) -> bool:
    return starts_like_title(text) and is_title(text) and not is_torn(text)


def _best(texts: list[tuple[int, str]], place: int) -> tuple[int, str]:
    """Of the lines gathered upwards those that make a title: the most of them that begin like one."""
    best: tuple[int, str] = (place, "")
    text, complete = "", False
    for top, line in texts:
        if complete and not _issues(line, text, best[0] - top):
            break
        text = glue(line, text)
        if starts_like_title(text) and not is_torn(text):
            best, complete = (top, text), True
        elif not complete or is_organ(line):
            best = (top, text)
    return best


def _issues(line: str, title: str, distance: int) -> bool:
    """Whether a line over a title is its first one, or the organ of it: right over it, or a line further up."""
    if distance == 1 and starts_like_title(line) and not is_title(line):
        # 某办公室转发市教育局等部门 / 关于…的通知
        return True
    if not is_organ(line):
        return False
    return distance == 1 or (distance == 2 and title.startswith(("关于", "印发", "转发", "批转")))


def is_torn(text: str) -> bool:
    """Whether a title has lost its beginning: 》 without 《."""
    return text.count("》") > text.count("《") or text.startswith(("的", "》", "）"))


def stands_between(text: str) -> bool:
    """Whether a line may stand between a title and its number: a date in brackets, a code, a web page's line."""
    return is_bracketed_date(text) or is_code(text) or is_web_line(text)


def may_be_title(line: Line) -> bool:
    """Whether a line can be one of a title's: no sentence, label, date, number, signature or letterhead."""
    text = line.text
    is_sentence = ends_sentence(text) and not text.endswith(("）", ")", "”", "》"))
    if (
        line.cells
        or is_sentence
        or editors_of(text)
        or text.endswith(("：", ":"))
        or re.match(r"^附\s*件?\s*\d*\s*[:：]", text)
    ):
        return False
    return not (
        label_of(text)[1]
        or is_letterhead(text)
        or is_code(text)
        or is_web_line(text)
        or is_date_line(text)
        or is_bracketed_date(text)
        or is_signature_with_date(text)
        or is_number_line(text)
    )


def title_below(lines: list[Line], place: int) -> tuple[int, str]:
    """The title under a number line, as in a single document: where it ends, and its wording."""
    text = ""
    end, best = place, ""
    for below in range(place, min(place + 12, len(lines))):
        line = lines[below]
        if line.blank or is_rule(line):
            if best and not open_marks(best) and not _goes_under(lines, below):
                break
            continue
        if not may_be_title(line) or len(text) + len(line.text) > LONGEST_TITLE:
            break
        if best and starts_like_title(line.text):
            break
        text = glue(text, line.text)
        if is_title(text) and not open_marks(text) and (starts_like_title(text) or line.heading or not best):
            end, best = below + 1, text
    return end, close_up(best)


def _goes_under(lines: list[Line], place: int) -> bool:
    """Whether the line behind a blank one is set as a heading, like the title's first lines."""
    following = next((line for line in lines[place : place + 3] if not line.blank), None)
    before = next((lines[n] for n in range(place - 1, -1, -1) if not lines[n].blank), None)
    return bool(following and before and following.heading and following.heading == before.heading)
