"""Whether an editor has changed what a reading is made of: its items, their kinds, the lines of the contents.

Her values are carried into a new reading (`merge_edits`); which things there are, and in which order, is not:
the new reading would undo it, or have a text twice.
"""

from typing import Any

from django.utils.translation import gettext as _

from intake.reading import Item, Reading, numbers_of

_OF_ITEM = ["doc_number", "title"]
_OF_ENTRY = ["section", "doc_number", "title", "page"]


def edits_of_structure(as_read: Reading, now: Reading) -> list[str]:
    """What was changed since the program read it, in Chinese; nothing where reading again keeps all edits."""
    found = []
    if _contents(as_read) != _contents(now) or _differ(as_read.contents, now.contents, _OF_ENTRY):
        found.append(_("增减或移动了目录"))
    kinds, read = ([item.kind for item in reading.items] for reading in (now, as_read))
    if len(kinds) == len(read) and kinds != read:
        found.append(_("改了条目的类别"))
    elif len(kinds) != len(read) or _recut(as_read, now):
        found.append(_("新建、分出或并入了条目"))
    return found


def _contents(reading: Reading) -> list[Any]:
    return [entry.lines for entry in reading.contents]


def _recut(as_read: Reading, now: Reading) -> bool:
    """Whether an item at one place is made of another than the one that was read there."""
    if _differ(as_read.items, now.items, _OF_ITEM) or _differ(as_read.documents, now.documents, _OF_ITEM):
        return True
    return any(
        _is_elsewhere(item, as_read.items, index) or _begins_in_another(item, as_read.items, index)
        for index, item in enumerate(now.items)
    )


def _differ(before: list[Any], after: list[Any], fields: list[str]) -> bool:
    """Whether a field differs that no editor has set: then another thing stands there."""
    return len(before) != len(after) or any(
        getattr(old, name) != getattr(new, name) and name not in new.edited
        for old, new in zip(before, after, strict=True)
        for name in fields
    )


def _is_elsewhere(item: Item, read: list[Item], index: int) -> bool:
    """Whether the first line of what was read at this place is not in the item any more."""
    first = min(numbers_of(read[index].lines), default=None)
    return first is not None and first not in numbers_of(item.lines)


def _begins_in_another(item: Item, read: list[Item], index: int) -> bool:
    """Whether an item with a title of the editor's begins where another one was read: it was cut out of that."""
    first = min(numbers_of(item.lines), default=0)
    others = (other for place, other in enumerate(read) if place != index)
    return "title" in item.edited and any(first in numbers_of(other.lines) for other in others)
