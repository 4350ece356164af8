"""The sentences of a notice of appointments.

A sentence is read clause by clause. A sentence in which one clause cannot be read is not read at all."""

import re

from intake.readers.appointment_acts import APPOINT, REMOVE, Act, is_note, is_whole_post
from intake.readers.appointment_clauses import APPOINT_HEAD, TAKES, read_clause
from intake.readers.names import begins_with_surname, is_name, split_names
from intake.text import HAN, squeeze

# 提名, 选举 … are no appointments; 选举委员会 and 建议办理科 are bodies.
_NOT_MADE = re.compile(
    r"提名|(?<!人大代表)建议(?!办|提案)|推荐|选举(?!委员会|办公室|工作|事务)|补选|当选|拟任|公示|表彰|人选"
)
_LONGEST_SENTENCE = 3000
# Said of the appointment of the sentence, though a removal stands between: …，免去其…职务，试用期一年.
_OF_AN_APPOINTMENT = re.compile(r"^(?:试用|挂职|聘期|任期)")
_MORE = re.compile(
    rf"[，,、](?=(?P<name>[{HAN}·]{{2,12}}?)(?:同志)?(?P<verb>任命为|聘任为|聘为|担任|兼任|任(?!期|职|用)|为(?!期))(?!主))"
)


def read_sentence(text: str, action: str | None, before: list[str]) -> list[Act]:
    """The acts of a sentence; none where a clause of it cannot be read.

    `action` is that of the heading above; `before` are the persons of the sentence before, whom 其 means.
    """
    text = text.strip().rstrip("；;。，,")
    if _NOT_MADE.search(squeeze(text)) or len(text) > _LONGEST_SENTENCE:
        return []
    lead, text = _without_lead(text)
    made: list[Act] = []
    persons, waiting = before, lead
    for clause in _clauses(text):
        # Across a full stop only 其 refers to the person before it.
        same = persons if persons is not before or "其" in clause else []
        read = read_clause(clause, action, same)
        if read:
            for act in read:
                act.notes = [*waiting, *act.notes]
            waiting, persons = [], [act.person for act in read]
            made += read
        elif who := _introduced(clause):
            persons, note = who
            waiting = [note]
        elif made and _adds_post(clause):
            for act in made[-len(persons) :]:
                act.post += "，" + squeeze(clause)
        elif made and is_note(clause):
            _note(made, persons, squeeze(clause))
        elif made and (more := read_clause(clause, made[-1].action, [])):
            made, persons = [*made, *more], [act.person for act in more]
        elif not made and squeeze(clause).startswith("因"):
            waiting.append(squeeze(clause))
        else:
            return []
    return made


def _note(made: list[Act], persons: list[str], note: str) -> None:
    """Note what is said of the persons named last."""
    meant = made[-len(persons) :]
    if _OF_AN_APPOINTMENT.match(note) and meant[-1].action == REMOVE:
        meant = [act for act in made if act.action == APPOINT and act.person in persons] or meant
    for act in meant:
        act.notes.append(note)


def _without_lead(text: str) -> tuple[list[str], str]:
    """A sentence without who decides and upon what; a reason (因退休) is kept as a note."""
    decided = re.match(
        r"^(?P<lead>[^；。]{0,90}?(?:研究决定|研究同意|会议通过|讨论通过|讨论决定|会议决定|审议决定|决定|研究|同意(?=[:：])))"
        r"(?:[:：，,]|(?=任命|免去|聘|接受|同意|撤销|免除|任|不再))",
        text,
    )
    if decided and not re.search(r"任命|免去|聘任|不再|同志(?:任|为|担任|兼任)", decided["lead"]):
        reason = re.match(r"^(因[^，,]{2,14})[，,]", decided["lead"])
        return [squeeze(reason[1])] if reason else [], text[decided.end() :].lstrip("，, ")
    lead = re.match(r"^(?:根据|按照|依据|依照|经|鉴于)[^，,]{2,60}[，,]", text)
    return [], text[lead.end() :] if lead else text


def _clauses(text: str) -> list[str]:
    """A sentence at the commas that part its clauses; those in brackets part nothing."""
    hidden = re.sub(r"[（(][^（）()]*[）)]", lambda match: "（" + "\0" * (len(match[0]) - 2) + "）", text)
    cuts = {match.start() for match in _MORE.finditer(hidden) if _is_next_person(match)}
    cuts |= {match.start() for match in re.finditer(r"(?<=职务)、", hidden)}
    cuts |= {
        match.start() for match in re.finditer(r"[，,]", hidden) if not _joins_names(hidden, match.start())
    }
    pieces, last = [], 0
    for cut in sorted(cuts):
        pieces.append(text[last:cut])
        last = cut + 1
    return [piece for piece in [*pieces, text[last:]] if piece.strip()]


def _is_next_person(match: re.Match[str]) -> bool:
    """、李四为乙局局长: another person with a post of his own, not one more name of the list before."""
    before = match.string[: match.start()]
    return is_name(match["name"]) and is_whole_post(before)


def _joins_names(text: str, comma: int) -> bool:
    """任命王强，李丽为…: the comma stands in a list of names."""
    head = APPOINT_HEAD.match(text)
    before = text[head.end() if head else 0 : comma]
    after = re.match(rf"([{HAN}·]{{2,12}}?)(?:同志)?(?:{TAKES}|、|，)", text[comma + 1 :])
    if not after or is_note(after[1]):
        return False
    names = split_names(before) or []
    surely = names and all(begins_with_surname(name) or "·" in name for name in names)
    return bool(surely) and is_name(after[1]) and begins_with_surname(after[1])


def _introduced(clause: str) -> tuple[list[str], str] | None:
    """王明试用期满，…; 批准王明退休，…: who is meant, and what is said of him, before what is done."""
    text = squeeze(clause)
    match = re.match(
        r"^(?:同意|批准|准予)?(?P<names>.+?)(?:同志)?(?P<note>(?:任职)?(?:试用期|挂职期|任期|聘期|任职)(?:已)?(?:满|届满).*|(?:提前|到龄|达到|办理|按)*(?:退休|离休|退居).*|因.+|到龄.*|调离.*|工作调动.*)$",
        text,
    )
    names = split_names(match["names"]) if match else None
    certain = names and ("同志" in text or all(begins_with_surname(name) or "·" in name for name in names))
    return (names, match["note"]) if match and names and certain else None


def _adds_post(clause: str) -> bool:
    """，兼任乙局局长 or ，乙局局长（兼） behind 任甲局局长: one more post of the same person."""
    text = squeeze(clause)
    beside = re.match(r"^(?P<post>.{4,})[（(]兼(?:任)?[）)]$", text)
    if beside and is_whole_post(beside["post"]):
        return True
    return bool(re.match(r"^(?:同时|并)?兼任?.{2,}", squeeze(clause))) and bool(is_whole_post(clause))
