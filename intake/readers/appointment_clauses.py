"""One clause of a sentence of appointment: who, what is done, which post.

A clause is tried against the wordings one after another; one that fits none is no appointment."""

import re

from intake.readers.appointment_acts import APPOINT, REMOVE, Act, acts_of, is_whole_post
from intake.readers.names import (
    begins_like_post,
    begins_with_surname,
    is_name,
    name_before_post,
    split_names,
    with_dots,
)
from intake.text import squeeze

TAKES = r"正式任命为|正式任|重新任命为|任命为|任命其为|聘任其为|聘任为|聘请为|续聘为|特聘为|聘为|续聘|聘任|挂职担任|挂职任|挂任|担任|兼任|改任|调任|出任|转任|试任|续任|继续担任|留任|任|为|兼"
_TAKES_AT = re.compile(rf"(?:同时|一并|并|现)?(?P<verb>{TAKES})(?![期职用免])[:：]?")
APPOINT_HEAD = re.compile(
    r"^(?:(?:同时|一并|并|现|同意|决定|批准|兹|正式|继续|重新)*)(?P<verb>任命|聘任|聘请|续聘|特聘|聘(?![期用为])|选派|委派|派遣|派|指定|明确)[:：]?"
)
_REMOVE_HEAD = re.compile(
    r"^(?:(?:同时|一并|并|现|同意|决定|批准|相应|兹)*)(?P<verb>免去|免除|撤销|解聘|解除|罢免|免)(?!职)[:：]?"
)
_LEAVES = re.compile(
    r"(?:同时|一并|并|现|因[^，]{2,12}|到龄)?(?P<verb>不再继续担任|不再担任|不再兼任|不再挂任|不再任|不再聘任为|不再聘任|免去|辞去)"
)
# As far as a list of names may go before the verb.
_LONGEST_LIST = 400
_CONSENT = re.compile(r"^(?:同意|接受|批准|准予|决定)+(?:接受)?")
_RELEASED = re.compile(
    r"^(?P<names>.+?)(?:同志)?(?:原任|原担任|所任|担任|现任|任)的?(?P<post>.+?)(?:的)?职务(?:自然|自行|随之|同时)?(?:免除|免去|解除|终止)$"
)
# 王明的州水利局局长职务试用期满，予以正式任职.
_CONFIRMED = re.compile(
    r"^(?P<names>[^的，]+?)(?:同志)?的(?P<post>.+?)职务(?P<note>(?:任职)?试用期(?:已)?满)$"
)
_OLD_POST = re.compile(r"^(?:其)?(?:原任?|原有|原所任|原兼任?)的?职务(?:自然|自行|随之|同时|一并|相应)+")


def read_clause(clause: str, action: str | None, before: list[str]) -> list[Act]:
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
    if removed is None and bare and begins_like_post(bare["post"]):
        removed = bare
    if removed:
        return acts_of(before, REMOVE, removed["post"], [])
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
        if names and not _ends_in_post(text):
            return []
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
    if named is None or not _ends_in_post(plain):
        return []
    return acts_of([*list_of, named[0]], REMOVE, named[1], notes)


def _ends_in_post(text: str) -> bool:
    """Whether nothing of a removal is missing at its end."""
    return bool(re.search(r"(?:职务|一职)(?:[（(][^（）()]*[）)])?$", squeeze(text))) or is_whole_post(text)


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
    head = APPOINT_HEAD.match(squeeze(text))
    if head:
        return _name_and_post(re.sub(rf"^.*?{head['verb']}[:：]?", "", text, count=1), None)
    text = _CONSENT.sub("", text)
    if action is None and text.startswith("任") and begins_with_surname(text[1:]):
        read = _name_and_post(text[1:], {"为"})
        if read:
            return read
    return _name_and_post(text, None)


def _name_and_post(text: str, verbs: set[str] | None) -> list[Act]:
    """王明为州水利局局长: the verb that parts a name from a post; a name may hold 为 or 任 itself."""
    found: list[tuple[list[str], str, str]] = []
    hidden = re.sub(r"[（(][^（）()]*[）)]", lambda match: "（" * len(match[0]), text)
    for place in range(2, min(len(text), _LONGEST_LIST)):
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
    beside = re.search(r"[（(](兼|挂职[^（）()]*|试用[^（）()]*)[）)]", text[: -len(post)])
    notes = [*_as(verb), *([beside[1]] if beside else [])]
    return _respectively(names, post, text) or acts_of(names, APPOINT, post, notes)


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
    """王 明　州水利局局长, or the post first: 州水利局局长：王明."""
    post_first = re.match(r"^(?P<post>[^：:]{3,60})[：:](?P<names>.+)$", clause)
    if post_first and is_whole_post(post_first["post"]):
        names = split_names(post_first["names"])
        return acts_of(names, action, post_first["post"], []) if names else []
    pieces = clause.replace("：", " ").replace(":", " ").split()
    named = split_names(" ".join(pieces[1:])) if len(pieces) > 1 and is_whole_post(pieces[0]) else None
    if named and all(begins_with_surname(name) or "·" in name for name in named):
        return acts_of(named, action, pieces[0], [])
    for cut in range(len(pieces) - 1, 0, -1):
        name, post = squeeze("".join(pieces[:cut])), squeeze("".join(pieces[cut:]))
        short = len(name) <= 4 and begins_with_surname(name)
        if (short or "·" in name) and is_name(name) and is_whole_post(post) and len(post) >= 3:
            return acts_of([name], action, post, [])
    return []


def _as(verb: str) -> list[str]:
    """兼任 and 挂任 say how a post is held."""
    if verb in {"兼任", "兼"}:
        return ["兼任"]
    return [verb] if verb == "挂任" else ["挂职"] if verb.startswith("挂职") else []
