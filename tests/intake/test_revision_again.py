"""A further corrected file, edited fields that belong together, and what comparing costs."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import Document
from gazette.models import Body, Entry, Issue, Publication
from intake.errors import SourceError
from intake.flows.accept import accept, reading_of
from intake.flows.apply_revision import apply_revision
from intake.flows.compare_revision import Change, compare
from intake.flows.create_checked import check
from intake.models import Submission
from tests import world as worlds
from tests.intake.test_revision import NOTICE, OPINION, document, rows, submitted, text_of
from tests.intake.texts import ISSUE

WARMER = ISSUE.replace("不低于十八摄氏度", "不低于二十摄氏度")


@pytest.fixture
def gazette(db: None) -> Publication:
    return worlds.publication()


@pytest.fixture
def issue(gazette: Publication) -> Issue:
    made = accept(submitted(gazette, ISSUE), None).issue
    assert made
    return made


def taken(issue: Issue, gazette: Publication, text: str, *names: str) -> Submission:
    """A corrected file of which these rows were taken."""
    correction = submitted(gazette, text, issue)
    found = rows(issue, correction)
    apply_revision(correction, {found[name].key for name in names}, None)
    issue.refresh_from_db()
    return correction


def test_the_first_wording_again_is_a_change_back(issue: Issue, gazette: Publication) -> None:
    """What counts is what the record now has, not what the first file had."""
    taken(issue, gazette, WARMER, NOTICE)
    row = rows(issue, submitted(gazette, ISSUE + "\n\n", issue))[NOTICE]
    assert row.change == Change.CHANGED
    assert any("二十摄氏度" in line for line in row.before)


def test_what_was_taken_before_is_the_same_now(issue: Issue, gazette: Publication) -> None:
    taken(issue, gazette, WARMER, NOTICE)
    row = rows(issue, submitted(gazette, WARMER + "\n", issue))[NOTICE]
    assert row.change == Change.SAME
    assert any("二十摄氏度" in line for line in row.before)


def test_what_was_not_taken_is_offered_again(issue: Issue, gazette: Publication) -> None:
    """Though the masthead of the first correction was taken."""
    text = WARMER.replace("主 编：赵 河", "主 编：赵 江")
    taken(issue, gazette, text, "刊头")
    found = rows(issue, submitted(gazette, text + "\n", issue))
    assert (found["刊头"].change, found[NOTICE].change) == (Change.SAME, Change.CHANGED)
    assert any("十八摄氏度" in line for line in found[NOTICE].before)


def test_an_edited_title_of_an_entry_hides_nothing_of_its_print(issue: Issue, gazette: Publication) -> None:
    """The entry is known in its source by its lines."""
    entry = Entry.objects.get(title__contains=OPINION)
    entry.doc_number = "伊河政办发〔2021〕99号"
    entry.mark_edited(["doc_number"])
    entry.save()
    assert rows(issue, submitted(gazette, WARMER, issue))[OPINION].change == Change.SAME


def test_the_body_of_an_issuer_that_an_editor_set_is_not_replaced(issue: Issue, gazette: Publication) -> None:
    """Who issues it is one fact in two fields."""
    Body.objects.create(name="伊河州人民政府办公室")
    hers = Body.objects.create(name="伊河州发展改革委")
    held = document(OPINION)
    held.issuer, held.issuing_body = hers.name, hers
    held.mark_edited(["issuer"])
    held.save()
    taken(issue, gazette, ISSUE.replace("湿地面积不减少", "湿地面积不再减少"), OPINION)
    after = document(OPINION)
    assert "不再减少" in text_of(after)
    assert (after.issuer, after.issuing_body) == (hers.name, hers)


def test_the_precision_of_a_date_that_an_editor_set_is_not_replaced(
    issue: Issue, gazette: Publication
) -> None:
    """A day with the precision of a month would break the whole correction."""
    issue.dated_on = datetime.date(2021, 5, 18)
    issue.mark_edited(["dated_on"])
    issue.save()
    text = ISSUE.replace("2021年5月20日 第3期", "2021年5月 第3期").replace("主 编：赵 河", "主 编：赵 江")
    taken(issue, gazette, text, "刊头")
    assert (issue.dated_on, issue.dated_precision) == (datetime.date(2021, 5, 18), "day")
    assert issue.chief_editor == "赵江"


def test_a_month_that_does_not_begin_on_its_first_day_is_refused_in_plain_words(gazette: Publication) -> None:
    """Not with the name of a constraint."""
    wrong = worlds.issue(gazette)
    wrong.dated_precision = "month"
    with pytest.raises(SourceError, match="要填该月1日") as caught:
        check(wrong)
    assert "issue_month" not in str(caught.value)


def test_a_double_issue_is_named_with_both_its_numbers(issue: Issue, gazette: Publication) -> None:
    correction = submitted(gazette, ISSUE.replace("第3期", "第4-5期"), issue)
    with pytest.raises(SourceError, match="伊河州人民政府公报 2021年第4-5号"):
        apply_revision(correction, set(), None)


def test_more_entries_are_compared_with_as_many_queries(issue: Issue, gazette: Publication) -> None:
    """The audit log above all, which grows for ever, is asked once."""
    correction = submitted(gazette, ISSUE + "\n", issue)
    few = queries_of(issue, correction)
    for number in range(20, 40):
        made = worlds.document(gazette, number, title=f"关于第{number}件事的通知", printed_in=issue)
        Document.objects.filter(pk=made.pk).update(source=issue.source)
    many = queries_of(issue, correction)
    assert len(many) == len(few)
    assert sum("auditlog_logentry" in query for query in many) == 1


def queries_of(issue: Issue, correction: Submission) -> list[str]:
    with CaptureQueriesContext(connection) as caught:
        compare(issue, reading_of(correction))
    return [query["sql"] for query in caught]
