"""The OpenAPI description in the order and the words in which people read it."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

Schema = dict[str, Any]

_CODE = re.compile(r"^\* `(?P<code>[^`]*)` - (?P<meaning>.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Value:
    """A parameter or a field. `record` names the record that it holds, `codes` what it may be."""

    name: str
    type: str
    text: str
    record: str = ""
    codes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Operation:
    path: str
    summary: str
    text: str
    parameters: list[Value]
    record: str


@dataclass(frozen=True)
class Record:
    name: str
    fields: list[Value]


def groups_of(schema: Schema) -> dict[str, list[Operation]]:
    """The operations under the headings of their views."""
    made: dict[str, list[Operation]] = {}
    for path, item in schema["paths"].items():
        operation = item["get"]
        made.setdefault(operation["tags"][0], []).append(_operation(path, operation, schema))
    return made


def records_of(schema: Schema) -> list[Record]:
    """The records that operations answer with, and those within them."""
    return [
        Record(name, [_value(each, part, schema) for each, part in component["properties"].items()])
        for name, component in schema["components"]["schemas"].items()
        if component.get("type") == "object" and not name.startswith("Paginated")
    ]


def _operation(path: str, operation: Schema, schema: Schema) -> Operation:
    answer = next(iter(operation["responses"]["200"]["content"].values()))["schema"]
    page = schema["components"]["schemas"].get(_name(answer), {}).get("properties", {})
    parameters = [
        _value(each["name"], {**each["schema"], "description": each.get("description", "")}, schema)
        for each in operation.get("parameters", [])
    ]
    return Operation(
        path,
        operation["summary"],
        operation.get("description", ""),
        parameters,
        _record(page.get("results", answer)),
    )


def _value(name: str, part: Schema, schema: Schema) -> Value:
    record = _record(part)
    held = schema["components"]["schemas"].get(record, {})
    codes = _codes(held if "enum" in held else part)
    about = _CODE.sub("", part.get("description", "")).strip()
    words = dict.fromkeys(filter(None, (part.get("title", ""), about)))
    kind = _("代码") if codes and part.get("type") != "array" else _type(part)
    return Value(name, kind, "；".join(words), "" if "enum" in held else record, codes)


def _record(part: Schema) -> str:
    """The name of the record that a value is, or is a list of."""
    return _name(part.get("items", part))


def _name(part: Schema) -> str:
    choices = [part, *part.get("allOf", []), *part.get("oneOf", [])]
    return next((each["$ref"].rpartition("/")[2] for each in choices if "$ref" in each), "")


def _codes(part: Schema) -> list[tuple[str, str]]:
    found = [(match["code"], match["meaning"]) for match in _CODE.finditer(part.get("description", ""))]
    return found or [(code, "") for code in part.get("enum", []) if code is not None]


def _type(part: Schema) -> str:
    formats = {"date": _("日期"), "date-time": _("时间"), "uri": _("网址")}
    types = {"integer": _("整数"), "boolean": _("是否"), "array": _("列表"), "string": _("文字")}
    return formats.get(part.get("format", "")) or types.get(part.get("type", ""), _("对象"))
