"""What the cover says besides the facts that have fields of their own."""

import re

from gazette.models import Issue

EDITORS = re.compile(r"副?主编[：:]")


def imprint_lines(issue: Issue) -> list[str]:
    """The imprint without the lines that repeat date, number or editors, which the cover sets itself."""
    lines = (line.strip() for line in issue.imprint.split("\n"))
    return [line for line in lines if line and not _repeats(line, issue)]


def _repeats(line: str, issue: Issue) -> bool:
    """Whether a line says nothing but number, serial, date, frequency or editors."""
    bare = re.sub(r"\s", "", line)
    if EDITORS.match(bare):
        return True
    rest = re.sub(r"\d{4}年|\d{1,2}月|\d{1,2}日|总?第?[\d\-—－–~至]+[号期]|[（）()]", "", bare)
    return not rest.replace(issue.frequency or " ", "")
