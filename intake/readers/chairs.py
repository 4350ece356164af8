"""Who chairs a meeting: the person whom the clause names that ends in 主持."""

import re

from intake.readers.names import begins_with_surname, is_name, with_dots
from intake.text import HAN, squeeze

_OFFICE = r"(?:常务副?|代理?|副)?(?:主席|州长|省长|市长|县长|区长|旗长|盟长|镇长|专员|书记|秘书长|主任|局长|厅长|部长|组长|市长助理|州长助理)"
_CHAIRS = re.compile(r"主持(?!人|词|的|了?工作|[^，。；]{0,4}工作)")
_NAMED_AS_CHAIR = re.compile(rf"主\s*持\s*人?\s*[:：]\s*(?P<who>[{HAN}· ]{{2,30}})")
_GIVEN_TO = re.compile(r"^.*委托[，,]?")
# What may stand between the chair and 主持: when, where, how.
_BETWEEN = re.compile(r"同志|[（(]|于|在|召集|出席|亲自|受|今|昨|上午|下午|\d|[一二三四五六七八九十]{1,3}月")
_LONGEST = 8


def chair_of(text: str) -> str | None:
    """The person in the chair; None where no clause names one."""
    text = with_dots(text)
    said = _NAMED_AS_CHAIR.search(text)
    if said:
        name = _last_name(squeeze(said["who"]))
        if name:
            return name
    plain = squeeze(text)
    for match in _CHAIRS.finditer(plain):
        start = max(plain.rfind(mark, 0, match.start()) for mark in "。；;！：") + 1
        name = _in_clause(plain[start : match.start()])
        if name:
            return name
    return None


def _in_clause(clause: str) -> str | None:
    """受市长甲委托，常务副市长乙在…主持: the last one named before the verb."""
    clause = _without_order(clause)
    offices = list(re.finditer(_OFFICE, clause))
    # The clause itself, between commas; its subject may stand before a comma: 市长王明出席，并主持.
    for office in reversed(offices):
        rest = clause[office.end() :]
        if rest[:1] in {"、", "，", ""}:
            continue
        name = _name_at(rest)
        if name:
            return name
    if offices:
        before = re.search(rf"(?P<name>[{HAN}·]{{2,30}}?){_OFFICE}[^，]{{0,20}}$", clause)
        named = before["name"] if before else ""
        return named if is_name(named) and (begins_with_surname(named) or "·" in named) else _foreign(clause)
    plain = re.search(rf"由(?P<name>[{HAN}·]{{2,30}}?)(?:同志)?$", clause)
    if plain and is_name(plain["name"]):
        return plain["name"]
    comrade = re.search(rf"(?:^|，|日|午)(?P<name>[{HAN}·]{{2,30}})同志", clause)
    return comrade["name"] if comrade and is_name(comrade["name"]) else None


def _without_order(clause: str) -> str:
    """A clause without on whose behalf: 受市长甲委托，常务副市长乙… and 常务副市长乙受市长甲委托…."""
    given = re.match(r"^(?P<subject>.*?)受[^，]*委托[，,]?(?P<rest>.*)$", clause)
    if given is None:
        return _GIVEN_TO.sub("", clause)
    return given["rest"] if re.search(_OFFICE, given["rest"]) else given["subject"]


def _foreign(clause: str) -> str | None:
    """才旺副专员主持: a name of another language before the office."""
    match = re.search(rf"(?:^|[，日午])(?P<name>[{HAN}]{{2,6}}?){_OFFICE}[^，]{{0,20}}$", clause)
    return match["name"] if match and is_name(match["name"]) else None


def _name_at(rest: str) -> str | None:
    """The name that a clause goes on with behind an office, up to when, where or how."""
    end = _BETWEEN.search(rest, 2)
    piece = rest[: end.start()] if end else rest
    piece = re.split(r"[，,]", piece)[0]
    return piece if is_name(piece) and ("·" in piece or len(piece) <= _LONGEST) else None


def _last_name(text: str) -> str | None:
    """The name behind an office, or the whole."""
    office = list(re.finditer(_OFFICE, text))
    name = text[office[-1].end() :] if office else text
    return name if is_name(name) else None
