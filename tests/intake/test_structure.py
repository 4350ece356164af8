"""What an editor did to the structure of a reading is known, so that reading again does not undo it."""

from typing import Any

import pytest

from intake.editing.apply import perform
from intake.flows.structure import edits_of_structure
from tests import desk_world


def edits_after(*operations: tuple[str, dict[str, Any]]) -> list[str]:
    reading = desk_world.reading()
    for operation, given in operations:
        perform(reading, desk_world.LINES, operation, **given)
    return edits_of_structure(desk_world.reading(), reading)


def chronicle() -> int:
    return next(n for n, item in enumerate(desk_world.reading().items) if item.kind == "chronicle")


LAST = len(desk_world.reading().documents[0].body) - 1
SPLIT = ("split_item", {"number": 0, "block": 3, "title": "关于另一件事的通知"})


@pytest.mark.parametrize(
    ("operations", "said"),
    [
        ([("join_item", {"number": 1})], "条目"),
        ([SPLIT], "条目"),
        ([SPLIT, ("join_item", {"number": 2})], "条目"),
        ([("change_kind", {"number": chronicle(), "kind": "documents"})], "类别"),
        ([("remove_entry", {"number": 1})], "目录"),
        ([("move_entry", {"number": 0, "step": 1})], "目录"),
        (
            [
                (
                    "add_entry",
                    {"place": 1, "values": {"section": "", "title": "新", "doc_number": None, "page": None}},
                )
            ],
            "目录",
        ),
    ],
)
def test_an_edit_of_the_structure_is_named(operations: list[Any], said: str) -> None:
    [found] = edits_after(*operations)
    assert said in found


@pytest.mark.parametrize(
    "operations",
    [
        [],
        [("set_item", {"number": 0, "values": {"title": "改过的标题", "doc_number": "伊河政发〔2021〕9号"}})],
        [("set_entry", {"number": 0, "values": {"title": "改过的标题", "section": "别的栏目"}})],
        [("set_item", {"number": 1, "values": {"contents_entry": None}})],
        [("set_block", {"item": 0, "block": 1, "values": {"text": "改过的一段。"}})],
        [("drop_block", {"item": 0, "block": 1})],
        [("merge_block", {"item": 0, "block": 3})],
        [("give_block", {"item": 0, "block": LAST, "target": 1})],
        [("remove_record", {"name": "events", "number": 1})],
        [("move_entry", {"number": 0, "step": 1}), ("move_entry", {"number": 1, "step": -1})],
    ],
)
def test_a_value_a_text_or_a_row_is_none(operations: list[Any]) -> None:
    """These are carried into a new reading."""
    assert edits_after(*operations) == []
