"""Paragraphs that the printed columns tore apart and set down in the wrong order, put together again.

A paragraph that ends in the middle of a sentence lacks its end; another one near it, which begins in the
middle of one, may be that end. They are joined only where nothing else fits: the end is the only one near
by, and the words across the seam are words that the text itself, or every notice, has elsewhere.
"""

import re
from functools import reduce

from intake.lines import Line
from intake.readers.paragraphs import Paragraph
from intake.readers.shapes import is_keyed, label_of
from intake.text import HAN, ends_sentence, fold, glue, open_marks, squeeze

# So far from its beginning the columns may have set the end of a paragraph.
_REACH = 4
_SHORTEST = 6
_HEADING_LENGTH = 45
# Formulas of nearly every notice, where a short text has no other place that has them.
_FORMULAS = fold(
    "已经人民政府同意，现印发给你们，请认真贯彻执行。现印发你们，请结合实际认真贯彻落实。"
    "现转发给你们，请遵照执行。已经人民政府第次常务会议审议通过，现予公布。现予印发，请认真组织实施。"
)
_OPEN_CLOSE = (("《", "》"), ("（", "）"), ("“", "”"))


def heal(parts: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a document with torn ones joined; such a one names its pieces in `torn`."""
    parts = _untangle(parts)
    for beginning in [part for part in parts if _lacks_end(part)]:
        known = fold("".join(part.text for part in parts))
        ends = [end for end in _near(beginning, parts) if _fits(beginning, end, known)]
        ends = ends or _torn_off(beginning, parts)
        if len(ends) == 1:
            parts = _joined(parts, beginning, ends[0], known)
    return parts


def _untangle(parts: list[Paragraph]) -> list[Paragraph]:
    """Part a paragraph whose beginning goes on in words torn into the addressee's line, not in its next line."""
    for place, torn in enumerate(parts[:-1]):
        following = parts[place + 1]
        if torn.kind != "torn" or following.kind != "text" or len(following.lines) < 2:
            continue
        known = fold("".join(part.text for part in parts))
        for cut in range(1, len(following.lines)):
            head = Paragraph(following.lines[:cut], _glued(following.lines[:cut]))
            if _lacks_end(head) and _fits(head, torn, known):
                rest = Paragraph(following.lines[cut:], _glued(following.lines[cut:]))
                return [*parts[: place + 1], head, rest, *parts[place + 2 :]]
    return parts


def _glued(lines: list[Line]) -> str:
    return reduce(glue, (line.text for line in lines), "")


def _lacks_end(part: Paragraph) -> bool:
    """Whether a paragraph ends in the middle of a sentence, and what follows does not go on with it."""
    text = part.text
    if part.kind not in {"text", "torn"} or part.heading or len(text) < _SHORTEST or ends_sentence(text):
        return False
    label = label_of(text)[0]
    if label and len(text) <= _HEADING_LENGTH and not open_marks(text):
        return False
    return not is_keyed(text) and bool(
        open_marks(text) or re.search(r"[，、；]|已经|同意|印发|根据|为了?", text)
    )


def _near(part: Paragraph, parts: list[Paragraph], *, behind: bool = False) -> list[Paragraph]:
    """The paragraphs within reach that no heading or title parts from this one.

    The one right behind it would have been read as one paragraph with it, if it were one; it counts only
    where it was torn off another line, or where `behind` asks for it.
    """
    place = _index(parts, part)
    near = []
    for step in (-1, 1):
        for other in range(place + step, place + step * (_REACH + 1), step):
            if not 0 <= other < len(parts) or parts[other].kind in {"title", "table"} or parts[other].heading:
                break
            follows = other == place + 1 and parts[other].kind != "torn" and not behind
            if parts[other].kind in {"text", "torn"} and not follows:
                near.append(parts[other])
    return near


def _torn_off(beginning: Paragraph, parts: list[Paragraph]) -> list[Paragraph]:
    """Words torn into another line, whose only place is here: the one paragraph near by that lacks its end."""
    ends = [end for end in _near(beginning, parts) if end.kind == "torn" and ends_sentence(end.text)]
    if len(ends) != 1 or not _closes(_marks(beginning.text), _marks(ends[0].text)):
        return []
    lacking = [part for part in _near(ends[0], parts, behind=True) if _lacks_end(part)]
    return ends if lacking == [beginning] else []


def _fits(beginning: Paragraph, end: Paragraph, known: str) -> bool:
    """Whether `end` is the end of `beginning` beyond doubt."""
    if label_of(end.text)[0] or is_keyed(end.text) or not ends_sentence(end.text):
        return False
    return _rest(beginning.text, end.text, known) is not None


def _rest(begun: str, end: str, known: str) -> str | None:
    """What of `end` goes on with `begun`; None where it does not.

    The end of one column may be printed again at the head of the next: by a few characters of their own
    weight, by one where the words across the seam are known only without it.
    """
    for overlap in (*range(min(len(begun), len(end), 30), 3, -1), 0, 1):
        rest = end[overlap:]
        if not begun.endswith(end[:overlap]) or not _closes(_marks(begun), _marks(rest)):
            continue
        if overlap > 3 or _is_known_seam(squeeze(begun), squeeze(rest), known):
            return rest
    return None


def _marks(text: str) -> str:
    return text.replace("(", "（").replace(")", "）")


def _closes(begun: str, rest: str) -> bool:
    """Whether the end closes the marks that the beginning leaves open, and closes none besides."""
    for opening, closing in _OPEN_CLOSE:
        left_open = max(0, begun.count(opening) - begun.count(closing))
        unopened = _unopened(rest, opening, closing)
        if unopened != left_open:
            return False
    return True


def _unopened(text: str, opening: str, closing: str) -> int:
    depth = lowest = 0
    for char in text:
        depth += (char == opening) - (char == closing)
        lowest = min(lowest, depth)
    return -lowest


def _is_known_seam(begun: str, rest: str, known: str) -> bool:
    """Whether the words across the seam stand elsewhere: two characters before and one or two behind."""
    before, behind = re.search(rf"[{HAN}]{{1,4}}$", begun), re.match(rf"[{HAN}]{{1,4}}", rest)
    if not before or not behind:
        return False
    seams = {before[0][-2:] + behind[0][:2], before[0][-3:] + behind[0][:1], before[0][-1:] + behind[0][:3]}
    return any(len(seam) >= 3 and (fold(seam) in known or fold(seam) in _FORMULAS) for seam in seams)


def _joined(parts: list[Paragraph], beginning: Paragraph, end: Paragraph, known: str) -> list[Paragraph]:
    """The paragraphs with the two as one, where the first of them stood."""
    rest = _rest(beginning.text, end.text, known)
    text = beginning.text + (end.text if rest is None else rest)
    lines = [*beginning.lines, *end.lines]
    whole = Paragraph(lines, text, torn=[*beginning.ranges, *end.ranges])
    place = min(_index(parts, beginning), _index(parts, end))
    kept = [whole if n == place else part for n, part in enumerate(parts)]
    return [part for part in kept if part is not beginning and part is not end]


def _index(parts: list[Paragraph], part: Paragraph) -> int:
    return next(n for n, each in enumerate(parts) if each is part)
