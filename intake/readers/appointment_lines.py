"""The sentences of a notice of appointments, put together from its lines."""

import dataclasses
import re

from intake.lines import Line
from intake.readers.appointment_acts import APPOINT, REMOVE, is_whole_post
from intake.readers.appointment_sentences import read_sentence
from intake.readers.dates import DATE
from intake.readers.names import begins_with_surname, is_name, split_names
from intake.readers.shapes import is_date_or_signature, is_organ
from intake.reading import Ranges
from intake.text import HAN, glue, squeeze

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
        for piece in re.split(r"(?<=[；;。])(?![^（(]{0,200}[）)])", line.text):
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
    if (
        len(before.text) > _LONGEST
        or line.after_blank
        or before.text.endswith(("；", ";", "。", "：", ":"))
        or _begins(piece)
    ):
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
    plain = squeeze(text)
    verb = re.match(r"(?:决定)?(?:任命|免去|聘任)", plain)
    if (is_organ(text) and not verb) or HEADING.match(plain) or re.search(r"[；;。：:]$|职务", text):
        return False
    return (_begins(text) or _names_somebody(plain)) and not _is_whole(text)


def _names_somebody(plain: str) -> bool:
    """王明的…, 王明为…: a sentence under a heading begins with a person."""
    match = re.match(rf"(?P<name>[{HAN}·]{{2,25}}?)(?:同志)?(?:的|为|任)(?=[{HAN}]{{2}})", plain)
    name = match["name"] if match else ""
    return is_name(name) and ("·" in name or (begins_with_surname(name) and len(name) <= 4))


def is_tail(sentence: Sentence) -> bool:
    """The end of an appointment without its beginning: …副主任职务，批准提前退休；"""
    plain = squeeze(sentence.text)
    if _begins(plain) or _names_somebody(plain) or is_date_or_signature(sentence.text):
        return False
    post = re.sub(r"[（(][^（）()]*[）)]$", "", plain.rstrip("；;。"))
    closes = plain.count("）") + plain.count(")") > plain.count("（") + plain.count("(")
    if not closes and "职务" not in plain and not (plain.endswith(("；", ";", "。")) and is_whole_post(post)):
        return False
    return not any(read_sentence(sentence.text, action, ["某某"]) for action in (APPOINT, REMOVE))


def heal(sentences: list[Sentence]) -> tuple[list[Sentence], list[Ranges]]:
    """Put the one torn beginning and the one torn end together; with more of either nothing is certain."""
    opened = [s for s in sentences if is_open(s)]
    tails = [s for s in sentences if is_tail(s)]
    if len(opened) != 1 or len(tails) != 1:
        return sentences, []
    text = glue(opened[0].text, tails[0].text)
    if not any(read_sentence(text, action, []) for action in (APPOINT, REMOVE)):
        return sentences, []
    whole = Sentence(text, [*opened[0].lines, *tails[0].lines])
    return [whole if s is opened[0] else s for s in sentences if s is not tails[0]], [whole.ranges]
