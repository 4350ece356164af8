"""Notices of appointment (干部任免): who is appointed to or removed from which post.

Proposals and elections (提名, 选举, 当选) are not appointments and are passed over.
"""

import dataclasses
import re

from intake.lines import Line, is_rule
from intake.readers.appointment_acts import APPOINT, REMOVE, Act
from intake.readers.appointment_lines import HEADING, Sentence, heal, is_open, is_tail, sentences_of
from intake.readers.appointment_sentences import read_sentence
from intake.readers.appointment_tables import AppointmentTable
from intake.readers.dates import find_date, split_date
from intake.readers.names import split_names
from intake.readers.numbers import is_number_line
from intake.readers.segments import Segment
from intake.readers.shapes import is_organ, is_signatory
from intake.reading import Appointment, Ranges
from intake.text import HAN, squeeze

# 市政府决定任命：, 免去下列同志的职务：: the end of a sentence says what is done to those below.
_DOES = re.compile(
    r"(?P<what>任命|任职|聘任|聘请|免去|免职)(?:(?:下列|以下)?(?:人员|同志|干部)?)?的?(?:职务|名单|如下)*[:：]$"
)
_POST_FOR_ALL = re.compile(
    r"(?P<verb>任命|聘任|聘请|免去)(?:下列|以下)(?:\d+[名位])?(?:人员|同志|人士|专家)?(?:为|的)?(?P<post>.+?)(?:职务)?[:：]$"
)
_FRAME = re.compile(
    r"^(?:主题词|抄送|抄报|印发|报送|特此|此通知|此[令布复致]。?$|请(?:按|依|遵)|现将|各[县市区州地旗盟]|关于.{0,60}(?:任免|任职|免职|任命|聘任|职务|退休).{0,8}(?:通知|决定|的?批复)$|"
    r"[—\-–\s·]*\d+[—\-–\s·]*$|（?\d{4}年.{0,12}）$|.{2,40}(?:任免|任职|免职)(?:人员|干部|通知|事项|名单)$)"
)
_DECIDES = re.compile(
    rf"^(?:经[^，,]{{0,60}}[，,])?(?P<organ>[{HAN}]{{2,30}}?(?:人民政府|行政公署|委员会))(?:[{HAN}\d]{{0,30}})?决定"
)
_FOR_ALL_ABOVE = re.compile(
    r"^(?:以上|上述)(?P<who>[^，,]*?)[，,]?(?:中[，,](?P<names>[^，,]*?))?(?P<note>(?:均?为?(?:试用期|挂职|聘期|任期|任职试用期)|任职时间|时间)[^，,]*)"
)


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
    sentences, healed = heal(sentences_of(lines[segment.body : segment.end]))
    reader = _Reader(Notice([], healed, []), segment.doc_number, _action_above(lines, segment))
    for sentence in sentences:
        reader.take(sentence)
    return reader.notice


def _action_above(lines: list[Line], segment: Segment) -> str | None:
    """What a heading (任命：) says that stands over the number, or closes the item above."""
    above = [line for line in lines[max(0, segment.first - 3) : segment.body] if not line.blank]
    for line in reversed(above):
        match = HEADING.match(squeeze(line.text)) or _DOES.search(squeeze(line.text))
        if match:
            return _action(match["what"])
    return None


def _action(what: str) -> str:
    return REMOVE if what.startswith("免") else APPOINT


class _Reader:
    """Takes a notice's sentences in order; a heading and the persons named last carry over."""

    def __init__(self, notice: Notice, number: str | None, action: str | None) -> None:
        self.notice = notice
        self.number = number
        self.action = action
        self.post_for_all: tuple[str, str] | None = None
        self.persons: list[str] = []
        self.table = AppointmentTable()

    def take(self, sentence: Sentence) -> None:
        row = sentence.lines[0].cells
        if row is not None:
            self._row(row, sentence)
        elif not self._heads(sentence) and not self._is_for_all_above(sentence):
            self._sentence(sentence)

    def _row(self, row: tuple[str, ...], sentence: Sentence) -> None:
        if is_rule(sentence.lines[0]) or self.table.is_head(row):
            return
        acts = self.table.read(row, self.action)
        self._add(acts, sentence)
        if not acts:
            self.notice.unread += sentence.lines

    def _heads(self, sentence: Sentence) -> bool:
        """Whether a sentence is a heading, or who decides or signs, and when; the notice takes it."""
        plain = squeeze(sentence.text)
        heading = HEADING.match(plain)
        if heading:
            self.action, self.post_for_all = _action(heading["what"]), None
            return True
        for_all = _POST_FOR_ALL.search(plain)
        if for_all and not re.match(r"^(?:职务|名单|如下)", for_all["post"]):
            self.post_for_all = _action(for_all["verb"]), for_all["post"]
            return True
        if not self._is_frame(sentence.text):
            return False
        does = _DOES.search(plain)
        if does:
            self.action, self.post_for_all = _action(does["what"]), None
        return True

    def _is_frame(self, text: str) -> bool:
        """Whether a sentence is who decides or signs, and when; the notice takes it."""
        notice, plain = self.notice, squeeze(text)
        decides, split = _DECIDES.match(plain), split_date(text)
        signs = is_organ(text) or is_signatory(text)
        if decides:
            notice.issuer = notice.issuer or decides["organ"]
        if split and not decides:
            day = find_date(split[1])
            notice.issued_on = day.isoformat() if day else None
            notice.issuer = squeeze(split[0]) if split[0] and is_organ(split[0]) else notice.issuer
        elif is_organ(text):
            notice.issuer = notice.issuer or plain
        colon = text.endswith(("：", ":"))
        whole = bool(re.fullmatch(rf"(?:{_DECIDES.pattern[1:]})[:：]?", plain))
        dated = bool(split) and not re.search(r"任|免|聘", split[0] if split else "")
        return whole or dated or signs or colon or is_number_line(text) or bool(_FRAME.match(plain))

    def _is_for_all_above(self, sentence: Sentence) -> bool:
        """以上同志试用期一年: said of all who are appointed above, or of those it names."""
        plain = squeeze(sentence.text).rstrip("。；;")
        match = _FOR_ALL_ABOVE.match(plain)
        if match is None:
            return bool(re.match(r"^(?:以上|上述)", plain))
        names = split_names(match["names"]) if match["names"] else None
        note = re.sub(r"^均?为?", "", match["note"])
        for made in self.notice.appointments:
            meant = names is None or made.person in names
            if made.action == APPOINT and meant and not note.startswith(("任职时间", "时间")):
                made.note = "，".join(filter(None, [made.note, note]))
        return True

    def _sentence(self, sentence: Sentence) -> None:
        # What the columns tore and nothing heals is no post: the editor sees both places.
        torn = is_open(sentence) or is_tail(sentence)
        acts = [] if torn else self._acts(sentence.text)
        self._add(acts, sentence)
        if not acts:
            self.notice.unread += sentence.lines

    def _acts(self, text: str) -> list[Act]:
        head = re.match(r"^(?P<what>任命|免去|聘任)[:：]", text)
        if head:
            self.action, self.post_for_all = _action(head["what"]), None
            text = text[head.end() :]
        names = split_names(text.rstrip("；;。")) if self.post_for_all else None
        if names and self.post_for_all:
            return [Act(name, *self.post_for_all, []) for name in names]
        return read_sentence(text, self.action, self.persons)

    def _add(self, acts: list[Act], sentence: Sentence) -> None:
        for act in acts:
            made = Appointment(self.number, act.person, act.action, act.post, act.note, sentence.ranges)
            self.notice.appointments.append(made)
        self.persons = [act.person for act in acts[-1:]] if acts else self.persons
