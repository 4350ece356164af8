"""The grammar of an appointment: who, what is done, which post, and what is said beside it.

A sentence is read clause by clause. A sentence in which one clause cannot be read is not read at all.
"""

import dataclasses
import re

from intake.readers.names import (
    begins_like_post,
    begins_with_surname,
    is_name,
    name_before_post,
    split_names,
    with_dots,
)
from intake.text import HAN, squeeze

APPOINT, REMOVE = "appoint", "remove"

_LONGEST_POST = 90
# 提名, 选举 … are no appointments; 选举委员会 and 建议办理科 are bodies.
_NOT_MADE = re.compile(
    r"提名|(?<!人大代表)建议(?!办|提案)|推荐|选举(?!委员会|办公室|工作|事务)|补选|当选|拟任|公示|表彰"
)
_TAKES = r"正式任命为|正式任|重新任命为|任命为|任命其为|聘任其为|聘任为|聘请为|续聘为|特聘为|聘为|续聘|聘任|挂职担任|挂职任|挂任|担任|兼任|改任|调任|出任|转任|试任|续任|继续担任|留任|任|为|兼"
_TAKES_AT = re.compile(rf"(?:同时|一并|并|现)?(?P<verb>{_TAKES})(?:[:：])?")
_APPOINT_HEAD = re.compile(
    r"^(?:(?:同时|一并|并|现|同意|决定|批准|兹|正式|继续|重新)*)(?P<verb>任命|聘任|聘请|续聘|特聘|选派|委派|派遣|派|指定|明确)[:：]?"
)
_REMOVE_HEAD = re.compile(
    r"^(?:(?:同时|一并|并|现|同意|决定|批准|相应|兹)*)(?P<verb>免去|免除|撤销|解聘|解除|罢免|免)(?!职)[:：]?"
)
_LEAVES = re.compile(
    r"(?:同时|一并|并|现|因[^，]{2,12}|到龄)?(?P<verb>不再继续担任|不再担任|不再兼任|不再挂任|不再任|不再聘任为|不再聘任|免去|辞去)"
)
_CONSENT = re.compile(r"^(?:同意|接受|批准|准予|决定)+(?:接受)?")
_RELEASED = re.compile(
    r"^(?P<names>.+?)(?:同志)?(?:原任|原担任|所任|担任|现任|任)的?(?P<post>.+?)(?:的)?职务(?:自然|自行|随之|同时)?(?:免除|免去|解除|终止)$"
)
# 王明的州水利局局长职务试用期满，予以正式任职.
_CONFIRMED = re.compile(
    r"^(?P<names>[^的，]+?)(?:同志)?的(?P<post>.+?)职务(?P<note>(?:任职)?试用期(?:已)?满)$"
)
_OLD_POST = re.compile(r"^(?:其)?(?:原任?|原有|原所任|原兼任?)的?职务(?:自然|自行|随之|同时|一并|相应)+")
_POST_END = re.compile(
    r"(?:长|主任|书记|员|师|专员|主席|总监|理事|监事|董事|监|顾问|参事|助理|代表|秘书|总理|经理|院士|政委|指挥|参谋|督察|督学|干事|常委|领队|级)$"
)
_BRACKET = re.compile(r"[（(](?P<note>[^（）()]*)[）)]$")
_BESIDE = re.compile(
    r"挂职|挂任|试用|任期|聘期|兼$|^兼|级$|待遇|保留|^列|位列|排名|退休|离休|离岗|时间|为期|期限|期满|^援|援派|连任|代理|主持|到龄|任职|"
    r"辞职|调离|调出|免职|免试|另有|离任|交流|[一二两三四五六七八九十\d]+个?[年月]$|^[一二两三四五六七八九十\d]+年|自.{2,14}(?:起|止)|至.{4,12}[日月]"
)
# A clause that is said beside an appointment and is none itself.
_NOTE = re.compile(
    r"^(?:并|同时|且|其中)?(?:其)?(?:予以正式|辞去公职|按|按照|依照|经|予以|批准|同意|准予|不再保留|保留|享受|挂职|试用|任期|聘期|任职|另有|另行|提前|退休|离休|离职|离岗|退出|退居|退二线|"
    r"到龄|因|时间|为期|期限|列|位列|排名|办理|工作另|改|转|调离|调出|调任|调往|援|从|自|原|不占|由|级别|职级|行政|薪|工资|担任领导|仍|继续|服务期|连任|代行|代理|主持|正式|解聘|辞职|届满|自然|相应|回|不再|（|\()"
)
_MORE = re.compile(
    rf"[，,、](?=(?P<name>[{HAN}·]{{2,12}}?)(?:同志)?(?P<verb>任命为|聘任为|聘为|担任|兼任|任(?!期|职|用)|为(?!期))(?!主))"
)


@dataclasses.dataclass
class Act:
    """One person and one post; `note` is what is said beside them."""

    person: str
    action: str
    post: str
    notes: list[str]

    @property
    def note(self) -> str:
        return "，".join(dict.fromkeys(self.notes))


def read_sentence(text: str, action: str | None, before: list[str]) -> list[Act]:
    """The acts of a sentence; none where a clause of it cannot be read.

    `action` is that of the heading above; `before` are the persons of the sentence before, whom 其 means.
    """
    text = text.strip().rstrip("；;。，,")
    if _NOT_MADE.search(squeeze(text)):
        return []
    lead, text = _without_lead(text)
    made: list[Act] = []
    persons, waiting = before, lead
    for clause in _clauses(text):
        # Across a full stop only 其 refers to the person before it.
        same = persons if persons is not before or "其" in clause else []
        read = _clause(clause, action, same)
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
        elif made and _is_note(clause):
            note = squeeze(clause)
            for act in made[-len(persons) :]:
                act.notes.append(note)
        elif not made and squeeze(clause).startswith("因"):
            waiting.append(squeeze(clause))
        else:
            return []
    return made


def _without_lead(text: str) -> tuple[list[str], str]:
    """A sentence without who decides and upon what; a reason (因退休) is kept as a note."""
    decided = re.match(
        r"^(?P<lead>[^；。]{0,90}?(?:研究决定|研究同意|会议通过|讨论通过|讨论决定|会议决定|审议决定|决定|研究))"
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
    return is_name(match["name"]) and bool(_POST_END.search(_bare(before)))


def _bare(text: str) -> str:
    """Without brackets and blanks at the end."""
    return re.sub(r"[（(][^（）()]*[）)]$", "", squeeze(text)).removesuffix("职务")


def _joins_names(text: str, comma: int) -> bool:
    """任命王强，李丽为…: the comma stands in a list of names."""
    head = _APPOINT_HEAD.match(text)
    before = text[head.end() if head else 0 : comma]
    after = re.match(rf"([{HAN}·]{{2,12}}?)(?:同志)?(?:{_TAKES}|、|，)", text[comma + 1 :])
    if not after or _NOTE.match(after[0]):
        return False
    return bool(split_names(before)) and is_name(after[1]) and begins_with_surname(after[1])


def _introduced(clause: str) -> tuple[list[str], str] | None:
    """方志刚试用期满，…; 批准王明退休，…: who is meant, and what is said of him, before what is done."""
    text = squeeze(clause)
    match = re.match(
        r"^(?:同意|批准|准予)?(?P<names>.+?)(?:同志)?(?P<note>(?:任职)?(?:试用期|挂职期|任期|聘期|任职)(?:已)?(?:满|届满).*|(?:提前|到龄|达到|办理|按)*(?:退休|离休|退居).*|因.+|到龄.*|调离.*|工作调动.*)$",
        text,
    )
    names = split_names(match["names"]) if match else None
    certain = names and ("同志" in text or all(begins_with_surname(name) or "·" in name for name in names))
    return (names, match["note"]) if match and names and certain else None


def _adds_post(clause: str) -> bool:
    """，兼任乙局局长 behind 任甲局局长: one more post of the same person."""
    return bool(re.match(r"^(?:同时|并)?兼任?.{2,}", squeeze(clause))) and bool(
        _POST_END.search(_bare(clause))
    )


def _is_note(clause: str) -> bool:
    text = squeeze(clause)
    if len(text) > 40 or re.search(r"任命|免去|聘任(?!期)|[、，]?同志", text):
        return False
    return bool(_NOTE.match(text) or _BESIDE.search(text))


def _clause(clause: str, action: str | None, before: list[str]) -> list[Act]:
    clause = clause.strip()
    plain = squeeze(clause)
    if _OLD_POST.match(plain):
        return []
    for reader in (_of_the_same, _removal, _leaving, _released, _appointment):
        read = reader(clause, action, before)
        if read:
            return read
    return _under_heading(clause, action)


def _of_the_same(clause: str, action: str | None, before: list[str]) -> list[Act]:
    """免去其州审计局局长职务; 任命为州林业局局长: the second half of a sentence, which names nobody."""
    text = squeeze(clause)
    if not before:
        return []
    also = r"^(?:同时|一并|并|现|相应|决定)*"
    removed = re.match(
        rf"{also}(?:(?:免去|免除|撤销|解除|解聘)其|不再(?:继续)?(?:担任|兼任|挂任|任)|其不再(?:担任|兼任)|免去(?=原))(?P<post>.+)$",
        text,
    )
    bare = re.match(rf"{also}免去(?P<post>.+职务)$", text)
    if removed or (bare and begins_like_post(bare["post"])):
        return acts_of(before, REMOVE, (removed or bare or {})["post"], [])
    taken = re.match(
        rf"{also}(?:正式)?(?P<verb>任命其为|任命为|聘任其为|聘任为|聘为|改任|调任|转任|担任|挂任|任(?!期|职|用|命))(?P<post>.+)$",
        text,
    )
    return acts_of(before, APPOINT, taken["post"], _as(taken["verb"])) if taken else []


def _removal(clause: str, action: str | None, before: list[str]) -> list[Act]:
    """免去王明（同志）（的）州水利局局长职务."""
    head = _REMOVE_HEAD.match(squeeze(clause))
    if not head:
        return []
    notes = ["撤销"] if head["verb"] == "撤销" else []
    rest = re.sub(rf"^.*?{head['verb']}[:：]?", "", clause, count=1).strip()
    return _person_and_post(rest, notes)


def _person_and_post(text: str, notes: list[str]) -> list[Act]:
    """王明同志的州水利局局长职务, whatever of it is printed."""
    # 同志 is left out of a list of names only before a name that goes on.
    for match in re.finditer(
        r"(?:等\S{0,3})?同志们?(?![、，和及与])(?:(?:兼|原|所|担|现|挂)任的|的)?|(?P<held>兼任|原任|所任|担任|现任|挂任)?的",
        text,
    ):
        names = split_names(text[: match.start()])
        if names:
            beside = ["兼任"] if "兼任" in match[0] else []
            return acts_of(names, REMOVE, text[match.end() :], [*notes, *beside])
    plain, list_of = squeeze(text), []
    while True:
        first, mark, rest = plain.partition("、")
        if not mark or not (
            (is_name(first) and begins_with_surname(first) and len(first) <= 4)
            or ("·" in first and is_name(first))
        ):
            break
        list_of.append(first)
        plain = rest
    named = name_before_post(with_dots(plain))
    if named is None or not (plain.rstrip("）)").endswith("职务") or _POST_END.search(_bare(plain))):
        return []
    return acts_of([*list_of, named[0]], REMOVE, named[1], notes)


def _leaving(clause: str, action: str | None, before: list[str]) -> list[Act]:
    """王明不再担任…; 同意王明辞去…."""
    text = _CONSENT.sub("", clause.strip())
    match = _LEAVES.search(text)
    if match is None or match.start() < 2:
        return []
    names = split_names(text[: match.start()])
    notes = ["辞去"] if match["verb"] == "辞去" else []
    return acts_of(names, REMOVE, text[match.end() :], notes) if names else []


def _released(clause: str, action: str | None, before: list[str]) -> list[Act]:
    """王明原任的州水利局局长职务自然免除."""
    match = _RELEASED.match(squeeze(clause))
    names = split_names(match["names"]) if match else None
    if match and names:
        return acts_of(names, REMOVE, match["post"], ["自然免除"])
    confirmed = _CONFIRMED.match(squeeze(clause))
    names = split_names(confirmed["names"]) if confirmed else None
    return acts_of(names, APPOINT, confirmed["post"], [confirmed["note"]]) if confirmed and names else []


def _appointment(clause: str, action: str | None, before: list[str]) -> list[Act]:
    """任命王明为…; 王明同志任…; and 任王明为…, where no heading has the verb already."""
    text = clause.strip()
    head = _APPOINT_HEAD.match(squeeze(text))
    if head:
        text = re.sub(rf"^.*?{head['verb']}[:：]?", "", text, count=1)
        notes = []
    else:
        text = _CONSENT.sub("", text)
        notes = []
        bare = text[1:]
        if action is None and text.startswith("任") and begins_with_surname(bare):
            read = _name_and_post(bare, {"为"})
            if read:
                return read
    read = _name_and_post(text, None)
    for act in read:
        act.notes = [*notes, *act.notes]
    return read


def _name_and_post(text: str, verbs: set[str] | None) -> list[Act]:
    """王明为州水利局局长: the verb that parts a name from a post; a name may hold 为 or 任 itself."""
    found: list[tuple[list[str], str, str]] = []
    hidden = re.sub(r"[（(][^（）()]*[）)]", lambda match: "（" * len(match[0]), text)
    for place in range(2, len(text)):
        match = _TAKES_AT.match(hidden, place)
        if match is None or (verbs and match["verb"] not in verbs):
            continue
        names = split_names(_without_reference(text[: match.start()]))
        post = text[match.end() :]
        if names and len(squeeze(post)) >= 2:
            found.append((names, match["verb"], post))
        if found and place - 12 > len(found[0][0][0]):
            break
    if not found:
        return []
    good = [
        each
        for each in found
        if not re.match(r"\s*(?:为(?![民农企侨老]服务)|任|兼任|担任|职务|期|同志)", each[2])
    ]
    names, verb, post = (good or found)[0]
    return _respectively(names, post, text) or acts_of(names, APPOINT, post, _as(verb))


def _without_reference(names: str) -> str:
    return re.sub(r"分别$", "", names.strip())


def _respectively(names: list[str], post: str, text: str) -> list[Act]:
    """任命王强、李丽分别为甲局局长、乙局局长: as many posts as persons."""
    if "分别" not in text or len(names) < 2:
        return []
    post = re.sub(r"^.*?分别(?:任命为|担任|任|为)?", "", post) if "分别" in post else post
    posts = re.split(r"[、，]|(?<=[长任员师记])和", squeeze(post))
    if len(posts) != len(names):
        return []
    return [
        act for name, each in zip(names, posts, strict=True) for act in acts_of([name], APPOINT, each, [])
    ]


def _under_heading(clause: str, action: str | None) -> list[Act]:
    """What stands under 免去: or 任命: without a verb: 王明州水利局局长职务; 王明　州水利局局长."""
    if action == REMOVE:
        return _person_and_post(clause, []) or _side_by_side(clause, REMOVE)
    return _side_by_side(clause, APPOINT) if action == APPOINT else []


def _side_by_side(clause: str, action: str) -> list[Act]:
    """王 明　州水利局局长, or the post first, with a colon."""
    post_first = re.match(r"^(?P<post>[^：:]{3,60})[：:](?P<names>.+)$", clause)
    if post_first and _POST_END.search(_bare(post_first["post"])):
        names = split_names(post_first["names"])
        return acts_of(names, action, post_first["post"], []) if names else []
    pieces = clause.replace("：", " ").replace(":", " ").split()
    for cut in range(len(pieces) - 1, 0, -1):
        name, post = squeeze("".join(pieces[:cut])), squeeze("".join(pieces[cut:]))
        short = len(name) <= 4 and begins_with_surname(name)
        if (short or "·" in name) and is_name(name) and _POST_END.search(_bare(post)) and len(post) >= 3:
            return acts_of([name], action, post, [])
    return []


def _as(verb: str) -> list[str]:
    """兼任 and 挂任 say how a post is held."""
    if verb in {"兼任", "兼"}:
        return ["兼任"]
    return [verb] if verb == "挂任" else ["挂职"] if verb.startswith("挂职") else []


def acts_of(names: list[str], action: str, post: str, notes: list[str]) -> list[Act]:
    """Acts of the persons with a post as printed; none where the wording is no post."""
    post, beside = without_notes(squeeze(post))
    post = re.sub(r"的?请求$", "", post)
    if action == REMOVE:
        post = re.sub(r"(?:的)?(?:领导)?(?:职务|一职)$", "", post)
        held = re.match(r"^(?:的|原)?(?:任|担任|兼任|所任|现任|原任|原担任|所兼|挂任)的", post)
        if held:
            beside += ["兼任"] if "兼" in held[0] else []
            post = post[held.end() :]
        post = re.sub(r"^[的]", "", post)
    post, more = without_notes(post)
    post = re.sub(r"(?:的)?职务$", "", post)
    if not 2 <= len(post) <= _LONGEST_POST or re.search(
        r"任命|免去|[；。：:]|^职务|^(?:以上|上述|下列|以下)", post
    ):
        return []
    return [Act(name, action, post, [*notes, *more, *beside]) for name in names]


def without_notes(text: str) -> tuple[str, list[str]]:
    """A post without what is said beside it in brackets at its end: （挂职）, （试用期一年）, （正县级）."""
    notes: list[str] = []
    while match := _BRACKET.search(text):
        if not _BESIDE.search(match["note"]):
            break
        text, notes = text[: match.start()], [match["note"], *notes]
    return text, notes


def is_whole_post(text: str) -> bool:
    """Whether a text ends as a post does, so that nothing of it is missing."""
    return bool(_POST_END.search(_bare(text)))
