"""What was printed, beside what was read from it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.formset import PartsFormSet
from gazette.models import Source, Sourced


class Quotation:
    """Passages of one source, whose text is split once."""

    def __init__(self, source: Source | None) -> None:
        self.source = source
        self.lines = source.lines() if source else []

    def of(self, record: Sourced) -> str:
        if self.source is None or record.source_id != self.source.pk:
            return ""
        passages = (self.lines[first - 1 : last] for first, last in record.source_lines)
        return "\n".join(line for passage in passages for line in passage)


class QuotedFormSet(PartsFormSet):
    """Parts, each with the lines of its record's source that it was read from."""

    def get_queryset(self) -> Sequence[Any]:  # type: ignore[override]
        fresh = not hasattr(self, "_parts")
        parts = super().get_queryset()
        if fresh:
            quote = Quotation(self.instance.source if self.instance.pk else None)
            for part in parts:
                part.quotation = quote.of(part)
        return parts


class QuotedMixin:
    """The column or line that unfolds to the quotation."""

    @admin.display(description=gettext_lazy("原文"))
    def original_text(self, record: Sourced) -> str:
        quotation = getattr(record, "quotation", "")
        if not quotation:
            return ""
        summary = _("第%(lines)s行") % {"lines": record.lines_label}
        return format_html("<details><summary>{}</summary><pre>{}</pre></details>", summary, quotation)
