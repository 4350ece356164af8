"""The sentences of a notice of appointments, put together from its lines."""

import dataclasses
import re

from intake.lines import Line
from intake.readers.appointment_acts import REMOVE, is_whole_post
from intake.readers.appointment_sentences import read_sentence
from intake.readers.dates import DATE
from intake.readers.names import split_names
from intake.readers.shapes import is_organ
from intake.reading import Ranges
from intake.text import glue, squeeze

_MARK = re.compile(
    r"^[▲△●○◆◇■□★☆•·※*]\s*|^\d{1,2}\s*[.．、](?!\d)\s*|^[（(]?[一二三四五六七八九十]{1,3}[）)、]\s*|^[（(]\d{1,2}[）)]\s*|^[①-⑳]\s*"
)
# No sentence of a notice goes on for so long; what does is a text of another kind.
_LONGEST = 1500
_ORDINAL = r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|\d[.、．])?"
HEADING = re.compile(
    rf"^[【〔]?{_ORDINAL}(?:决定)?(?P<what>任命|任职|聘任|任|免去|免职|免)(?:名单|人员|如下|职务|的?同志)*[】〕]?[:：]?$"
)


@dataclasses.dataclass
class Sentence:
    """A sentence of a notice, without its mark, and the lines it stands in."""

    text: str
    lines: list[Line]

    @property
    def ranges(self) -> Ranges:
        return [[line.number, line.number] for line in self.lines]


def sentences_of(lines: list[Line]) -> list[Sentence]:
    """The sentences of a notice: a line goes on in the next where neither mark nor verb begins it."""
    sentences: list[Sentence] = []
    for line in lines:
        if line.blank:
            continue
        if line.cells:
            sentences.append(Sentence(" ".join(line.cells), [line]))
            continue
        for piece in re.split(r"(?<=[；;。])(?![^（(]*[）)])", line.text):
            text = _MARK.sub("", piece.strip())
            if not text:
                continue
            before = sentences[-1] if sentences else None
            if before and not before.lines[0].cells and _goes_on(before, piece, line):
                before.text = glue(before.text, text)
                before.lines += [line] if before.lines[-1] is not line else []
            else:
                sentences.append(Sentence(text, [line]))
    return sentences


def _goes_on(before: Sentence, piece: str, line: Line) -> bool:
    if len(before.text) > _LONGEST or line.after_blank or before.text.endswith(("；", ";", "。", "：", ":")) or _begins(piece):
        return False
    if HEADING.match(squeeze(before.text)) or re.search(rf"{DATE}$", before.text):
        return False
    if split_names(before.text) and split_names(piece):
        return False
    # Nothing ends 王明任州水利局局长 in print, but a post is whole, and another person may follow.
    return not (_is_whole(before.text) and not re.match(r"^[、，,（(的兼]|职务", piece.strip()))


def _is_whole(text: str) -> bool:
    """Whether nothing of an appointment is missing: it ends in a post, or in a name behind one."""
    post, *names = text.split() or [""]
    return is_whole_post(text) or bool(names and is_whole_post(post) and split_names(" ".join(names)))


def _begins(text: str) -> bool:
    plain = squeeze(text)
    return bool(
        _MARK.match(text)
        or HEADING.match(plain)
        or re.match(r"(?:决定)?(?:任命|免去|聘任)|^任(?![职命])", plain)
        or "同志" in plain[:14]
        or is_organ(text)
    )


def is_open(sentence: Sentence) -> bool:
    """An appointment whose end is missing: 免去…同志… without 职务, and no full stop."""
    text = sentence.text
    if not _begins(text) or HEADING.match(squeeze(text)) or re.search(r"[；;。：:]$|职务", text):
        return False
    return not is_whole_post(text)


def is_tail(sentence: Sentence) -> bool:
    """The end of an appointment without its beginning: …副主任职务，批准提前退休；"""
    plain = squeeze(sentence.text).rstrip("；;。")
    if "职务" not in plain or _begins(plain):
        return False
    return not read_sentence(sentence.text, REMOVE, ["某某"])


def heal(sentences: list[Sentence]) -> tuple[list[Sentence], list[Ranges]]:
    """Put the one torn beginning and the one torn end together; with more of either nothing is certain."""
    opened = [s for s in sentences if is_open(s)]
    tails = [s for s in sentences if is_tail(s)]
    if len(opened) != 1 or len(tails) != 1:
        return sentences, []
    whole = Sentence(glue(opened[0].text, tails[0].text), [*opened[0].lines, *tails[0].lines])
    return [whole if s is opened[0] else s for s in sentences if s is not tails[0]], [whole.ranges]
