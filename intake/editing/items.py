"""Items: made of lines that nothing holds, cut in two, joined, read as another kind."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from gazette.models import SectionKind
from intake.editing import attachments, names
from intake.editing.blocks import find, hold, place_in, wording
from intake.editing.changes import Change
from intake.editing.claims import RECORDS, claimed, document_of, first_line, held_closely, release, take
from intake.editing.errors import EditError
from intake.editing.fields import mark, refuse_taken
from intake.editing.reading_again import read_as
from intake.reading import Block, DocumentReading, Event, Item, Reading, numbers_of, ranges_of

LISTS = ["documents", "observations", *RECORDS]


def place_lines(reading: Reading, first: int, last: int, target: int, text: list[str]) -> list[Change]:
    """Give the unplaced lines among these to an item: a paragraph, an event, a piece of the report.

    Items of the other kinds take them as their own printed head; records are made of them one by one.
    """
    numbers = _unplaced(reading, first, last)
    if not 0 <= target < len(reading.items):
        raise EditError(_("请选择一个条目。"))
    item = reading.items[target]
    words = "\n".join(text[number - 1].strip() for number in sorted(numbers) if text[number - 1].strip())
    lines = ranges_of(numbers)
    document = document_of(reading, target)
    meeting = next((each for each in reading.meetings if each.item == target), None)
    if document:
        block = Block("paragraph", 0, "", words.replace("\n", ""), [], lines)
        document.body.insert(place_in(document, block), block)
        hold(reading, document, numbers)
        mark(document, "body")
    elif item.kind == SectionKind.CHRONICLE:
        event = Event(None, words.replace("\n", ""), [], lines, target, ["text"])
        before = [
            n
            for n, e in enumerate(reading.events)
            if e.item < target or (e.item == target and first_line(e.lines) < first)
        ]
        reading.events.insert(before[-1] + 1 if before else 0, event)
    elif meeting:
        meeting.text = f"{meeting.text}\n{words}".strip()
        meeting.lines = ranges_of(numbers_of(meeting.lines) | numbers)
        mark(meeting, "text")
    item.lines = ranges_of(numbers_of(item.lines) | numbers)
    take(reading, numbers)
    return [Change(names.of_item(item), _("收入未归属的行"), "", words)]


def new_item(reading: Reading, first: int, last: int, kind: str, title: str, text: list[str]) -> list[Change]:
    """Make an item of the unplaced lines among these, read by the reader of its kind."""
    numbers = _unplaced(reading, first, last)
    if kind not in SectionKind.values:
        raise EditError(_("请选择条目的类别。"))
    if not title.strip():
        raise EditError(_("请填写条目的标题。"))
    first, last = min(numbers), max(numbers)
    if not _all_loose(reading, first, last, text):
        raise EditError(
            _("第%(first)s–%(last)s行中间有别的条目，请分开选。") % {"first": first, "last": last}
        )
    made = read_as(reading, first, last, kind, title.strip(), None, text)
    made.items[0].edited = ["kind", "title"]
    place = sum(0 < first_line(each.lines) < first for each in reading.items)
    _insert(reading, place, made)
    _settle(reading, numbers, text)
    return [Change(names.of_item(reading.items[place]), _("新条目"), "", _lines_said(first, last))]


def change_kind(reading: Reading, number: int, kind: str, text: list[str]) -> list[Change]:
    """Read an item again as another kind; what was set in it by hand is given up for that."""
    item = item_at(reading, number)
    if kind not in SectionKind.values or kind == item.kind:
        raise EditError(_("请选择另一个类别。"))
    refuse_taken(reading, number, item.contents_entry, kind)
    if len(item.lines) != 1:
        raise EditError(_("这一条的原文行不连续，不能整条重读。"))
    [[first, last]] = item.lines
    before, old = set(numbers_of(item.lines)), names.of_item(item)
    before |= {n for each in _records(reading, number) for n in numbers_of(each.lines)}
    made = read_as(reading, first, last, kind, item.title, item.doc_number, text)
    made.items[0].contents_entry = item.contents_entry
    made.items[0].edited = sorted({*item.edited, "kind"})
    for document in made.documents:
        document.contents_entry = item.contents_entry
    _remove(reading, number)
    _insert(reading, number, made)
    _settle(reading, before, text)
    return [Change(old, _("类别"), SectionKind(item.kind).label, SectionKind(kind).label)]


def split_item(reading: Reading, number: int, block: int, title: str, text: list[str]) -> list[Change]:
    """Make the blocks of a document from this one on a document of their own, right behind it."""
    document, held = find(reading, number, block)
    title = title.strip()
    if not title:
        raise EditError(_("请填写新条目的标题。"))
    head = wording(held) == title and held.type != attachments.ATTACHMENT and not held.rows
    moved = document.body[block + 1 :] if head else document.body[block:]
    first_printed = attachments.place_of(document, block)
    printed = len(attachments.headings(document))
    given = document.attachments[first_printed:printed]
    document.body, kept = document.body[:block], document.body[:block]
    document.attachments = [*document.attachments[:first_printed], *document.attachments[printed:]]
    lines = _shared_out(document, kept, moved, held)
    made = DocumentReading(
        None, title, None, None, None, None, None, None, False, given, [], [],
        document.section, None, moved, lines, 0, ["body", "title"],
    )  # fmt: skip
    item = Item(SectionKind.DOCUMENTS, title, None, None, lines, edited=["title"])
    reading.items[number].lines = document.lines
    mark(document, "body")
    _insert(reading, number + 1, Reading(reading.source, items=[item], documents=[made]))
    return [Change(names.of_item(reading.items[number]), _("分出新条目"), "", names.of_item(item))]


def _shared_out(
    document: DocumentReading, kept: list[Block], moved: list[Block], first: Block
) -> list[list[int]]:
    """The lines that go with the blocks that were moved; the document keeps the others."""
    staying = {number for each in kept for number in numbers_of(each.lines)}
    going = {number for each in [first, *moved] for number in numbers_of(each.lines)}
    all_ = numbers_of(document.lines)
    start = min(numbers_of(first.lines), default=max(all_, default=0) + 1)
    going |= {number for number in all_ - staying if number > start}
    document.lines = ranges_of((all_ - going) | staying)
    return ranges_of(going)


def join_item(reading: Reading, number: int) -> list[Change]:
    """Join a document to the document before it: its head becomes a heading of that one's text."""
    document = document_of(reading, number)
    before = document_of(reading, number - 1) if number > 0 else None
    if document is None or before is None:
        raise EditError(_("只有紧跟在另一份文件后面的文件可以并入前一条。"))
    said = names.of_item(reading.items[number])
    lines = _head_lines(document)
    head = [Block("heading", 1, "", document.title, [], lines)]
    for words in (document.doc_number, document.addressee):
        head += [Block("paragraph", 0, "", words, [], lines)] if words else []
    printed, own = len(attachments.headings(before)), len(attachments.headings(document))
    before.attachments[printed:printed] = document.attachments[:own]
    before.attachments += document.attachments[own:]
    before.body += [*head, *document.body]
    hold(reading, before, numbers_of(document.lines))
    mark(before, "attachments", "body")
    _remove(reading, number)
    return [Change(said, _("并入前一条"), said, names.of_item(reading.items[number - 1]))]


def _head_lines(document: DocumentReading) -> list[list[int]]:
    """The lines of a document before its first block, where title, number and addressee stand."""
    inside = {number for each in document.body for number in numbers_of(each.lines)}
    own = numbers_of(document.lines)
    head = {n for n in own - inside if not inside or n < min(inside)}
    return ranges_of(head) or [list(each) for each in document.lines[:1]]


def item_at(reading: Reading, number: int) -> Item:
    """The item of this number; EditError where there is none."""
    if not 0 <= number < len(reading.items):
        raise EditError(_("找不到这一条，别人可能刚刚移动了它。"))
    return reading.items[number]


def _unplaced(reading: Reading, first: int, last: int) -> set[int]:
    numbers = {number for number in numbers_of(reading.unplaced) if first <= number <= last}
    if not numbers:
        raise EditError(_("这几行已经有归属。"))
    return numbers


def _all_loose(reading: Reading, first: int, last: int, text: list[str]) -> bool:
    loose = numbers_of(reading.unplaced)
    return all(n in loose or not text[n - 1].strip() for n in range(first, last + 1))


def _lines_said(first: int, last: int) -> str:
    return _("第%(first)s–%(last)s行") % {"first": first, "last": last}


def _records(reading: Reading, number: int) -> Iterable[DocumentReading]:
    return [each for name in LISTS for each in getattr(reading, name) if each.item == number]


def _settle(reading: Reading, numbers: set[int], text: list[str]) -> None:
    """Of these lines those are unplaced that no fact holds, or that nothing at all holds."""
    take(reading, numbers)
    closely = held_closely(reading) | {
        n for name in RECORDS for each in getattr(reading, name) for n in numbers_of(each.lines)
    }
    release(reading, numbers - closely, text)
    release(reading, numbers - claimed(reading), text)


def _insert(reading: Reading, place: int, made: Reading) -> None:
    """Put the one item of `made`, with its records, into the reading at this place."""
    for name in LISTS:
        for each in getattr(reading, name):
            each.item += each.item >= place
    reading.items.insert(place, made.items[0])
    for name in LISTS:
        held, new = getattr(reading, name), getattr(made, name)
        for each in new:
            each.item = place
        at = sum(each.item < place for each in held)
        held[at:at] = new


def _remove(reading: Reading, number: int) -> None:
    """Take an item out with its records; the caller sees to its lines."""
    del reading.items[number]
    for name in LISTS:
        kept = [each for each in getattr(reading, name) if each.item != number]
        for each in kept:
            each.item -= each.item > number
        setattr(reading, name, kept)
