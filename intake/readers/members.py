"""Members of a leading group (领导小组): role, name and office, as lists in documents set them.

组  长：李明（州委副书记、州长）      with the office in brackets,
副组长：王 强  州财政局局长            or behind the name,
        赵小梅  州审计局局长           the role once for all who follow,
成  员：钱多（州发改委）、孙立（州教育局）
"""

import re

from intake.reading import Member
from intake.text import HAN, squeeze

_ROLE = (
    r"(?:常务|第一|执行)?副?(?:总|主)?(?:组\s*长|召\s*集\s*人|指\s*挥(?:\s*长)?|主\s*任(?:\s*委\s*员)?|队\s*长|团\s*长|秘\s*书\s*长)"
    r"|(?:组|成|委)\s*员|顾\s*问|联\s*络\s*员|办\s*公\s*室\s*(?:副\s*)?主\s*任"
)
_ROLE_FIRST = re.compile(rf"^(?P<role>(?:副\s*)?(?:{_ROLE}))\s*[:：]\s*(?P<rest>\S.*)$")
_NAME = rf"(?:[{HAN}]\s[{HAN}](?:\s[{HAN}](?=\s))?(?![{HAN}])|[{HAN}]{{2,4}}|[{HAN}]{{1,12}}(?:\s*[·•．]\s*[{HAN}]{{1,12}})+)"
_IN_BRACKETS = re.compile(
    rf"^(?P<name>{_NAME})\s*(?P<note>[（(](?:女|男|[{HAN}]{{1,4}}族)(?:[，、,](?:女|男|[{HAN}]{{1,4}}族))*[）)])?\s*[（(](?P<office>[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]$"
)
_BEHIND = re.compile(rf"^(?P<name>{_NAME})\s+(?P<office>\S.*)$")
_SENTENCE = re.compile(r"[。！？；;!?]")
_OFFICE = re.compile(rf"[{HAN}]{{2,}}")
_LONGEST = 80
_SHORTEST_TEXT = 10
_ORGAN = re.compile(r"[局办委厅部处府会院行科所站校团社]$")


def members(text: str, role: str = "") -> list[Member]:
    """The people that a line lists; none where it lists nobody.

    `role` is that of the line above: a line without a role of its own goes on with it, and is read as a
    name and an office only where there is one.
    """
    own = _ROLE_FIRST.match(text)
    if own is None and not role:
        return []
    named, rest = (squeeze(own["role"]), own["rest"]) if own else (role, text)
    rest = rest.strip().rstrip("；;，,。、")
    found = [_member(piece, named) for piece in _pieces(rest)]
    if all(found):
        return [member for member in found if member]
    names = [squeeze(name) for name in re.split(r"[、，,]", rest)]
    alone = own is not None and all(
        re.fullmatch(rf"[{HAN}]{{2,3}}", name) and not _ORGAN.search(name) for name in names
    )
    return [Member(name, "", named) for name in names] if alone else []


def member_and_text(text: str, role: str) -> tuple[str, str] | None:
    """A member's line with the words of another paragraph behind it, which the columns set there."""
    for match in re.finditer(r"[）)]\s+", text):
        member, rest = text[: match.start() + 1], text[match.end() :]
        if members(member, role) and len(rest) >= _SHORTEST_TEXT and not members(rest, role):
            return member, rest
    return None


def member_alone(text: str, role: str = "") -> Member | None:
    """The one person of a line without a role: 李明（州财政局局长）."""
    match = _IN_BRACKETS.match(text.strip().rstrip("；;，,。、"))
    return _member(match[0], role) if match else None


def _pieces(text: str) -> list[str]:
    """Several people of one line: 甲（州财政局）、乙（州审计局）."""
    return [piece for piece in re.split(r"(?<=[）)])\s*[、，,；;]\s*", text) if piece]


def _member(text: str, role: str) -> Member | None:
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return None
    match = _IN_BRACKETS.match(text) or _BEHIND.match(text)
    if match is None or not _OFFICE.search(match["office"]) or re.search(r"\d号|：", match["office"]):
        return None
    return Member(squeeze(match["name"]), match["office"].strip(), role)
