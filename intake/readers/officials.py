"""The officials whom a sentence names, with their offices."""

import re

from intake.reading import Official
from intake.text import HAN

_BODY = (
    r"(?:(?:自治州|自治区|州|省|市|县|地区|盟|旗|区|镇|乡)?(?:党委|地委|盟委|旗委|工委|委|人大常委会|人大|人民政府|政府|行署|政协|纪委|监委)?"
    r"(?:党委|党组)?)"
)
_RANK = r"(?:常务副|第一副|副|代理?)?"
_HEAD = (
    r"(?:州长助理|市长助理|县长助理|省长助理|州长|主席|市长|县长|省长|区长|旗长|盟长|镇长|乡长|秘书长|书记|专员|主任|常委|部长|"
    r"检察长|巡视员|调研员|督查专员|局长|厅长)"
)
_OFFICE = rf"(?:{_BODY}{_RANK}{_HEAD}(?:、{_BODY}{_RANK}{_HEAD}(?![{HAN}]{{0,4}}会))*)"
_VERB = (
    r"(?:率队|主持|参加|出席|前往|陪同|会见|召开|召集|深入|慰问|检查|调研|督导|督查|督察|看望|开展|一行|带领|听取|参观|接待|代表|"
    r"组织|走访|视察|接受|进行|宣布|签署|考察|研究|专题|分别|先后|通过|一同|应邀|讲话|审议|巡查|指导|表示|指出|强调|同志)"
)
_SHORT_VERB = r"[率赴到在与和为作做就对同及以住等]"
_NAME = rf"[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}})*"
_DOTTED_NAME = re.compile(rf"^[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}}?)+(?={_VERB}|{_SHORT_VERB}|$)")
_NO_NAME = re.compile(r"[会议组办局委厅院校]|班子|一行|督导|热线|通道|医师|^[的第抓及与和同]")
_LONGEST_PLAIN = 6
_GROUP = re.compile(rf"(?P<office>{_OFFICE})(?P<names>{_NAME}(?:、(?!{_OFFICE}){_NAME})*)")


def officials(text: str) -> list[Official]:
    """The officials that a sentence names with their offices, each once, in order."""
    found: dict[str, Official] = {}
    match = _GROUP.search(text)
    while match:
        closed = text[match.end() : match.end() + 1] in {"，", ",", "、", "。", "；"}
        names, end = _names(match["names"], closed=closed)
        for name in names:
            found.setdefault(name, Official(name, match["office"]))
        # What stands behind the last name may name others: …陪同州党委书记….
        match = _GROUP.search(text, match.start("names") + end)
    return list(found.values())


def _names(text: str, *, closed: bool) -> tuple[list[str], int]:
    """The names of a list up to the one that the sentence's verb follows, and where they end.

    `closed`: a comma stands behind the list. Where neither verb nor comma does, the last word is no name:
    市长热线开通 names nobody.
    """
    names: list[str] = []
    end = 0
    parts = text.split("、")
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        name = _before_verb(part) or (part if closed or not last else "")
        if not _may_be_name(name):
            break
        names.append(name)
        end += len(name) + 1
        if name != part:
            break
    return names, max(0, end - 1)


def _may_be_name(name: str) -> bool:
    longest = 25 if "·" in name else _LONGEST_PLAIN
    return 2 <= len(name) <= longest and not _NO_NAME.search(name)


def _before_verb(part: str) -> str | None:
    """The name that a verb follows; None where none does.

    A verb of one character may be the name's last one: 王永和出席 is of 王永和, because 出席 follows.
    """
    dotted = _DOTTED_NAME.match(part)
    if dotted:
        return dotted[0]
    for length in range(2, _LONGEST_PLAIN + 1):
        if re.match(_VERB, part[length:]):
            return part[:length]
        if re.match(_SHORT_VERB, part[length:]):
            return part[: length + 1] if re.match(_VERB, part[length + 1 :]) else part[:length]
    return None
