"""Notices of appointment (干部任免): who is appointed to or removed from which post.

Proposals and elections (提名, 选举, 当选) are not appointments and are passed over.
"""

import dataclasses
import re

from intake.lines import Line
from intake.readers.dates import find_date, split_date
from intake.readers.segments import Segment
from intake.readers.shapes import is_organ
from intake.reading import Appointment, Ranges
from intake.text import HAN, glue, squeeze

APPOINT, REMOVE = "appoint", "remove"
_MARK = re.compile(r"^[▲△●○◆◇■□★☆•]\s*|^\d{1,2}\s*[.．、]\s*|^[（(]?[一二三四五六七八九十]{1,3}[）)、]\s*")
_HEADING = re.compile(
    r"^(?:一、|二、|三、|（[一二三]）)?(?:决定)?(?P<what>任命|任职|任|免去|免职|免)(?:名单|人员|如下|职务)?[:：]?$"
)
_NAME = rf"[{HAN}·]{{2,25}}?"
_NAMES = rf"(?P<names>{_NAME}(?:同志)?(?:、{_NAME}(?:同志)?)*?)"
_COMRADE = r"(?:\s*(?:等)?(?:\d+名)?同志)?"
_APPOINT = re.compile(
    rf"^(?:决定)?任命?[：:]?{_NAMES}{_COMRADE}[（(]?(?:[^（）()]*[）)])?(?P<as>兼任|挂任|担任|聘任为|聘任|聘为|任命为|任|为)(?P<post>.+)$"
)
_TAKES = re.compile(
    rf"^{_NAMES}{_COMRADE}(?P<as>兼任|挂任|担任|聘任为|聘任|聘为|任命为|任|为)(?P<post>(?!职务|为).+)$"
)
# The second half of a sentence that removes and appoints the same person names him no more.
_ALSO_APPOINT = re.compile(r"^(?:同时)?任命?(?:其|为)(?:为)?(?P<post>.+)$")
_ALSO_REMOVE = re.compile(r"^(?:同时)?(?:免去其|不再担任|不再兼任)(?:的)?(?P<post>.+?)(?:的)?(?:职务)?$")
_REMOVE = re.compile(rf"^(?:决定)?(?:同时)?免去[：:]?{_NAMES}(?:\s*同志的?|的)(?P<post>.+?)(?:的)?(?:职务)?$")
_REMOVE_BARE = re.compile(
    rf"^(?:决定)?(?:同时)?免去(?P<names>[{HAN}]{{2,3}})(?P<post>(?:州|自治州|自治区|市|县|区|省|地区|行署)[^，]+?)职务$"
)
_LEAVES = re.compile(rf"^{_NAMES}{_COMRADE}不再(?:担任|兼任|任)(?P<post>.+?)(?:的)?(?:职务)?$")
_UNDER_REMOVE = re.compile(rf"^{_NAMES}(?:\s*同志的?|的)(?P<post>.+?)(?:的)?职务$")
_LONGEST_POST = 90
_DECIDES = re.compile(
    rf"^(?P<organ>[{HAN}]{{2,30}}?(?:人民政府|行政公署|委员会))(?:[{HAN}]{{0,20}})?决定[：:]?$"
)
_NOT_MADE = re.compile(r"提名|建议|推荐|选举|当选|拟任")
_BRACKET_NOTE = re.compile(r"[（(](?P<note>(?:挂职|试用期|任期|兼|正|副|保留|聘期)[^（）()]*)[）)]$")
_CLAUSE_NOTE = re.compile(
    r"[，,](?P<note>(?:批准|挂职|试用期|任期|聘期|保留|另有任用|提前退休|退休|时间)[^，,]*)$"
)
_BOTH = re.compile(r"[，,](?=(?:同时)?(?:任命|免去|不再))")


@dataclasses.dataclass
class _Sentence:
    text: str
    lines: list[Line]

    @property
    def ranges(self) -> Ranges:
        return [[line.number, line.number] for line in self.lines]


@dataclasses.dataclass
class Notice:
    """The appointments of one notice, the lines that they were put together from, and what was not read."""

    appointments: list[Appointment]
    healed: list[Ranges]
    unread: list[Line]
    issuer: str | None = None
    issued_on: str | None = None


def read_notice(lines: list[Line], segment: Segment) -> Notice:
    """Read the notice of a segment. A sentence that the columns tore is healed where only one way fits."""
    sentences, healed = _heal(_sentences(lines[segment.body : segment.end]))
    notice = Notice([], healed, [])
    action: str | None = None
    for sentence in sentences:
        heading = _HEADING.match(squeeze(sentence.text))
        if heading:
            action = APPOINT if heading["what"].startswith("任") else REMOVE
            continue
        if _is_frame(sentence.text, notice):
            continue
        # What the columns tore and nothing heals is no post: the editor sees both places.
        torn = _is_open(sentence) or _is_tail(sentence)
        made = [] if torn else _appointments(sentence, action, segment.doc_number)
        notice.appointments += made
        if not made:
            notice.unread += sentence.lines
    return notice


def _is_frame(text: str, notice: Notice) -> bool:
    """Whether a sentence is who decides or signs, and when; the notice takes it."""
    decides = _DECIDES.match(squeeze(text))
    split = split_date(text)
    if decides:
        notice.issuer = notice.issuer or decides["organ"]
    elif split:
        notice.issued_on = _iso(split[1])
        notice.issuer = squeeze(split[0]) if split[0] and is_organ(split[0]) else notice.issuer
    elif is_organ(text):
        notice.issuer = notice.issuer or squeeze(text)
    return bool(decides or split or is_organ(text)) or text.endswith(("：", ":"))


def _iso(text: str) -> str | None:
    day = find_date(text)
    return day.isoformat() if day else None


def _sentences(lines: list[Line]) -> list[_Sentence]:
    """The sentences of a notice: a line goes on in the next where neither mark nor verb begins it."""
    sentences: list[_Sentence] = []
    for line in lines:
        if line.blank:
            continue
        for piece in re.split(r"(?<=[；;。])", line.text):
            text = _MARK.sub("", piece.strip())
            if not text:
                continue
            before = sentences[-1] if sentences else None
            if (
                before
                and not line.after_blank
                and not before.text.endswith(("；", ";", "。", "：", ":"))
                and not _begins(piece)
            ):
                before.text, before.lines = glue(before.text, text), [*before.lines, line]
            else:
                sentences.append(_Sentence(text, [line]))
    return sentences


def _begins(text: str) -> bool:
    plain = squeeze(text)
    return bool(
        _MARK.match(text)
        or _HEADING.match(plain)
        or re.match(r"(?:决定)?(?:任命|免去)|^任", plain)
        or "同志" in plain[:14]
    )


def _is_open(sentence: _Sentence) -> bool:
    """An appointment whose end is missing: 免去…同志… without 职务, and no full stop."""
    return (
        _begins(sentence.text)
        and not _HEADING.match(squeeze(sentence.text))
        and not re.search(r"[；;。：:]$|职务", sentence.text)
    )


def _is_tail(sentence: _Sentence) -> bool:
    """The end of an appointment without its beginning: …副主任职务，批准提前退休；"""
    plain = squeeze(sentence.text).rstrip("；;。")
    if "职务" not in plain or _begins(plain):
        return False
    text, _ = _notes(plain)
    return not any(pattern.match(text) for _, pattern in _patterns(REMOVE))


def _heal(sentences: list[_Sentence]) -> tuple[list[_Sentence], list[Ranges]]:
    """Put the one torn beginning and the one torn end together; with more of either nothing is certain."""
    opened = [s for s in sentences if _is_open(s)]
    tails = [s for s in sentences if _is_tail(s)]
    if len(opened) != 1 or len(tails) != 1:
        return sentences, []
    whole = _Sentence(glue(opened[0].text, tails[0].text), [*opened[0].lines, *tails[0].lines])
    return [whole if s is opened[0] else s for s in sentences if s is not tails[0]], [whole.ranges]


def _appointments(sentence: _Sentence, action: str | None, notice: str | None) -> list[Appointment]:
    text = re.sub(r"\s+", "", sentence.text).rstrip("；;。")
    text = re.sub(rf"^[{HAN}]{{0,30}}(?:研究)?决定[：:，,]", "", text)
    if _NOT_MADE.search(text):
        return []
    made: list[Appointment] = []
    for clause in _BOTH.split(text):
        read = _clause(clause, action, [one.person for one in made])
        if read is None:
            return []
        what, names, post, note = read
        made += [Appointment(notice, name, what, post, note, sentence.ranges) for name in names]
    return made


def _clause(text: str, action: str | None, before: list[str]) -> tuple[str, list[str], str, str] | None:
    """One clause as action, names, post and note; None where it is no appointment.

    `before` are the people of the clause before it, whom 免去其… means.
    """
    text, notes = _notes(text)
    for what, pattern in [(REMOVE, _ALSO_REMOVE), (APPOINT, _ALSO_APPOINT)] if before else []:
        match = pattern.match(text)
        if match:
            return what, before, match["post"], "，".join(notes)
    for what, pattern in _patterns(action):
        match = pattern.match(text)
        if match:
            post, more = _notes(match["post"])
            names = [name.removesuffix("同志") for name in match["names"].split("、")]
            if match.groupdict().get("as") in {"兼任", "挂任"}:
                more.append(match["as"])
            post = re.sub(r"(?:的)?职务$", "", post)
            if not 0 < len(post) <= _LONGEST_POST:
                return None
            return what, names, post, "，".join([*more, *notes])
    return None


def _patterns(action: str | None) -> list[tuple[str, re.Pattern[str]]]:
    patterns = [(REMOVE, _REMOVE), (REMOVE, _REMOVE_BARE), (REMOVE, _LEAVES), (APPOINT, _APPOINT)]
    if action == REMOVE:
        return [*patterns, (REMOVE, _UNDER_REMOVE), (APPOINT, _TAKES)]
    return [*patterns, (APPOINT, _TAKES)]


def _notes(text: str) -> tuple[str, list[str]]:
    """A clause without what is said beside it: （挂职）, ，批准提前退休."""
    notes: list[str] = []
    while True:
        match = _BRACKET_NOTE.search(text) or _CLAUSE_NOTE.search(text)
        if match is None:
            return text, notes
        text, notes = text[: match.start()], [match["note"], *notes]
