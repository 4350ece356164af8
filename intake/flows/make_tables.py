"""A month's table of indicators to its records; its figures are always made from its rows."""

import datetime
from decimal import Decimal

from gazette.models import Entry, Publication
from gazette_statistics.models import Indicator, IndicatorTable, Observation
from intake import reading as r
from intake.flows.create_checked import create_checked
from intake.readers.statistics import read_rows


def make_table(read: r.IndicatorTable, entry: Entry) -> IndicatorTable | None:
    """Make a table under its entry; None where its title names no month, and its lines stay with the source."""
    if read.period is None:
        return None
    table = create_checked(
        IndicatorTable(
            entry=entry,
            title=read.title,
            month=datetime.date.fromisoformat(read.period + "-01"),
            unit=read.unit or "",
            rows=read.rows,
            row_lines=read.row_lines,
            source=entry.source,
            source_lines=read.lines,
        )
    )
    derive_observations(table)
    return table


def derive_observations(table: IndicatorTable) -> list[int]:
    """Make the figures of a table anew from its rows; the indices of the rows that cannot be read.

    The caller has a transaction.
    """
    table.observations.all().delete()
    found, unread = read_rows(table.rows, f"{table.month:%Y-%m}", table.row_lines or None, table.unit or None)
    indicators: dict[tuple[str | None, str], Indicator] = {}
    publication = table.entry.issue.publication
    made: dict[tuple[int, str], Observation] = {}
    for position, read in enumerate(found, 1):
        indicator = _indicator(read, publication, position, indicators)
        made.setdefault((indicator.pk, read.measure), _observation(table, indicator, read))
    Observation.objects.bulk_create(made.values())
    return unread


def _observation(table: IndicatorTable, indicator: Indicator, read: r.Observation) -> Observation:
    # A row that an editor added has no line in the source.
    printed = [lines for lines in read.lines if None not in lines] if table.row_lines else []
    return Observation(
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


def _indicator(
    read: r.Observation,
    publication: Publication,
    position: int,
    known: dict[tuple[str | None, str], Indicator],
) -> Indicator:
    """The indicator of a figure; one that hangs under another is found under it."""
    key = (read.parent, read.indicator)
    if key not in known:
        parent = _parent(read, publication, position, known)
        known[key] = Indicator.objects.get_or_create(
            publication=publication,
            parent=parent,
            name=read.indicator,
            defaults={"unit": read.unit or "", "position": position},
        )[0]
    return known[key]


def _parent(
    read: r.Observation,
    publication: Publication,
    position: int,
    known: dict[tuple[str | None, str], Indicator],
) -> Indicator | None:
    if read.parent is None:
        return None
    above = [indicator for (_, name), indicator in known.items() if name == read.parent]
    if above:
        return above[-1]
    return Indicator.objects.get_or_create(
        publication=publication,
        parent=None,
        name=read.parent,
        defaults={"unit": read.unit or "", "position": position},
    )[0]
