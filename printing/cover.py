"""What the cover says besides the facts that have fields of their own."""

import re

from gazette.models import Issue

EDITORS = re.compile(r"副?主编[：:]")


def imprint_lines(issue: Issue) -> list[str]:
    """The imprint without the lines that repeat date, number or editors, which the cover sets itself."""
    lines = (line.strip() for line in issue.imprint.split("\n"))
    return [line for line in lines if line and not _repeats(line, issue)]


def _repeats(line: str, issue: Issue) -> bool:
    bare = re.sub(r"\s", "", line)
    said = (f"第{issue.numbers}号", issue.dated_label)
    return bool(EDITORS.match(bare)) or any(fact and fact in bare for fact in said)
