"""Monthly tables of indicators, each on a page of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.spans import filled_rows
from gazette.models import Entry
from gazette_statistics.models import IndicatorTable
from printing.blocks import PAGE_CELLS
from printing.parts.part import Part

EVEN_CELLS = 4
# （一） begins a group of indicators.
ORDINAL = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、")


@dataclass(frozen=True)
class Row:
    name: str
    figures: list[str]

    @property
    def begins_group(self) -> bool:
        return bool(ORDINAL.match(self.name))


@dataclass(frozen=True)
class PrintedTable(Part):
    template = "printing/indicators.html"
    table: IndicatorTable

    @property
    def head(self) -> list[str]:
        return filled_rows(self.table.rows)[0] if self.table.rows else []

    @property
    def rows(self) -> list[Row]:
        return [Row(name, figures) for name, *figures in filter(None, filled_rows(self.table.rows)[1:])]

    @property
    def is_even(self) -> bool:
        """Whether all columns of figures have room for the same width."""
        return len(self.head) <= EVEN_CELLS

    @property
    def has_groups(self) -> bool:
        return any(row.begins_group for row in self.rows)

    @property
    def is_landscape(self) -> bool:
        return len(self.head) > PAGE_CELLS

    def texts(self) -> Iterator[str]:
        yield self.title
        yield self.table.unit
        for row in filled_rows(self.table.rows):
            yield from row


def read(entry: Entry) -> PrintedTable | None:
    table: IndicatorTable | None = getattr(entry, "indicator_table", None)
    return PrintedTable(table.title, table) if table else None
