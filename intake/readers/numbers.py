"""Document numbers (发文字号): 机关代字〔YYYY〕N号, in every bracket, and orders (令第N号).

The right form is GB/T 9704-2012's: full year, hexagonal brackets, no 第, no leading zero.
"""

import dataclasses
import re

from intake.text import HAN, squeeze

_OPEN, _CLOSE = r"[〔\[（(【［〈<﹝]", r"[〕\]）)】］〉>﹞]"
_PREFIX = rf"(?P<prefix>[{HAN}]{{1,16}})"
_YEAR = rf"{_OPEN}\s*(?P<year>(?:19|20)\d\d)\s*{_CLOSE}"
NUMBER = re.compile(rf"{_PREFIX}\s*{_YEAR}\s*第?\s*(?P<serial>\d{{1,5}})\s*号")
_MISPLACED = re.compile(rf"{_PREFIX}\s*{_YEAR}\s*号\s*(?P<serial>\d{{1,5}})")
_ORDER = re.compile(rf"(?P<prefix>[{HAN}]{{1,24}}令)\s*[（(]?\s*第\s*(?P<serial>\d{{1,4}})\s*号")
_OWN = re.compile(rf"^{_PREFIX}\s*{_YEAR}\s*第?\s*\d{{1,5}}\s*号?(?:\s*[-—－~至、]\s*第?\d{{1,5}}\s*号)?$")
_OWN_ORDER = re.compile(rf"^(?:[{HAN}]{{2,24}}令)?\s*第\s*\d{{1,4}}\s*号$")
# Words of the sentence before a number; a 机关代字 does not begin with them nor contain them.
_GLUE = re.compile(
    r"^.*(?:根据|按照|依据|执行|转发|印发|下发|参照|原|通知|意见|通报|决定|公告|批复|办法|规定|方案|细则|的|和|及|与|以|对|将|经|由|在|据|照)(?=..)"
)


@dataclasses.dataclass(frozen=True)
class Found:
    """A number in a text: in its right form, as printed, and where it stands."""

    number: str
    printed: str
    start: int
    end: int

    @property
    def well_formed(self) -> bool:
        return squeeze(self.printed) == self.number


def normal(text: str) -> str | None:
    """The number that the whole text is, in its right form; None where it is none."""
    found = find_numbers(text)
    return found[0].number if len(found) == 1 and found[0].printed == text.strip() else None


def find_numbers(text: str) -> list[Found]:
    """All document numbers and orders named in a text, in order."""
    found = [_found(m) for pattern in (NUMBER, _MISPLACED) for m in pattern.finditer(text)]
    found += [_order(match) for match in _ORDER.finditer(text)]
    return sorted(found, key=lambda item: item.start)


def is_number_line(text: str) -> bool:
    """Whether a line is a document's own number (or range of numbers) and nothing else."""
    return bool(_OWN.match(text.strip("（）() ")))


def is_order_line(text: str) -> bool:
    """Whether a line is an order's number: 第8号, XX人民政府令第8号."""
    return bool(_OWN_ORDER.match(text.strip()))


def own_number(text: str) -> str:
    """A document's own number from its line: normalised, a range (1号-9号) kept as printed."""
    text = text.strip("（）() ") if is_number_line(text) else text.strip()
    return normal(text) or squeeze(text)


def _without_sentence(prefix: str) -> str:
    """The 机关代字 alone: a run of characters before the bracket may begin with the sentence's words."""
    return _GLUE.sub("", prefix)


def _found(match: re.Match[str]) -> Found:
    prefix = _without_sentence(match["prefix"])
    start = match.start() + len(match["prefix"]) - len(prefix)
    number = f"{prefix}〔{match['year']}〕{int(match['serial'])}号"
    return Found(number, match.string[start : match.end()], start, match.end())


def _order(match: re.Match[str]) -> Found:
    prefix = _without_sentence(match["prefix"])
    start = match.start() + len(match["prefix"]) - len(prefix)
    return Found(f"{prefix}第{int(match['serial'])}号", match.string[start : match.end()], start, match.end())
