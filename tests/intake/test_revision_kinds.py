"""A corrected file acts on what it has, kind by kind: it deletes nothing in passing and makes what is missing."""

import pytest

from appointments.models import Appointment, AppointmentNotice
from chronicle.models import Event
from documents.models import RegisterEntry
from gazette.models import Issue, Publication
from gazette_statistics.models import IndicatorTable, Observation
from intake.editing.apply import perform
from intake.errors import SourceError
from intake.flows.accept import accept, reading_of
from intake.flows.apply_revision import apply_revision
from intake.flows.compare_revision import compare
from intake.models import Submission
from intake.reading import Reading
from tests import world as worlds
from tests.desk_world import WHOLE
from tests.intake.test_revision import submitted


@pytest.fixture
def gazette(db: None) -> Publication:
    return worlds.publication()


def items_of(reading: Reading, kind: str) -> list[int]:
    return [number for number, item in enumerate(reading.items) if item.kind == kind]


def put_under_the_notice(submission: Submission, *kinds: str) -> Submission:
    """As at the desk: the line of the contents that names the notice names items of these kinds, too."""
    reading = reading_of(submission)
    [notice] = items_of(reading, "appointments")
    entry = reading.items[notice].contents_entry
    for kind in kinds:
        for number in items_of(reading, kind):
            perform(reading, submission.lines(), "set_item", number=number, values={"contents_entry": entry})
    submission.reading = reading.to_json()
    submission.save()
    return submission


def correct_all(issue: Issue, correction: Submission) -> int:
    """How many rows were corrected."""
    chosen = {row.key for row in compare(issue, reading_of(correction)) if row.may_choose}
    assert chosen
    return len(apply_revision(correction, chosen, None))


def made_of(submission: Submission) -> Issue:
    issue = accept(submission, None).issue
    assert issue
    return issue


def test_a_notice_keeps_its_rows_when_the_chronicle_beside_it_is_corrected(gazette: Publication) -> None:
    """Three kinds stand under one line; one of them has changed."""
    issue = made_of(put_under_the_notice(submitted(gazette, WHOLE), "chronicle", "register"))
    corrected = submitted(gazette, WHOLE.replace("春耕生产。", "春耕工作。"), issue)
    correct_all(issue, put_under_the_notice(corrected, "chronicle", "register"))
    assert AppointmentNotice.objects.get().title == "伊河州人民政府干部任免通知"
    assert Appointment.objects.get().post.name == "州财政局局长"
    assert Event.objects.filter(text__contains="春耕工作").count() == 1
    assert (Event.objects.count(), RegisterEntry.objects.count()) == (3, 2)


def test_the_parts_of_two_items_of_a_kind_are_taken_together(gazette: Publication) -> None:
    """The second does not wipe out what was made of the first."""
    further = (
        "\n伊河州人民政府发文目录\n\n伊河政发〔2021〕7号　关于印发《伊河州供暖管理办法（试行）》的通知\n"
    )
    issue = made_of(put_under_the_notice(submitted(gazette, WHOLE + further), "register"))
    assert RegisterEntry.objects.count() == 3
    text = WHOLE.replace("关于加强水利建设的通知", "关于加强水利工程建设的通知") + further
    correct_all(issue, put_under_the_notice(submitted(gazette, text, issue), "register"))
    titles = set(RegisterEntry.objects.values_list("title", flat=True))
    assert len(titles) == 3
    assert "关于加强水利工程建设的通知" in titles


@pytest.mark.parametrize("model", [AppointmentNotice, IndicatorTable, Event, RegisterEntry])
def test_what_an_entry_lacks_is_made(gazette: Publication, model: type[Event]) -> None:
    """Of a line of the contents whose text the first file did not have, or whose record was taken out."""
    issue = made_of(submitted(gazette, WHOLE))
    before = model.objects.count()
    model.objects.all().delete()
    correct_all(issue, submitted(gazette, WHOLE.replace("按时供暖", "准时供暖") + "\n", issue))
    assert model.objects.count() == 0
    text = (
        WHOLE.replace("王明为州财政局局长", "王明为州审计局局长")
        .replace("春耕", "春播")
        .replace("12\t48", "13\t48")
    )
    correct_all(issue, submitted(gazette, text.replace("水利建设", "水利工程"), issue))
    assert model.objects.count() == before > 0
    assert Observation.objects.filter(printed="13").exists()


def test_another_kind_is_refused_and_named(gazette: Publication) -> None:
    """The file has the notice as a document: its rows are not lost, and no document stands beside it."""
    issue = made_of(submitted(gazette, WHOLE))
    corrected = submitted(gazette, WHOLE.replace("州财政局局长", "州财政局副局长"), issue)
    reading = reading_of(corrected)
    [notice] = items_of(reading, "appointments")
    perform(reading, corrected.lines(), "change_kind", number=notice, kind="documents")
    corrected.reading = reading.to_json()
    corrected.save()
    with pytest.raises(SourceError, match="干部任免通知”现在是“干部任免”，更正稿里读成“文件”"):
        correct_all(issue, corrected)
    assert Appointment.objects.get().post.name == "州财政局局长"


def test_an_entry_whose_text_is_not_in_the_file_keeps_its_record(gazette: Publication) -> None:
    """It is said; nothing is called corrected that has not been."""
    issue = made_of(submitted(gazette, WHOLE))
    corrected = submitted(
        gazette, WHOLE.replace("任命王明为州财政局局长。", "任命王明为州审计局局长。"), issue
    )
    reading = reading_of(corrected)
    [notice] = items_of(reading, "appointments")
    reading.items[notice].kind = "other"
    reading.appointments = []
    corrected.reading = reading.to_json()
    corrected.save()
    with pytest.raises(SourceError, match="没有读出内容"):
        correct_all(issue, corrected)
    assert Appointment.objects.count() == 1
