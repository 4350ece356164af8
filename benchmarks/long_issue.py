"""A long issue that is plausible: the items of a real one over and over, each time of another place and year.

Titles, numbers and dates differ from copy to copy and agree within one, so that contents, headings, numbers
and registers have to be told apart as in a real issue of that length.
"""

import re

from intake.lines import number_lines
from intake.readers.contents import read_contents

# Every copy has a year and two places of its own.
FIRST_YEAR = 1999
PLACES = "东西南北中上下前后内外金银山河湖海林原谷"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\s*年|〕|\]|］|\))")


def long_issue(text: str, copies: int) -> str:
    """The text of an issue as one with `copies` times its contents and items, behind one masthead."""
    lines = text.split("\n")
    contents = read_contents(number_lines(lines))
    if contents is None:
        raise ValueError("a long issue is made of one with contents")
    head, listed = lines[: contents.first + 1], lines[contents.first + 1 : contents.end]
    body = lines[contents.end :]
    made = list(head)
    for part in (listed, body):
        for copy in range(copies):
            made += ["", *(_varied(line, copy) for line in part)]
    return "\n".join(made)


def _varied(line: str, copy: int) -> str:
    """A line of the copy with this number: of its own place and year."""
    place = PLACES[copy % len(PLACES)] + PLACES[copy // len(PLACES) % len(PLACES)]
    line = line.replace("自治州", f"{place}州").replace("自治区", f"{place}区")
    return _YEAR.sub(str(FIRST_YEAR + copy % 100), line)
