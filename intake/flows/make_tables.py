"""A month's table of indicators to its records; its figures are always made from its rows."""

import datetime
from decimal import Decimal
from typing import Any

from gazette.models import Entry
from gazette_statistics.models import Indicator, IndicatorTable, Observation
from intake import reading as r
from intake.flows.create_checked import check, create_checked, said_with_place, set_by_editor
from intake.readers.statistics import read_rows


def make_table(read: r.IndicatorTable, entry: Entry) -> IndicatorTable | None:
    """Make a table under its entry; None where its title names no month, and its lines stay with the source."""
    if read.period is None:
        return None
    edited = set_by_editor(read.edited, {"period": "month"})
    table = IndicatorTable(entry=entry, source=entry.source, edited_fields=edited, **table_fields(read))
    derive_observations(create_checked(table))
    return table


def table_fields(read: r.IndicatorTable) -> dict[str, Any]:
    """The fields of a table of a known month."""
    return {
        "title": read.title,
        "month": datetime.date.fromisoformat(f"{read.period}-01"),
        "unit": read.unit or "",
        "rows": read.rows,
        "row_lines": read.row_lines,
        "source_lines": read.lines,
    }


def derive_observations(table: IndicatorTable) -> list[int]:
    """Make the figures of a table anew from its rows; the indices of the rows that cannot be read.

    The caller has a transaction.
    """
    table.observations.all().delete()
    found, unread = read_rows(table.rows, f"{table.month:%Y-%m}", table.row_lines or None, table.unit or None)
    indicators: dict[tuple[str | None, str], Indicator] = {}
    made: dict[tuple[int, str], Observation] = {}
    for position, read in enumerate(found, 1):
        indicator = _indicator(read, table, position, indicators)
        made.setdefault((indicator.pk, read.measure), _observation(table, indicator, read))
    Observation.objects.bulk_create(made.values())
    return unread


def _observation(table: IndicatorTable, indicator: Indicator, read: r.Observation) -> Observation:
    # A row that an editor added has no line in the source.
    printed = [lines for lines in read.lines if None not in lines] if table.row_lines else []
    made = Observation(
        table=table,
        indicator=indicator,
        month=table.month,
        measure=read.measure,
        year=read.year,
        unit=read.unit or "",
        value=Decimal(read.value),
        printed=read.value,
        source=table.source if printed else None,
        source_lines=printed,
    )
    with said_with_place(Observation, printed[0][0] if printed else None):
        # That the table and the indicator are there need not be asked for each of a hundred figures.
        made.clean_fields(exclude=["table", "indicator", "source"])
    return made


def _indicator(
    read: r.Observation, table: IndicatorTable, position: int, known: dict[tuple[str | None, str], Indicator]
) -> Indicator:
    """The indicator of a figure; one that hangs under another is found under it."""
    key = (read.parent, read.indicator)
    if key not in known:
        parent = _parent(read, table, position, known)
        known[key] = _held_or_made(read.indicator, parent, read, table, position)
    return known[key]


def _parent(
    read: r.Observation, table: IndicatorTable, position: int, known: dict[tuple[str | None, str], Indicator]
) -> Indicator | None:
    if read.parent is None:
        return None
    above = [indicator for (_, name), indicator in known.items() if name == read.parent]
    return above[-1] if above else _held_or_made(read.parent, None, read, table, position)


def _held_or_made(
    name: str, parent: Indicator | None, read: r.Observation, table: IndicatorTable, position: int
) -> Indicator:
    publication = table.entry.issue.publication
    held = Indicator.objects.filter(publication=publication, parent=parent, name=name).first()
    if held:
        return held
    made = Indicator(
        publication=publication, parent=parent, name=name, unit=read.unit or "", position=position
    )
    check(made, read.lines[0][0] if table.row_lines else None)
    made.save()
    return made
