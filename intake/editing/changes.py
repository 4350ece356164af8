"""What an operation changed, in words for the audit trail."""

import dataclasses
from typing import Any

from django.utils.translation import gettext as _

_LONGEST = 2000


@dataclasses.dataclass
class Change:
    """One value that an operation changed: of what (`place`), which, from what to what."""

    place: str
    field: str
    old: Any
    new: Any

    def said(self) -> tuple[str, str, str]:
        """The change as the audit trail shows it: name, before, after."""
        return f"{self.place}：{self.field}", _said(self.old), _said(self.new)


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, list):
        return "\n".join(_said_row(each) for each in value)[:_LONGEST]
    return str(value)[:_LONGEST]


def _said_row(value: Any) -> str:
    if isinstance(value, list):
        return "｜".join(str(cell) for cell in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return " ".join(str(part) for part in dataclasses.astuple(value))
    return str(value)
