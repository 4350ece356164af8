"""Whoever worked on a text does not publish it, whatever corrections its records have been given since."""

import pytest
from django.contrib.auth.models import User

from appointments.models import Appointment
from documents.models import Document
from editorial.audit import editors_of, editors_of_documents
from editorial.errors import NotAllowed
from editorial.flows.publishing import publish_issue
from editorial.flows.submitting import accept_submission, revise
from editorial.views.desk.store import apply
from gazette.models import Issue, Publication
from intake.flows.accept import reading_of
from intake.flows.compare_revision import compare
from tests import world as worlds
from tests.editorial.conftest import member
from tests.intake.test_revision import submitted
from tests.intake.texts import ISSUE

CORRECTED = (
    ISSUE.replace("十八摄氏度", "二十摄氏度").replace("赵 河", "赵 江").replace("面积不减少", "面积不再减少")
)


@pytest.fixture
def gazette(db: None) -> Publication:
    return worlds.publication()


@pytest.fixture
def people(db: None) -> tuple[User, User, User]:
    """鲍勃 corrects a reading, 艾丽 brings it in, 卡罗 brings in a correction."""
    bob, alice, carol = (member(name, "编辑") for name in ("鲍勃", "艾丽", "卡罗"))
    return bob, alice, carol


@pytest.fixture
def issue(gazette: Publication, people: tuple[User, User, User]) -> Issue:
    bob, alice, _carol = people
    submission = submitted(gazette, ISSUE)
    submission.submitted_by = alice
    submission.save()
    values = {"post": "州公安局局长"}
    apply(submission.pk, "set_record", bob, submission.version, name="appointments", number=0, values=values)
    submission.refresh_from_db()
    issue = accept_submission(submission, alice, submission.version).issue
    assert issue
    assert editors_of(issue) == {bob.pk, alice.pk}
    return issue


def correct(issue: Issue, text: str, by: User) -> Issue:
    """Everything that the corrected file has otherwise is taken, but for the edited notice."""
    correction = submitted(issue.publication, text, issue)
    correction.submitted_by = by
    correction.save()
    found = [row for row in compare(issue, reading_of(correction)) if row.may_choose]
    revise(correction, {row.key for row in found if row.change != "edited"}, by, correction.version)
    return Issue.objects.get(pk=issue.pk)


def test_a_correction_of_all_documents_hides_nobody(issue: Issue, people: tuple[User, User, User]) -> None:
    """His appointment stands in the issue still."""
    after = correct(issue, CORRECTED, people[2])
    assert after.source != issue.source
    assert not Document.objects.filter(source=issue.source).exists()
    assert Appointment.objects.get().post.name == "州公安局局长"
    assert editors_of(after) == {each.pk for each in people}
    people[0].groups.add(*member("王芳", "签发").groups.all())
    with pytest.raises(NotAllowed, match="另一人签发"):
        publish_issue(after, User.objects.get(pk=people[0].pk))


def test_nor_does_taking_a_document_out_of_the_issue(issue: Issue, people: tuple[User, User, User]) -> None:
    """It stands by itself then, with the correction as its source."""
    issue = correct(issue, CORRECTED, people[2])
    start, end = (
        CORRECTED.index("伊河州人民政府办公室关于保护湿地的意见\n\n"),
        CORRECTED.index("二○二一年五月六日\n"),
    )
    listed = "州人民政府办公室文件\n\n伊河州人民政府办公室关于保护湿地的意见\n伊河政办发〔2021〕12号……(6)\n\n"
    without = CORRECTED[:start] + CORRECTED[end + len("二○二一年五月六日\n") :]
    correct(issue, without.replace(listed, ""), people[2])
    alone = Document.objects.filter(entry__isnull=True)
    assert alone.count() == 1
    assert {each.pk for each in people} <= editors_of_documents(alone)
