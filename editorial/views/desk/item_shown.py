"""An item of a reading, with its records, as its part of the page shows it."""

import dataclasses
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from documents.models.block import BlockKind
from editorial.views.desk.pieces import Fact, Piece, Place, digest, fact_of
from gazette.models import SectionKind
from intake.editing import names
from intake.editing.claims import RECORDS, document_of
from intake.reading import Block, DocumentReading, Item, numbers_of

if TYPE_CHECKING:
    from editorial.views.desk.show import Desk

TYPES = {**dict(BlockKind.choices), "attachment": _("附件标题")}
SHOWN = [
    "doc_number", "kind", "issuer", "addressee", "issued_on", "effective_on", "valid_until", "trial",
    "attachments", "cites", "repeals", "contents_entry",
]  # fmt: skip


def item_print(item: Item) -> str:
    return digest(dataclasses.asdict(item))


class ItemShown:
    """An item with its records, as its part of the page shows it."""

    def __init__(self, desk: "Desk", number: int) -> None:
        self.desk, self.number, self.key = desk, number, f"i{number}"
        self.item: Item = desk.reading.items[number]
        self.document: DocumentReading | None = document_of(desk.reading, number)
        self.place = Place.of(self.item.lines)
        self.address = str(number)
        self.kind = names.of_item(self.item).partition("“")[0]
        self.doubts = desk.doubts.get(self.key, 0)
        self.loose = len(numbers_of(self.item.lines) & desk.loose)
        self.url = f"{desk.review_url}items/{number}/"

    @property
    def edited(self) -> bool:
        things: list[Any] = [self.item, *([self.document] if self.document else [])]
        things += [piece.thing for piece in self.records()]
        return any(each.edited for each in things)

    def facts(self) -> list[Fact]:
        thing: Any = self.document or self.item
        facts = [fact_of("title", thing.title, thing.edited)]
        for name in SHOWN:
            # An item's kind is that of its section, and stands over it.
            if hasattr(thing, name) and (
                self.document or (name != "kind" and getattr(thing, name) is not None)
            ):
                facts.append(fact_of(name, self._value(name, getattr(thing, name)), thing.edited))
        return facts

    def _value(self, name: str, value: Any) -> Any:
        if name == "contents_entry" and value is not None:
            return f"{value + 1} {self.desk.reading.contents[value].title}"
        if name == "attachments":
            return [
                f"{each.label} {each.title}".strip() + ("" if each.label else _("（只有说明）"))
                for each in value
            ]
        return value

    def blocks(self) -> list[Piece]:
        body = self.document.body if self.document else []
        return [self._block(place, block) for place, block in enumerate(body)]

    def _block(self, place: int, block: Block) -> Piece:
        part = f"block.{self.number}.{place}"
        return Piece(f"{self.key}-b{place}", part, block, Place.of(block.lines), str(TYPES[block.type]))

    def frame(self) -> list[str]:
        """What the item prints besides its records."""
        return [block.text for piece in self.records() for block in getattr(piece.thing, "body", [])]

    def records(self) -> list[Piece]:
        return [
            Piece(
                f"{self.key}-{letter}{n}", f"{name}.{n}", record, Place.of(record.lines), name, bool(record.edited),
                _rows(f"{self.key}-{letter}{n}", record) if name == "tables" else [],
            )
            for name, letter in RECORDS.items()
            for n, record in enumerate(getattr(self.desk.reading, name))
            if record.item == self.number
        ]  # fmt: skip

    @property
    def print(self) -> str:
        """A digest of the item, without its records: what its buttons are about."""
        return item_print(self.item)

    @property
    def adds(self) -> str:
        """The list of records to which one can be added here."""
        return {
            SectionKind.APPOINTMENTS: "appointments",
            SectionKind.CHRONICLE: "events",
            SectionKind.REGISTER: "register",
        }.get(SectionKind(self.item.kind), "")

    @property
    def can_join(self) -> bool:
        return bool(self.document and document_of(self.desk.reading, self.number - 1))


def _rows(key: str, table: Any) -> list[tuple[str, list[str]]]:
    return [(f"{key}-{n}", row) for n, row in enumerate(table.rows)]
