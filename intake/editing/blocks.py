"""The blocks of a document: corrected, moved, given to another item, let go. No word of them is lost."""

from typing import Any

from django.utils.translation import gettext as _

from intake.editing import attachments, names
from intake.editing.changes import Change
from intake.editing.claims import document_of, release
from intake.editing.errors import EditError, refuse_leap
from intake.editing.fields import mark
from intake.editing.people import read_people
from intake.reading import Block, DocumentReading, Reading, numbers_of, ranges_of


def find(reading: Reading, item: int, block: int) -> tuple[DocumentReading, Block]:
    """A block of an item's document; EditError where there is none."""
    document = document_of(reading, item) if 0 <= item < len(reading.items) else None
    if document is None or not 0 <= block < len(document.body):
        raise EditError(_("找不到这一段，别人可能刚刚移动了它。"))
    return document, document.body[block]


def set_block(reading: Reading, item: int, block: int, values: dict[str, Any]) -> list[Change]:
    """Set type, level, label, text or rows of a block; a block made `attachment` begins one."""
    document, held = find(reading, item, block)
    place = named(reading, document, held)
    was, will = held.type, values.get("type", held.type)
    changes = []
    for field, value in values.items():
        before = getattr(held, field)
        if before != value:
            setattr(held, field, value)
            changes.append(Change(place, str(names.FIELDS[field]), before, value))
    if was != will and attachments.ATTACHMENT in {was, will}:
        _begin_or_end(document, block, will)
    elif will == attachments.ATTACHMENT:
        attachments.insert(document, block, attachments.remove(document, block))
    if changes:
        mark(document, "body")
        read_people(held)
    return changes


def _begin_or_end(document: DocumentReading, block: int, will: str) -> None:
    if will == attachments.ATTACHMENT:
        attachments.insert(document, block)
    else:
        _only_announced(document, block)
    mark(document, "attachments")


def _only_announced(document: DocumentReading, block: int) -> None:
    """What was printed as an attachment is one that the document announces, and no more."""
    held = attachments.remove(document, block)
    held.label = ""
    document.attachments.append(held)


def move(reading: Reading, item: int, block: int, step: int) -> list[Change]:
    """Change places with the block before (-1) or behind (1)."""
    document, held = find(reading, item, block)
    refuse_leap(step)
    other = block + step
    if not 0 <= other < len(document.body):
        raise EditError(_("这一段已经在最前或最后，不能再移。"))
    both = document.body[block].type == document.body[other].type == attachments.ATTACHMENT
    if both:
        first = attachments.place_of(document, min(block, other))
        pair = document.attachments[first : first + 2]
        document.attachments[first : first + 2] = reversed(pair)
    document.body[block], document.body[other] = document.body[other], document.body[block]
    mark(document, "body")
    return [Change(named(reading, document, held), _("次序"), block + 1, other + 1)]


def give(reading: Reading, item: int, block: int, target: int) -> list[Change]:
    """Give a block to the document of another item, to the place that its lines have there."""
    document, held = find(reading, item, block)
    other = document_of(reading, target) if 0 <= target < len(reading.items) else None
    if other is None or other is document:
        raise EditError(_("请选择另一份文件。"))
    place = named(reading, document, held)
    given = attachments.remove(document, block) if held.type == attachments.ATTACHMENT else None
    del document.body[block]
    _let_go(reading, document, held)
    where = place_in(other, held)
    other.body.insert(where, held)
    if given:
        attachments.insert(other, where, given)
        mark(document, "attachments")
        mark(other, "attachments")
    hold(reading, other, numbers_of(held.lines))
    mark(document, "body")
    mark(other, "body")
    return [
        Change(place, _("所属条目"), names.of_document(reading, document), names.of_document(reading, other))
    ]


def drop(reading: Reading, item: int, block: int, text: list[str]) -> list[Change]:
    """Take a block out of its document: its lines are unplaced, and nothing of them is lost."""
    document, held = find(reading, item, block)
    place = named(reading, document, held)
    if held.type == attachments.ATTACHMENT:
        _only_announced(document, block)
        mark(document, "attachments")
    del document.body[block]
    _let_go(reading, document, held)
    release(reading, numbers_of(held.lines), text)
    mark(document, "body")
    return [Change(place, str(names.FIELDS["body"]), wording(held), _("移出，原文行未归属"))]


def place_in(document: DocumentReading, block: Block) -> int:
    """Where a block belongs in a body by the lines that it was read from."""
    if not block.lines:
        return len(document.body)
    first = block.lines[0][0]
    behind = (n for n, each in enumerate(document.body) if each.lines and each.lines[0][0] > first)
    return next(behind, len(document.body))


def hold(reading: Reading, document: DocumentReading, numbers: set[int]) -> None:
    """The document, and its item, hold these lines too."""
    document.lines = ranges_of(numbers_of(document.lines) | numbers)
    reading.items[document.item].lines = document.lines


def _let_go(reading: Reading, document: DocumentReading, block: Block) -> None:
    """The document holds the lines of a block that it lost no longer, but for those of other blocks."""
    kept = {number for each in document.body for number in numbers_of(each.lines)}
    document.lines = ranges_of(numbers_of(document.lines) - (numbers_of(block.lines) - kept))
    reading.items[document.item].lines = document.lines


def wording(block: Block) -> str:
    """A block's words as one text."""
    return "\n".join([block.label + block.text, *("\t".join(row) for row in block.rows)]).strip("\n")


def named(reading: Reading, document: DocumentReading, block: Block) -> str:
    return _("%(item)s中“%(block)s”一段") % {
        "item": names.of_document(reading, document),
        "block": names.short(wording(block), 16),
    }
