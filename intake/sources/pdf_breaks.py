"""What a printed line says of whether it goes on with the line above it."""

import re

from intake.lines import clean
from intake.readers.dates import is_date_line
from intake.readers.numbers import find_numbers
from intake.readers.shapes import is_annex_mark

_WORD = re.compile(r"^[A-Za-z0-9./:%_-]{1,40}")
# 王明, 古丽·买买提, 王 明; before a bracket with the office, or before the office behind a blank.
_NAME = r"(?:[\u4e00-\u9fff]{1,12}(?:[·•][\u4e00-\u9fff]{1,12}){1,3}|[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] [\u4e00-\u9fff])"
_MEMBER = re.compile(
    rf"(?:[\u4e00-\u9fff ]{{2,10}}[：:] ?)?{_NAME} ?(?:[（(].{{2,}}[）)]$| [\u4e00-\u9fff、（）()]{{3,}}$)"
)
_NEXT_MEMBER = re.compile(rf"(?:[\u4e00-\u9fff ]{{2,10}}[：:] ?)?{_NAME} ?(?:[（(]| [\u4e00-\u9fff]{{3,}})")
_OPEN, _CLOSED = "（(〔［[", "）)〕］]"


def begins_anew(text: str, above: str) -> bool:
    """Whether a line begins something, however full the line above is: a date, 附件1, a document's number.

    `above` is the text that it would go on with. One that closes a bracket which is open there begins nothing;
    one with a member's name and office under another one does.
    """
    plain, above = clean(text), clean(above)
    if _open_brackets(above) > 0 and _open_brackets(plain) < 0:
        return False
    numbers = find_numbers(plain[:60])
    return (
        is_date_line(plain)
        or is_annex_mark(plain)
        or (_is_member(above) and bool(_NEXT_MEMBER.match(plain)))
        or bool(
            numbers
            and numbers[0].start == 0
            and len(plain) > numbers[0].end
            and plain[numbers[0].end] in " 《关"
        )
    )


def room_for(text: str) -> float:
    """How much a line may leave empty because the next one begins with what cannot be parted, in ems."""
    word = _WORD.match(text)
    return 2.2 + (0.5 * len(word[0]) if word else 0)


def _is_member(text: str) -> bool:
    """Whether a paragraph is one member of a list: a name and an office, and nothing behind it."""
    return bool(_MEMBER.match(text)) and _open_brackets(text) == 0 and not text.endswith(("、", "，"))


def _open_brackets(text: str) -> int:
    return sum((char in _OPEN) - (char in _CLOSED) for char in text)
