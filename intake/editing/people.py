"""The people of a list: read anew whenever its words have been changed."""

from intake.readers.members import member_alone, members
from intake.readers.shapes import member
from intake.reading import Block, Member


def read_people(block: Block, role: str = "") -> None:
    """Have `members` name those whom the text of a block lists now; none where it is no list of people.

    `role` is that of whoever stands above: a line without one goes on with it.
    """
    block.members = _listed(block.text, role) if block.type == "list" else []


def last_role(people: list[Member]) -> str:
    """The role that a line below these people goes on with."""
    return people[-1].role if people else ""


def _listed(text: str, role: str) -> list[Member]:
    found: list[Member] = []
    for line in text.split("\n"):
        above = last_role(found) or role
        alone = member_alone(line, above) if member(line) else None
        found += members(line, above) or ([alone] if alone else [])
    return found
