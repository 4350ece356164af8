"""What the other sections of an issue print: days of the chronicle, meetings, tables of indicators."""

from collections.abc import Iterator

from django.db.models import Prefetch

from chronicle.models import Event, Meeting
from gazette.models import Issue
from gazette_statistics.models import IndicatorTable, Observation
from search.models import Item, ItemKind
from search.rows.documents import cells
from search.rows.making import at_issue, make


def events(issue: Issue) -> Iterator[Item]:
    """Each event, at its day's place in the issue's chronicle."""
    for event in Event.objects.filter(entry__issue=issue):
        yield make(
            ItemKind.EVENT,
            event,
            "issue_chronicle",
            at_issue(issue, event.entry_id),
            anchor=f"d-{event.happened_on:%Y-%m-%d}" if event.happened_on else "",
            day=event.happened_on,
            issue=issue,
            parts=[event.text],
        )


def meetings(issue: Issue) -> Iterator[Item]:
    for meeting in Meeting.objects.filter(entry__issue=issue).select_related("entry", "chair"):
        chair = [meeting.chair.name] if meeting.chair else []
        yield make(
            ItemKind.MEETING,
            meeting,
            "meeting",
            at_issue(issue, meeting.pk),
            title=meeting.title,
            day=meeting.held_on,
            issue=issue,
            parts=[*meeting.paragraphs(), *chair, meeting.entry.title],
        )


def tables(issue: Issue) -> Iterator[Item]:
    """Each month's table: its cells, and the names under which its figures are kept as series."""
    figures = Prefetch("observations", Observation.objects.select_related("indicator").order_by("pk"))
    found = IndicatorTable.objects.filter(entry__issue=issue).select_related("entry")
    for table in found.prefetch_related(figures):
        names = dict.fromkeys(figure.indicator.name for figure in table.observations.all())
        yield make(
            ItemKind.TABLE,
            table,
            "indicator_table",
            [issue.publication.code, table.month.year, table.month.month, table.pk],
            title=table.title,
            day=table.month,
            issue=issue,
            parts=[*cells(table.rows), table.unit, *names, table.entry.title],
        )
