"""A table as text: a line for each row, cells set apart by ｜; and back again."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Rows = list[list[str]]
SEPARATOR = "｜"
ESCAPES = {"\\": "\\\\", SEPARATOR: "\\｜", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
MEANINGS = {written[1]: character for character, written in ESCAPES.items()}
# A row of one empty cell would be an empty line, and empty lines are only for the eye.
EMPTY_ROW = "\\空"
TOKEN = re.compile(r"\\(.?)|([｜\t])|([^\\｜\t]+)", re.DOTALL)


def to_text(rows: Rows) -> str:
    """The rows as an editor sees them. Separators and line breaks inside of a cell are escaped by \\."""
    return "\n".join(EMPTY_ROW if row == [""] else SEPARATOR.join(map(_escaped, row)) for row in rows)


def to_rows(text: str) -> Rows:
    """The rows that the text stands for; raises ValidationError, which names the row, where it cannot."""
    lines = text.replace("\r\n", "\n").split("\n")
    return [_cells(line, number) for number, line in enumerate(lines, 1) if line.strip(" ")]


def refuse_uneven(rows: Rows) -> None:
    """Each row has as many cells as the first."""
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise ValidationError(
                _("表格第%(number)s行有%(count)s格，第1行有%(first)s格。空格子也要留出分隔号“｜”。")
                % {"number": number, "count": len(row), "first": len(rows[0])}
            )


def _escaped(cell: str) -> str:
    return "".join(ESCAPES.get(character, character) for character in cell)


def _cells(line: str, number: int) -> list[str]:
    if line == EMPTY_ROW:
        return [""]
    cells = [""]
    for escaped, separator, plain in (match.groups() for match in TOKEN.finditer(line)):
        if separator:
            cells.append("")
        else:
            cells[-1] += plain or _meaning(escaped, number)
    return cells


def _meaning(escaped: str, number: int) -> str:
    if escaped not in MEANINGS:
        raise ValidationError(
            _(
                "表格第%(number)s行的“\\%(escaped)s”看不懂：换行写“\\n”，格子里的“｜”写“\\｜”，反斜线写“\\\\”。"
            )
            % {"number": number, "escaped": escaped}
        )
    return MEANINGS[escaped]


class RowsField(forms.Field):
    """A form field for a table's rows."""

    widget = forms.Textarea(attrs={"rows": 4, "placeholder": " "})
    default_help = gettext_lazy("一行写一行，格子之间用“｜”或制表符隔开。格子里换行写“\\n”。")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "help_text": self.default_help, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return to_text(value) if isinstance(value, list) else value

    def to_python(self, value: str | None) -> Rows:
        return to_rows(value or "")

    def has_changed(self, initial: Rows | None, data: Any) -> bool:
        return (data or "").replace("\r\n", "\n") != to_text(initial or [])
