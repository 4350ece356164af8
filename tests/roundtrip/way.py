"""An issue's way out of the portal and in again: published, exported, opened, read."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from exporting.word import word_file
from gazette.models import Entry, Issue, Publication, Source
from intake.flows.import_source import import_source
from intake.read import read
from intake.reading import numbers_of
from intake.sources.open import read_source
from printing.render import render_issue
from tests import world as worlds
from tests.roundtrip.holdings import Holdings, of_issue, of_reading
from tests.roundtrip.invented import TEXT

ISSUES = Path(__file__).parents[2] / "fixtures" / "issues"
# Where each text is from.
PLACES = {
    "ili-2018-01.txt": "伊犁哈萨克自治州",
    "ili-2023.txt": "伊犁哈萨克自治州",
    "xinjiang-2020-17-18.txt": "新疆维吾尔自治区",
    "invented": "伊河州",
}
FORMATS = {"docx": word_file, "pdf": render_issue}


def published(name: str) -> Issue:
    """The issue of a real text, or the `invented` one, imported and published without a change.

    Documents that came without an issue are put into one: only issues are exported.
    """
    gazette = worlds.publication(place=PLACES[name])
    data = TEXT.encode() if name == "invented" else (ISSUES / name).read_bytes()
    made = import_source(name, data, gazette, as_printed=True)
    issue = made.issue or _collected(made.source, gazette)
    issue.published_at = timezone.now()
    issue.save()
    return issue


@dataclass(frozen=True)
class Journey:
    """What the records of a published issue hold, and what was read of its exported file.

    `loose` are the lines of the file that nothing was read of.
    """

    held: Holdings
    read: Holdings
    loose: list[str]


@cache
def journey(name: str, form: str) -> Journey:
    """The way of one text as one format; made once for all tests, for it is plain values."""
    issue = published(name)
    source = read_source(f"issue.{form}", FORMATS[form](issue))
    reading = read(source)
    loose = [source.lines[number - 1] for number in sorted(numbers_of(reading.unplaced))]
    return Journey(of_issue(issue), of_reading(reading), [line for line in loose if line.strip()])


def assert_same(made: Journey, kind: str, form: str) -> None:
    """That the reading holds of one kind what the records hold, in the same order; says where they part.

    A blank at the end of a printed line leaves no trace on paper, so that a PDF's texts are compared without.
    """
    for held, found in zip(made.held[kind], made.read[kind], strict=False):
        if form == "pdf" and kind == "blocks":
            assert _without_blanks(found) == _without_blanks(held)
        else:
            assert found == held
    assert len(made.read[kind]) == len(made.held[kind])


def _without_blanks(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(" ", "")
    return tuple(_without_blanks(each) for each in value) if isinstance(value, tuple) else value


def wording(held: Holdings) -> dict[str, str]:
    """The whole text of each document by its number, without the borders of its blocks."""
    texts: dict[str, str] = {}
    for number, _, _, _, label, text, rows in held["blocks"]:
        cells = "".join(cell for row in rows for cell in row)
        texts[number] = texts.get(number, "") + "".join(f"{label}{text}{cells}".split())
    return texts


def _collected(source: Source, gazette: Publication) -> Issue:
    issue = worlds.issue(gazette, 2023, 1, published=False)
    for position, document in enumerate(source.document_set.order_by("pk"), 1):
        document.entry = Entry.objects.create(
            issue=issue,
            section=worlds.section(gazette),
            position=position,
            title=document.title,
            doc_number=document.doc_number,
        )
        document.save()
    return issue
