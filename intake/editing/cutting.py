"""Blocks cut in two and joined again."""

from django.utils.translation import gettext as _

from intake.editing import attachments
from intake.editing.blocks import find, named, wording
from intake.editing.changes import Change
from intake.editing.errors import EditError
from intake.editing.fields import mark
from intake.editing.people import last_role, read_people
from intake.lines import number_lines
from intake.reading import Block, DocumentReading, Ranges, Reading, numbers_of, ranges_of
from intake.text import glue, squeeze

# In these a line is a member or a signer, and stays one.
BY_LINES = {"list", "signature"}


def split(reading: Reading, item: int, block: int, parts: list[str], text: list[str]) -> list[Change]:
    """Cut a block into these parts of its text.

    EditError where the parts are not, blanks aside, the block's words in their order.
    """
    document, held = find(reading, item, block)
    parts = [part for part in parts if part.strip()]
    if held.type == attachments.ATTACHMENT or held.rows:
        raise EditError(_("附件标题和表格不能按文字分段。"))
    return _cut(reading, document, block, _texts(held, parts), text)


def split_table(
    reading: Reading, item: int, block: int, parts: list[list[list[str]]], text: list[str]
) -> list[Change]:
    """Cut a table into these groups of its rows; what is printed over it stays with the first."""
    document, held = find(reading, item, block)
    parts = [rows for rows in parts if rows]
    if [row for rows in parts for row in rows] != held.rows:
        raise EditError(_not_the_same())
    made = [Block(held.type, held.level, "", "", rows, []) for rows in parts]
    if made:
        made[0].label, made[0].text = held.label, held.text
    return _cut(reading, document, block, made, text)


def _cut(
    reading: Reading, document: DocumentReading, block: int, made: list[Block], text: list[str]
) -> list[Change]:
    if len(made) < 2:
        raise EditError(_("请在要分开的地方空一行。"))
    held = document.body[block]
    _share_lines(held, made, text)
    place, before = named(reading, document, held), wording(held)
    document.body[block : block + 1] = made
    mark(document, "body")
    return [Change(place, _("分段"), before, "\n\n".join(wording(each) for each in made))]


def _not_the_same() -> str:
    return _("分段时文字不能改动：请只在要分开的地方空一行。改文字请用“修改”。")


def _texts(held: Block, parts: list[str]) -> list[Block]:
    if squeeze("".join(parts)) != squeeze(held.text):
        raise EditError(_not_the_same())
    if not parts:
        return []
    first = Block(held.type, held.level, held.label, parts[0].strip(), [], [])
    behind = held.type if held.type in BY_LINES else "paragraph"
    made = [first, *(Block(behind, 0, "", part.strip(), [], []) for part in parts[1:])]
    role = ""
    for block in made:
        read_people(block, role)
        role = last_role(block.members) or role
    return made


def _share_lines(held: Block, made: list[Block], text: list[str]) -> None:
    """Each part has the lines that it stands on; where that is not certain, all of them."""
    shares = _certain(held, made, text) or [held.lines] * len(made)
    for block, lines in zip(made, shares, strict=True):
        block.lines = [list(each) for each in lines]


def _certain(held: Block, made: list[Block], text: list[str]) -> list[Ranges] | None:
    """The lines of each part, counted by characters: possible where the lines are the block's words."""
    order = [number for first, last in held.lines for number in range(first, last + 1)]
    printed = {line.number: squeeze(line.text) for line in number_lines(text) if line.number in set(order)}
    if held.rows or "".join(printed[n] for n in order) != squeeze(wording(held)):
        return None
    shares: list[Ranges] = []
    start = 0
    spans, at = [], 0
    for number in order:
        spans.append((number, at, at + len(printed[number])))
        at += len(printed[number])
    for block in made:
        end = start + len(squeeze(wording(block)))
        shares.append(ranges_of(n for n, first, last in spans if first < end and last > start))
        start = end
    return shares


def merge(reading: Reading, item: int, block: int) -> list[Change]:
    """Join a block to the one before it, which keeps its type and label."""
    document, held = find(reading, item, block)
    if block == 0:
        raise EditError(_("这是第一段，前面没有可以合并的段。"))
    before = document.body[block - 1]
    if attachments.ATTACHMENT in {before.type, held.type}:
        raise EditError(_("附件标题不能与别的段合并。"))
    if bool(before.rows) != bool(held.rows):
        raise EditError(_("表格与文字不能合并。"))
    place, old = named(reading, document, before), wording(before)
    if before.rows:
        before.rows = before.rows + _titled_rows(held)
    elif before.type in BY_LINES:
        before.text = f"{before.text}\n{held.label}{held.text}".strip("\n")
    else:
        before.text = glue(before.text, held.label + held.text)
    read_people(before)
    before.lines = _joined(before.lines, held.lines)
    del document.body[block]
    mark(document, "body")
    return [Change(place, _("合并"), old, wording(before))]


def _titled_rows(held: Block) -> list[list[str]]:
    """The rows of a table; what is printed over it goes into a row of its own."""
    title = held.label + held.text
    return [*([[title]] if title else []), *held.rows]


def _joined(before: Ranges, behind: Ranges) -> Ranges:
    """The lines of both, in the order of the text that they hold."""
    if before and behind and before[-1][1] < behind[0][0]:
        return ranges_of(numbers_of(before) | numbers_of(behind))
    return [*before, *(each for each in behind if each not in before)]
