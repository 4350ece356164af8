"""A reading as the desk's templates show it."""

import dataclasses
from collections import Counter
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.severities import SEVERITIES
from editorial.views.desk.item_shown import ItemShown
from editorial.views.desk.pieces import Fact, Piece, Place, Row, fact_of
from intake.editing import names
from intake.editing.claims import first_line, owners
from intake.editing.problems import target_of
from intake.models import Submission
from intake.reading import Problem, Reading, numbers_of

ORDER = list(SEVERITIES)
# Lines that nothing holds belong to an item near by; a list of all would make a long page longer.
_MOST_OFFERED = 30


def _near(items: list[ItemShown], line: int) -> list[ItemShown]:
    """The items that begin nearest to a line, in the order of the issue."""
    nearest = sorted(items, key=lambda each: abs(first_line(each.item.lines, line) - line))[:_MOST_OFFERED]
    return sorted(nearest, key=lambda each: each.number)


class Desk:
    """One submission's reading, with what several parts of the page need to know of it."""

    def __init__(self, submission: Submission, reading: Reading | None = None) -> None:
        self.submission = submission
        self.reading = reading or Reading.from_json(submission.reading or {})
        self.owners = owners(self.reading)
        self.loose = numbers_of(self.reading.unplaced)
        self.review_url = reverse("admin:intake_submission_review", args=[submission.pk])
        self.doubts = Counter(
            key
            for problem in self.reading.problems
            if not problem.seen
            for key in {
                key.split("-")[0] for n in numbers_of(problem.lines) for key in self.owners.get(n, [])
            }
        )

    def href(self, key: str) -> str:
        """Where a key stands: an item's parts on the page of the item, all else on the review page."""
        item, _dash, part = key.partition("-")
        return f"{self.review_url}items/{item[1:]}/#{key}" if part else f"{self.review_url}#{key}"

    def lines(self, first: int = 1, last: int | None = None) -> Iterator[Row]:
        pages = self.submission.pages or []
        before = None
        for number, text in enumerate(self.submission.lines(), 1):
            page = pages[number - 1] if number <= len(pages) else None
            if first <= number <= (last or number):
                keys = self.owners.get(number, [])
                href = self.href(keys[0]) if keys else ""
                yield Row(
                    number, text, page if page != before else None, " ".join(keys), number in self.loose, href
                )
                before = page

    def line_marks(self) -> dict[int, tuple[str, bool]]:
        """For each line what holds it and whether it is unplaced, to tell what an operation changed."""
        return {
            n: (" ".join(self.owners.get(n, [])), n in self.loose) for n in self.owners.keys() | self.loose
        }

    def items(self) -> list[ItemShown]:
        return [ItemShown(self, number) for number in range(len(self.reading.items))]

    def contents(self) -> list[Piece]:
        return [
            Piece(f"c{n}", f"contents.{n}", entry, Place.of(entry.lines), edited=bool(entry.edited))
            for n, entry in enumerate(self.reading.contents)
        ]

    def masthead(self) -> list[Fact]:
        issue = self.reading.issue
        if issue is None:
            return []
        shown = [
            f.name for f in dataclasses.fields(issue) if f.name not in {"lines", "edited", "text", "body"}
        ]
        return [fact_of(name, getattr(issue, name), issue.edited) for name in shown]

    def masthead_place(self) -> Place:
        return Place.of(self.reading.issue.lines if self.reading.issue else [])

    def problems(self) -> list["Doubt"]:
        found = [Doubt(self, n, problem) for n, problem in enumerate(self.reading.problems)]
        return sorted(found, key=lambda doubt: (doubt.problem.seen, ORDER.index(doubt.problem.severity)))

    def unplaced(self) -> list[tuple[Place, str, list[int], list[ItemShown]]]:
        """The lines that nothing holds: where, their text, and the items near by, in their order."""
        text = self.submission.lines()
        items = self.items()
        return [
            (Place.of([[first, last]]), "\n".join(text[first - 1 : last]), [first, last], _near(items, first))
            for first, last in self.reading.unplaced
        ]

    def summary(self) -> list[tuple[str, int]]:
        """What would be made of the reading."""
        reading = self.reading
        counts = [
            (_("目录条目"), len(reading.contents)),
            (_("文件"), len(reading.documents)),
            (_("任免"), len(reading.appointments)),
            (_("要事"), len(reading.events)),
            (_("收发文"), len(reading.register)),
            (_("会议"), len(reading.meetings)),
            (_("统计表"), len(reading.tables)),
        ]
        return [(name, count) for name, count in counts if count]

    @property
    def contents_end(self) -> str:
        return str(len(self.reading.contents))

    def severities(self) -> list[tuple[str, str, int]]:
        counts = Counter(problem.severity for problem in self.reading.problems)
        return [(name, str(label), counts[name]) for name, label in SEVERITIES.items() if counts[name]]

    def unseen(self) -> int:
        return sum(not problem.seen for problem in self.reading.problems)

    def remaining(self) -> list["Doubt"]:
        """The errors that nobody has looked at."""
        return [d for d in self.problems() if d.problem.severity == "error" and not d.problem.seen]


class Doubt:
    """A problem with its places: in the source, and in what was understood."""

    def __init__(self, desk: Desk, number: int, problem: Problem) -> None:
        self.number, self.problem = number, problem
        self.label = str(SEVERITIES[problem.severity])
        self.places = [Place.of([lines]) for lines in problem.lines]
        keys = dict.fromkeys(
            keys[0] for first, _last in problem.lines if (keys := desk.owners.get(first, []))
        )
        self.targets = [(key, desk.href(key), _called(desk.reading, key)) for key in keys]
        self.data = Place.of(problem.lines).data
        self.can_take = target_of(desk.reading, problem, desk.owners) is not None


def _called(reading: Reading, key: str) -> str:
    if key == "issue":
        return _("刊头")
    number = int(key[1:].partition("-")[0])
    if key[0] == "c":
        return _("目录“%(title)s”") % {"title": names.short(reading.contents[number].title, 14)}
    return names.of_item(reading.items[number])
