"""A line of the contents has one document, one notice, one report, one table: an editor is told where it has more."""

import copy

import pytest

from gazette.models import Entry, SectionKind
from intake.editing.errors import EditError
from intake.errors import SourceError
from intake.flows.accept import accept
from intake.flows.fitting import misfits
from intake.models import Submission
from intake.reading import Reading
from tests import desk_world
from tests import world as worlds
from tests.intake.desk_reading import edit, fresh


def item_of(reading: Reading, kind: str) -> int:
    return next(n for n, item in enumerate(reading.items) if item.kind == kind)


@pytest.mark.parametrize("kind", ["documents", "appointments", "meetings", "statistics"])
def test_a_second_one_is_refused_whichever_comes_first(kind: str) -> None:
    """The kind or the line of the contents: the editor is told what the line has already."""
    for first, second in (("change_kind", "set_item"), ("set_item", "change_kind")):
        reading = fresh()
        one, other = item_of(reading, "appointments"), item_of(reading, SectionKind.CHRONICLE)
        if kind != "appointments":
            edit(reading, "change_kind", number=one, kind=kind)
        given = {
            "change_kind": {"number": other, "kind": kind},
            "set_item": {"number": other, "values": {"contents_entry": reading.items[one].contents_entry}},
        }
        edit(reading, first, **given[first])
        with pytest.raises(EditError, match="目录的这一条已经对应"):
            edit(reading, second, **given[second])


def test_several_of_another_kind_may_stand_under_one_line() -> None:
    reading = fresh()
    entry = reading.items[item_of(reading, "appointments")].contents_entry
    for kind in (SectionKind.CHRONICLE, SectionKind.REGISTER):
        edit(reading, "set_item", number=item_of(reading, kind), values={"contents_entry": entry})
    assert reading.items[item_of(reading, SectionKind.REGISTER)].contents_entry == entry


def crowded(name: str) -> Reading:
    """A reading as it was read, with two of something at one line of the contents."""
    reading = fresh()
    if name == "notices":
        one, other = item_of(reading, "appointments"), item_of(reading, SectionKind.CHRONICLE)
        edit(reading, "change_kind", number=other, kind="appointments")
        reading.items[other].contents_entry = reading.items[one].contents_entry
    else:
        again = copy.deepcopy(reading.tables[0])
        again.lines = [[1, 1]]
        reading.tables.append(again)
    return reading


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("notices", "只能对应一份任免通知，“伊河州人民政府干部任免通知”下有2份"),
        ("tables", "只能对应一份统计表"),
    ],
)
def test_a_crowded_line_is_said_before_anything_is_made(name: str, said: str) -> None:
    """Above the review, with its line; and where it is accepted all the same, nothing is made."""
    publication = worlds.publication()
    reading = crowded(name)
    [problem] = misfits(reading, publication)
    assert (problem.code, problem.severity) == ("entry-crowded", "error")
    assert said in problem.message
    submission = desk_world.submission(publication, worlds.editor("古丽"))
    Submission.objects.update(reading=reading.to_json())
    with pytest.raises(SourceError, match="只能对应一份") as refused:
        accept(submission, None)
    assert refused.value.line == problem.lines[0][0]
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_reading_as_it_was_read_is_not_crowded() -> None:
    assert misfits(fresh(), worlds.publication()) == []
