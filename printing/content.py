"""What an issue's records say, as JSON: embedded in its PDF, digested into its manifest.

The same records give the same bytes: UTF-8, keys sorted, no spaces. Empty means that the print does not say it.
Records have no numbers of this database, only their order in print; `lines` are 1-based inclusive ranges of the
source's lines. The blocks are described in documents.models.block.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from gazette.models import Entry, Issue
from printing.layout import entries_of
from printing.manuscript import Attached

NAME = "issue.json"
FORMAT = "gongbao-issue"
VERSION = 1

_ISSUE = (
    *("year", "number", "number_end", "serial", "serial_end", "frequency", "dated_on", "dated_precision"),
    *("chief_editor", "deputy_editors", "imprint", "as_printed"),
)
_DOCUMENT = (
    *("title", "doc_number", "kind", "issuer", "addressee", "issued_on", "effective_on", "valid_until"),
    *("trial", "index_number"),
)
_BLOCK = ("kind", "level", "label", "text", "rows", "spans")
_TABLE = ("title", "month", "unit", "rows", "row_lines")


def content_json(issue: Issue) -> bytes:
    """The content of an issue, published or not, as canonical JSON."""
    told = {"format": FORMAT, "version": VERSION, **content(issue)}
    return canonical(told)


def attached(issue: Issue) -> Attached:
    """The content as a file in the issue's PDF."""
    return Attached(NAME, content_json(issue), "application/json", _("本期内容数据"))


def canonical(told: Any) -> bytes:
    """The same data as the same bytes."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode()


def content(issue: Issue) -> dict[str, Any]:
    """Masthead and contents, each line of the contents with what it announces."""
    publication = {name: getattr(issue.publication, name) for name in ("code", "name", "place", "sponsor")}
    entries = [_entry(entry) for entry in entries_of(issue)]
    return {"publication": publication, **_fields(issue, _ISSUE), "contents": entries}


def _entry(entry: Entry) -> dict[str, Any]:
    section = {"section": entry.section.name, "kind": entry.section.kind} if entry.section else {}
    told = {**section, **_fields(entry, ("title", "doc_number", "printed_page"))}
    for name, tell in _KINDS.items():
        found = tell(entry)
        if found:
            told[name] = found
    return told


def _document(entry: Entry) -> dict[str, Any] | None:
    document = getattr(entry, "document", None)
    if document is None:
        return None
    attachments = list(document.attachments.all())
    place = {each.pk: number for number, each in enumerate(attachments, start=1)}
    topic = {"topic": document.topic.name} if document.topic else {}
    return {
        **_fields(document, _DOCUMENT),
        **topic,
        "attachments": _all(attachments, ("label", "title")),
        "blocks": [_block(block, place) for block in document.blocks.all()],
    }


def _block(block: Any, place: dict[int, int]) -> dict[str, Any]:
    within = {"attachment": place[block.attachment_id]} if block.attachment_id else {}
    figure = getattr(block, "figure", None)
    shown = {"figure": _fields(figure, ("alt", "format", "width", "height", "sha256"))} if figure else {}
    return {**_fields(block, _BLOCK), **within, **shown}


def _notice(entry: Entry) -> dict[str, Any] | None:
    notice = getattr(entry, "appointment_notice", None)
    if notice is None:
        return None
    return {
        **_fields(notice, ("title", "doc_number", "issuer", "issued_on")),
        "appointments": [
            {**_fields(each, ("action", "note")), "official": str(each.official), "post": str(each.post)}
            for each in notice.appointments.all()
        ],
    }


def _chronicle(entry: Entry) -> list[dict[str, Any]]:
    return _all(entry.events.all(), ("happened_on", "text"))


def _register(entry: Entry) -> list[dict[str, Any]]:
    return _all(entry.register_entries.all(), ("direction", "doc_number", "title"))


def _meeting(entry: Entry) -> dict[str, Any] | None:
    meeting = getattr(entry, "meeting", None)
    if meeting is None:
        return None
    chair = {"chair": str(meeting.chair)} if meeting.chair else {}
    return {**_fields(meeting, ("title", "number", "held_on", "text")), **chair}


def _table(entry: Entry) -> dict[str, Any] | None:
    table = getattr(entry, "indicator_table", None)
    return _fields(table, _TABLE) if table else None


_KINDS = {
    "document": _document,
    "notice": _notice,
    "chronicle": _chronicle,
    "register": _register,
    "meeting": _meeting,
    "table": _table,
}


def _all(records: Iterable[Model], names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [_fields(record, names) for record in records]


def _fields(record: Model, names: tuple[str, ...]) -> dict[str, Any]:
    """What a record says; its lines in the source where they are known."""
    told = {name: getattr(record, name) for name in names if hasattr(record, name)}
    lines = getattr(record, "source_lines", None)
    return {**told, "lines": lines} if lines else told
