"""Where a line of Chinese may break: GB/T 15834-2011 for marks, and the habit of typesetters for figures."""

import re
from functools import cache
from unicodedata import category, east_asian_width

# How good a break is: none, only where the line would otherwise be too loose, as good as any.
NEVER, AT_NEED, FREELY = 0, 1, 2
# Where there may be room between two characters of a line: not at all, as much as elsewhere, more than elsewhere.
TIGHT, EVEN, OPEN = 0, 1, 2

OPENING = "（《〈【〔［｛「『“‘([{"
CLOSING = "，。、；：？！）》〉】〕］｝」』”’)]}·・～々ー\u3000"
# They end words, and stand within them and within figures.
INNER_MARKS = ",.;:?!%"
# They stand in pairs, which are not torn, and do not begin a line.
DASHES = "—…"
# What is said of the figures before it stays with them.
UNITS = "年月日时分秒号期届次个名人户元角万亿千百十吨米里亩条款项章节卷页岁℃％‰"
DATES = "年月"
# What announces the figures after it stays with them.
ANNOUNCING = "第约近达№￥"
APOSTROPHE = re.compile(r"(?<=[A-Za-z])[’'](?=[A-Za-z])")

# The classes of characters, a letter each.
_OPEN, _CLOSE, _BRACKET, _INNER, _DASH, _DIGIT, _WORD, _HYPHEN = "OCBIEDLY"
_SPACE, _FREE, _GLUE, _UNIT, _DATE, _FIRST, _WIDE = "SZGUNPH"
_OWN = {
    **dict.fromkeys(ANNOUNCING, _FIRST),
    **dict.fromkeys(UNITS, _UNIT),
    **dict.fromkeys(DATES, _DATE),
    **dict.fromkeys(OPENING, _OPEN),
    **dict.fromkeys(CLOSING, _CLOSE),
    **dict.fromkeys(INNER_MARKS, _INNER),
    **dict.fromkeys(DASHES, _DASH),
    **dict.fromkeys("\"'", _GLUE),
    **dict.fromkeys("\u00a0\u2060\u202f\ufeff", _GLUE),
    **dict.fromkeys("-/", _HYPHEN),
    "〕": _BRACKET,
    " ": _SPACE,
    "\u200b": _FREE,
}
# Before these, and after those, no line ends.
_NOT_BEFORE = frozenset((_CLOSE, _BRACKET, _INNER, _DASH, _SPACE, _FREE, _GLUE))
_NOT_AFTER = frozenset((_OPEN, _GLUE))
_IN_WORDS = frozenset((_WORD, _DIGIT, _INNER))
_SET_CLOSE = frozenset((_WORD, _DIGIT, _INNER, _HYPHEN))
_TOGETHER = {(_DIGIT, _UNIT), (_DIGIT, _DATE), (_DATE, _DIGIT), (_FIRST, _DIGIT), (_BRACKET, _DIGIT)}


class _Classes(dict[int, str]):
    """The class of each code point, found out when it is first met: for str.translate."""

    def __missing__(self, code: int) -> str:
        self[code] = _class(chr(code))
        return self[code]


_CLASSES = _Classes()


def breaks(text: str) -> bytes:
    """How well a line may end before each character: NEVER, AT_NEED or FREELY, one byte a character.

    The first is NEVER. Line feeds are no affair of this: `text` is one paragraph.
    """
    classes = APOSTROPHE.sub("a", text).translate(_CLASSES)
    return bytes([NEVER, *map(_between, classes, classes[1:])]) if text else b""


def may_break(text: str) -> bool:
    """Whether a line may freely end somewhere inside a text."""
    return FREELY in breaks(text)


def joints(text: str) -> bytes:
    """How readily a line is spaced out before each character, one byte each.

    TIGHT within words, figures and dashes; OPEN after marks, between words, and between these and characters,
    where more room is not seen as a hole; else EVEN.
    """
    classes = APOSTROPHE.sub("a", text).translate(_CLASSES)
    return bytes([TIGHT, *map(_joint, classes, classes[1:])]) if text else b""


@cache
def _joint(before: str, after: str) -> int:
    if after in (_SPACE, _FREE, _GLUE) or before == _GLUE or before == after == _DASH:
        return TIGHT
    if before in _SET_CLOSE and after in _SET_CLOSE:
        return TIGHT
    parted = before in _SET_CLOSE or after in _SET_CLOSE
    return OPEN if parted or before in (_CLOSE, _BRACKET, _SPACE) else EVEN


@cache
def _between(before: str, after: str) -> int:
    if before == _FREE:
        return FREELY
    if after in _NOT_BEFORE or before in _NOT_AFTER:
        return NEVER
    if before in _IN_WORDS and after in (_WORD, _DIGIT, _HYPHEN):
        return NEVER
    if before == _HYPHEN and after in (_WORD, _DIGIT, _HYPHEN):
        return AT_NEED if after == _WORD else NEVER
    return AT_NEED if (before, after) in _TOGETHER else FREELY


def _class(char: str) -> str:
    if char in _OWN:
        return _OWN[char]
    if char.isdigit() and char.isascii():
        return _DIGIT
    if category(char) in ("Mn", "Me", "Cf"):
        return _GLUE
    return _WIDE if east_asian_width(char) in "WFA" else _WORD
