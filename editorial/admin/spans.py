"""Merged cells as text: a line for each place, 第1行第2列起，2行×3列; and back again."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.spans import said

Spans = list[list[int]]
LINE = re.compile(r"第(\d{1,4})行第?(\d{1,4})列起?[，,、：:]?占?(\d{1,4})行[×xX*乘、,，]?(\d{1,4})列[。；;]?")


def to_text(spans: Spans) -> str:
    return "\n".join(said(span) for span in spans)


def to_spans(text: str) -> Spans:
    """The spans that the lines stand for; raises ValidationError, which names the line, where it cannot."""
    # In full width or half, with blanks or without: people type it in every way.
    lines = ("".join(unicodedata.normalize("NFKC", line).split()) for line in text.splitlines())
    return [_span(line, number) for number, line in enumerate(lines, 1) if line]


def _span(line: str, number: int) -> list[int]:
    match = LINE.fullmatch(line)
    if not match:
        raise ValidationError(
            _("合并单元格第%(number)s行“%(line)s”看不懂，请写成“第1行第2列起，2行×3列”。")
            % {"number": number, "line": line}
        )
    row, column, rowspan, colspan = map(int, match.groups())
    return [row - 1, column - 1, rowspan, colspan]


class SpansField(forms.Field):
    """A form field for a table's merged cells."""

    widget = forms.Textarea(attrs={"rows": 2, "placeholder": " "})
    default_help = gettext_lazy(
        "一行写一处，如“第1行第2列起，2行×3列”。文字写在左上角的格子里，被合并的其他格子留空。"
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "help_text": self.default_help, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return to_text(value) if isinstance(value, list) else value

    def to_python(self, value: str | None) -> Spans:
        return to_spans(value or "")

    def has_changed(self, initial: Spans | None, data: Any) -> bool:
        return (data or "").replace("\r\n", "\n") != to_text(initial or [])
