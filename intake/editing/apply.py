"""The door of the desk: every change of a reading is one named operation."""

import inspect
from collections.abc import Callable
from typing import Any

from intake.editing import blocks, contents, cutting, fields, items, problems, records
from intake.editing.changes import Change
from intake.reading import Reading

OPERATIONS: dict[str, Callable[..., list[Change]]] = {
    "set_masthead": contents.set_masthead,
    "set_entry": contents.set_entry,
    "add_entry": contents.add_entry,
    "move_entry": contents.move_entry,
    "remove_entry": contents.remove_entry,
    "set_item": fields.set_item,
    "set_block": blocks.set_block,
    "move_block": blocks.move,
    "give_block": blocks.give,
    "drop_block": blocks.drop,
    "split_block": cutting.split,
    "split_table": cutting.split_table,
    "merge_block": cutting.merge,
    "place_lines": items.place_lines,
    "new_item": items.new_item,
    "change_kind": items.change_kind,
    "split_item": items.split_item,
    "join_item": items.join_item,
    "set_record": records.set_record,
    "add_record": records.add_record,
    "remove_record": records.remove_record,
    "see_problem": problems.see,
    "take_suggestion": problems.take_suggestion,
}


def perform(reading: Reading, text: list[str], operation: str, **given: Any) -> list[Change]:
    """Change `reading` in place by one operation and say what changed.

    `text` are the lines of the source. Raises EditError, in Chinese, where it cannot be done; the reading
    may then be half changed, and is to be thrown away.
    """
    function = OPERATIONS[operation]
    if "text" in inspect.signature(function).parameters:
        given["text"] = text
    return function(reading, **given)
