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
_SHORT_NAME = 3
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
    apart = ["".join(piece.split()) for piece in re.split(r"[、，,；;]| {2,}", text.strip())]
    if all(_NAME.match(name) for name in apart):
        return apart
    names = []
    for piece in re.split(r"[、，,；;]", text):
        tokens = piece.split()
        names += ["".join(tokens)] if 0 < len("".join(tokens)) <= _SHORT_NAME else _closed_up(tokens)
    return names if all(_NAME.match(name) for name in names) else []


def _closed_up(tokens: list[str]) -> list[str]:
    """Tokens as names: one of two characters is set as wide as one of three (马 骏), some wider (方 志远)."""
    names: list[str] = []
    single = ""
    for token in tokens:
        if len(token) == 1:
            single += token
            continue
        if len(single) == 1 and len(token) == _SHORT_NAME - 1:
            token, single = single + token, ""
        names += [*_of_singles(single), token]
        single = ""
    return [*names, *_of_singles(single)]


def _of_singles(run: str) -> list[str]:
    return [run[:2], run[2:]] if len(run) == 4 else [run] if run else []
