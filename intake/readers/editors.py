"""Who edited an issue (主编, 副主编 …), as its imprint names them."""

import re
from itertools import zip_longest

from intake.text import HAN

_ROLES = [
    "执行主编",
    "常务副主编",
    "副主编",
    "主编",
    "执行总编",
    "副总编辑",
    "副总编",
    "总编辑",
    "总编",
    "责任编辑",
    "特约编辑",
    "编辑部主任",
    "编辑",
]
# The role may be set wide (主 编); a colon or a blank parts it from the names.
_ROLE = "|".join(r"\s*".join(role) for role in _ROLES)
_PART = re.compile(rf"(?<![{HAN}])(?P<role>{_ROLE})\s*(?P<colon>[:：]|\s)\s*")
_NAME = re.compile(rf"^[{HAN}]{{2,4}}$|^[{HAN}]{{1,12}}(?:[·•][{HAN}]{{1,12}})+$")


def editors_of(text: str) -> list[tuple[str, list[str]]]:
    """The editors that a line names, by role: [(主编, [李明])]; none where it names nobody."""
    found = []
    parts = list(_PART.finditer(text))
    for part, following in zip_longest(parts, parts[1:]):
        end = following.start() if following else len(text)
        names = _names(text[part.end() : end])
        if names:
            found.append((re.sub(r"\s", "", part["role"]), names))
    return found


def _names(text: str) -> list[str]:
    """李 明 王小强 as 李明 and 王小强; none where something else than names stands there."""
    # A name of two characters is set as wide as one of three.
    text = re.sub(rf"(?<![{HAN}])([{HAN}])\s+([{HAN}])(?![{HAN}])", r"\1\2", text.strip())
    names = [name for name in re.split(r"[、，,；;\s]+", text) if name]
    return names if all(_NAME.match(name) for name in names) else []
