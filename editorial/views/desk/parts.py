"""The addresses of what can be corrected: from `block.3.7` to the form that corrects it.

`issue`, `contents.4`, `item.3`, `block.3.7` (item, block), `appointments.12` and the other lists of records;
`contents.new.4` (before which line) and `appointments.new.3` (in which item) are what is to be added.
"""

import dataclasses
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.views.desk import forms as desk
from editorial.views.desk.pieces import digest
from gazette.models import SectionKind
from intake.editing import names
from intake.editing.blocks import find as find_block
from intake.editing.claims import RECORDS, document_of, first_line
from intake.editing.errors import EditError
from intake.editing.records import MADE
from intake.editing.records import find as find_record
from intake.reading import ContentsEntry, Ranges, Reading, numbers_of

RECORD_FORMS: dict[str, tuple[type[desk.PartForm], Any]] = {
    "appointments": (desk.AppointmentForm, gettext_lazy("任免")),
    "events": (desk.EventForm, gettext_lazy("要事")),
    "register": (desk.RegisterForm, gettext_lazy("收发文")),
    "meetings": (desk.MeetingForm, gettext_lazy("会议")),
    "tables": (desk.TableForm, gettext_lazy("统计表")),
}
_PLACE = re.compile(r"[0-9]{1,9}")
_LINES = re.compile(r"^(\d{1,7})(?:\s*[-–—至到]\s*(\d{1,7}))?$")


@dataclasses.dataclass
class Part:
    """One thing that a form corrects: what it is, where it stands, and the operation that corrects it."""

    name: str
    heading: str
    form: type[desk.PartForm]
    initial: dict[str, Any]
    operation: str
    given: dict[str, Any]
    key: str
    lines: Ranges = dataclasses.field(default_factory=list)
    item: int | None = None
    options: dict[str, Any] = dataclasses.field(default_factory=dict)
    adds: bool = False
    beside: list[str] = dataclasses.field(default_factory=list)

    @property
    def print(self) -> str:
        """A digest of the thing as it stands: a form that was opened on another one shows it.

        What is to be added is known by what stands `beside` it.
        """
        own = {} if self.adds else {name: value for name, value in self.initial.items() if name != "item"}
        # An item is the same when it gains or loses lines further down.
        lines = first_line(self.lines) if self.operation == "set_item" else self.lines
        return digest([own, lines, self.beside, self.options])


class PlaceField(forms.CharField):
    """Lines of the source: 12, or 12-15. Its value is [first, last]."""

    def clean(self, value: Any) -> list[int]:
        match = _LINES.match(super().clean(value))
        if match is None:
            raise ValidationError(_("请写原文的行号，如“12”或“12-15”。"))
        return [int(match[1]), int(match[2] or match[1])]


def part_of(reading: Reading, name: str) -> Part:
    """The part at an address. Raises Http404 where there is no such address, EditError for what is gone."""
    kind, *rest = name.split(".")
    fresh = rest[:1] == ["new"]
    if not all(_PLACE.fullmatch(each) for each in rest[fresh:]):
        raise Http404
    places = [int(each) for each in rest[fresh:]]
    match kind, fresh, places:
        case "issue", False, []:
            return _masthead(reading)
        case "contents", False, [place]:
            return _entry(reading, place)
        case "contents", True, [place]:
            return _new_entry(reading, place)
        case "item", False, [place]:
            return _item(reading, place)
        case "block", False, [item, place]:
            return _block(reading, item, place)
        case _, False, [place] if kind in RECORD_FORMS:
            return _record(reading, kind, place)
        case _, True, [item] if kind in MADE:
            return _new_record(reading, kind, item)
    raise Http404


def _masthead(reading: Reading) -> Part:
    held = reading.issue
    initial = dataclasses.asdict(held) if held else {}
    lines = held.lines if held else []
    return Part("issue", _("刊头"), desk.MastheadForm, initial, "set_masthead", {}, "issue", lines)


def _entry(reading: Reading, place: int) -> Part:
    if place >= len(reading.contents):
        raise EditError(_("目录里没有这一条。"))
    entry = reading.contents[place]
    return Part(
        f"contents.{place}", _("目录第%(place)s条") % {"place": place + 1}, desk.EntryForm,
        dataclasses.asdict(entry), "set_entry", {"number": place}, f"c{place}", entry.lines,
    )  # fmt: skip


def _new_entry(reading: Reading, place: int) -> Part:
    return Part(
        f"contents.new.{place}", _("目录新增一条"), desk.EntryForm, {}, "add_entry", {"place": place},
        f"c{place}", adds=True, beside=[each.title for each in reading.contents[max(0, place - 1) : place + 1]],
    )  # fmt: skip


def _item(reading: Reading, place: int) -> Part:
    if place >= len(reading.items):
        raise EditError(_("找不到这一条，别人可能刚刚移动了它。"))
    item, document = reading.items[place], document_of(reading, place)
    initial = dataclasses.asdict(document or item)
    initial["contents_entry"] = item.contents_entry
    form: type[desk.ItemForm] = desk.ItemForm
    if document:
        initial["attachments"] = [each.title for each in document.attachments]
        form = desk.DocumentForm
    elif item.kind == SectionKind.APPOINTMENTS:
        form = desk.NoticeForm
    contents = [(n, _choice(n, each)) for n, each in enumerate(reading.contents)]
    shown = {name: initial[name] for name in form.base_fields}
    return Part(
        f"item.{place}", names.of_item(item), form, shown, "set_item", {"number": place}, f"i{place}",
        item.lines, place, {"contents": contents},
    )  # fmt: skip


def _choice(place: int, entry: ContentsEntry) -> str:
    number = f"（{entry.doc_number}）" if entry.doc_number else ""
    return f"{place + 1} {names.short(entry.title, 40)}{number}"


def _block(reading: Reading, item: int, place: int) -> Part:
    _document, block = find_block(reading, item, place)
    heading = _("第%(place)s段") % {"place": place + 1}
    return Part(
        f"block.{item}.{place}", heading, desk.BlockForm, dataclasses.asdict(block), "set_block",
        {"item": item, "block": place}, f"i{item}-b{place}", block.lines, item,
    )  # fmt: skip


def _record(reading: Reading, name: str, place: int) -> Part:
    record = find_record(reading, name, place)
    form, heading = RECORD_FORMS[name]
    key = f"i{record.item}-{RECORDS[name]}{place}"
    given = {"name": name, "number": place}
    initial = dataclasses.asdict(record)
    return Part(
        f"{name}.{place}", str(heading), form, initial, "set_record", given, key, record.lines, record.item
    )


def _new_record(reading: Reading, name: str, item: int) -> Part:
    if item >= len(reading.items):
        raise EditError(_("找不到这一条，别人可能刚刚移动了它。"))
    form, heading = RECORD_FORMS[name]
    loose = sorted(numbers_of(reading.items[item].lines) & numbers_of(reading.unplaced))
    first = loose[0] if loose else first_line(reading.items[item].lines)
    place = PlaceField(label=names.FIELDS["lines"], help_text=gettext_lazy("印在原文第几行，如“12”或“12-15”"))
    placed: type[desk.PartForm] = type("PlacedForm", (form,), {"lines": place})
    return Part(
        f"{name}.new.{item}", _("新增%(what)s") % {"what": heading}, placed, {"lines": str(first or "")},
        "add_record", {"name": name, "item": item}, f"i{item}", item=item, adds=True,
        beside=[reading.items[item].kind, reading.items[item].title],
    )  # fmt: skip
