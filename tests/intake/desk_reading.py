"""A reading that is edited, and what must hold of it after every step, for the tests of the editing."""

from collections import Counter

from gazette.models import SectionKind
from intake.editing.apply import perform
from intake.editing.attachments import headings
from intake.editing.blocks import wording
from intake.editing.claims import claimed
from intake.reading import Reading, numbers_of
from intake.text import squeeze
from tests import desk_world

TEXT = desk_world.LINES
fresh = desk_world.reading


def edit(reading: Reading, operation: str, **given: object) -> list[tuple[str, str, str]]:
    return [change.said() for change in perform(reading, TEXT, operation, **given)]


def first_document(reading: Reading, blocks: int = 3) -> int:
    return next(each.item for each in reading.documents if len(each.body) >= blocks)


def block_with(reading: Reading, type_: str) -> tuple[int, int]:
    return next(
        (document.item, place)
        for document in reading.documents
        for place, block in enumerate(document.body)
        if block.type == type_
    )


def lost_lines(reading: Reading) -> list[int]:
    held = claimed(reading) | numbers_of(reading.unplaced)
    return [n for n, line in enumerate(TEXT, 1) if line.strip() and n not in held]


def words(reading: Reading) -> Counter[str]:
    """Every character that a document, an event or a report says."""
    said = [document.title for document in reading.documents]
    said += [document.doc_number or "" for document in reading.documents]
    said += [document.addressee or "" for document in reading.documents]
    said += [wording(block) for document in reading.documents for block in document.body]
    said += [record.text for record in (*reading.events, *reading.meetings)]
    return Counter(squeeze("".join(said)))


def in_step(reading: Reading) -> bool:
    """Whether everything that points to something else points to what is there."""
    for document in reading.documents:
        printed = headings(document)
        assert len(document.attachments) >= len(printed)
        pairs = zip(document.attachments, printed, strict=False)
        assert all(block.text in {"", each.title} for each, block in pairs)
        assert document.contents_entry == reading.items[document.item].contents_entry
        assert document.title == reading.items[document.item].title
        assert document.lines == reading.items[document.item].lines
    assert sorted(each.item for each in reading.documents) == [
        n for n, item in enumerate(reading.items) if item.kind == SectionKind.DOCUMENTS
    ]
    named = [item.contents_entry for item in reading.items if item.contents_entry is not None]
    assert all(0 <= entry < len(reading.contents) for entry in named)
    return Reading.from_json(reading.to_json()) == reading
