"""A month's table as its page shows it: cells as printed, each row with its indicator."""

import re
import unicodedata
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from gazette.templatetags.provenance import lines_attribute

from .models import Indicator, IndicatorTable


@dataclass(frozen=True)
class Row:
    """A printed row; `indicator` is what it measures, None where no figure of it could be read."""

    cells: list[str]
    data_lines: SafeString
    indicator: Indicator | None = None
    head: list[str] = field(default_factory=list)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """What stands beside the row's name, each with the words above its column."""
        return list(zip(self.head[1:], self.cells[1:], strict=True))


def rows_of(table: IndicatorTable) -> list[Row]:
    """The rows of a table, the head first, filled up to one width."""
    width = max((len(cells) for cells in table.rows), default=0)
    rows = [[*cells, *[""] * (width - len(cells))] for cells in table.rows]
    measured = _indicators(table)
    return [
        Row(cells, _lines(table, index), measured.get(index), rows[0]) for index, cells in enumerate(rows)
    ]


def _lines(table: IndicatorTable, index: int) -> SafeString:
    line = table.row_lines[index] if index < len(table.row_lines) else None
    return lines_attribute([[line, line]] if line else [])


def _indicators(table: IndicatorTable) -> dict[int, Indicator]:
    """The indicator of each row, by the row's index.

    Figures are made from the rows in their order, so the next indicator is that of the next row whose
    label holds its name; a row without figures has none.
    """
    observations = table.observations.select_related("indicator__publication").order_by("pk")
    waiting = list(dict.fromkeys(observation.indicator for observation in observations))
    found: dict[int, Indicator] = {}
    for index, cells in enumerate(table.rows[1:], 1):
        if waiting and any(cells[1:]) and _names(cells[0], waiting[0]):
            found[index] = waiting.pop(0)
    return found


def _names(label: str, indicator: Indicator) -> bool:
    """Whether a printed label, with its ordinal and unit, holds every word of an indicator's name."""
    return all(word in _folded(label) for word in re.split(r"[(),]", _folded(indicator.name)))


def _folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
