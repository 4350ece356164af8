"""A corrected file of a draft issue: compared item by item, taken item by item."""

import pytest
from django.utils import timezone

from documents.models import Document
from gazette.models import Issue, Publication, Source
from intake import jobs
from intake.errors import SourceError
from intake.flows.accept import accept, reading_of
from intake.flows.apply_revision import apply_revision
from intake.flows.compare_revision import Change, Row, compare
from intake.models import Submission
from tests import world as worlds
from tests.intake.texts import ISSUE

NOTICE, OPINION, POSTS = "关于印发", "关于保护湿地", "干部任免通知"


@pytest.fixture
def gazette(db: None) -> Publication:
    return worlds.publication()


@pytest.fixture
def issue(gazette: Publication) -> Issue:
    """A draft that was made of the first file."""
    made = accept(submitted(gazette, ISSUE), None).issue
    assert made
    return made


def submitted(gazette: Publication, text: str, revises: Issue | None = None) -> Submission:
    made = Submission.objects.create(
        publication=gazette,
        name="更正.txt" if revises else "2021-03.txt",
        sha256=f"{abs(hash(text)):064d}"[:64],
        original=text.encode(),
        revises=revises,
    )
    jobs.enqueue_reading(made)
    jobs.read_submission(made.pk)
    made.refresh_from_db()
    assert made.state == Submission.State.READ, made.message
    return made


def rows(issue: Issue, correction: Submission) -> dict[str, Row]:
    """The rows by the beginning of what they are about."""
    found = compare(issue, reading_of(correction))
    named = {"刊头": "刊头", NOTICE: NOTICE, OPINION: OPINION, POSTS: POSTS}
    return {next((name for name in named if name in row.title), row.title): row for row in found}


def document(title: str) -> Document:
    return Document.objects.get(title__contains=title)


def text_of(found: Document) -> str:
    return "\n".join(block.label + block.text for block in found.blocks.order_by("position"))


def test_what_was_not_touched_is_the_same(issue: Issue, gazette: Publication) -> None:
    """Other blanks and blank lines in the file change nothing."""
    correction = submitted(gazette, ISSUE + "\n\n", issue)
    assert {row.change for row in rows(issue, correction).values()} == {Change.SAME}


def test_one_corrected_word_is_one_changed_item(issue: Issue, gazette: Publication) -> None:
    """It is proposed, and the others are the same."""
    correction = submitted(gazette, ISSUE.replace("不低于十八摄氏度", "不低于二十摄氏度"), issue)
    found = rows(issue, correction)
    assert {name: row.change for name, row in found.items() if row.change != Change.SAME} == {
        NOTICE: Change.CHANGED
    }
    assert found[NOTICE].by_default
    assert any("二十摄氏度" in line for line in found[NOTICE].after)
    assert any("十八摄氏度" in line for line in found[NOTICE].before)


def test_only_what_was_chosen_is_corrected(issue: Issue, gazette: Publication) -> None:
    """The other item stays as it was, its correction is in the new source."""
    text = ISSUE.replace("十八摄氏度", "二十摄氏度").replace("湿地面积不减少", "湿地面积有增加")
    correction = submitted(gazette, text, issue)
    apply_revision(correction, {rows(issue, correction)[NOTICE].key}, None)
    assert "二十摄氏度" in text_of(document(NOTICE))
    assert "湿地面积不减少" in text_of(document(OPINION))
    assert document(NOTICE).source == correction.source
    assert document(OPINION).source == issue.source
    assert correction.source
    assert "湿地面积有增加" in correction.source.text
    assert correction.state == Submission.State.ACCEPTED


def test_attachments_and_citations_are_replaced_with_the_text(issue: Issue, gazette: Publication) -> None:
    """They are read from it, and none is left over."""
    before = document(NOTICE)
    counts = before.attachments.count(), before.citations.count()
    correction = submitted(gazette, ISSUE.replace("十八摄氏度", "二十摄氏度"), issue)
    apply_revision(correction, {rows(issue, correction)[NOTICE].key}, None)
    after = document(NOTICE)
    assert (after.attachments.count(), after.citations.count()) == counts
    assert after.pk == before.pk
    assert after.slug == before.slug


def test_what_an_editor_set_is_never_overwritten(issue: Issue, gazette: Publication) -> None:
    """A field of hers stays beside corrected ones; the row says so and is not proposed."""
    edited = document(NOTICE)
    edited.addressee = "编辑写的主送机关："
    edited.mark_edited(["addressee"])
    edited.save()
    text = ISSUE.replace("各县市人民政府，州直各部门：", "各县市：").replace("2021年4月8日", "2021年4月9日")
    correction = submitted(gazette, text, issue)
    row = rows(issue, correction)[NOTICE]
    assert (row.change, row.by_default) == (Change.EDITED, False)
    apply_revision(correction, {row.key}, None)
    after = document(NOTICE)
    assert after.addressee == "编辑写的主送机关："
    assert f"{after.issued_on}" == "2021-04-09"


def test_a_text_in_which_an_editor_set_one_piece_is_kept_whole(issue: Issue, gazette: Publication) -> None:
    """Pieces of both would be nobody's text."""
    block = document(NOTICE).blocks.get(text__contains="十八摄氏度")
    block.text = "室温不低于十九摄氏度。"
    block.mark_edited(["text"])
    block.save()
    correction = submitted(gazette, ISSUE.replace("按时供暖", "准时供暖"), issue)
    apply_revision(correction, {rows(issue, correction)[NOTICE].key}, None)
    assert "十九摄氏度" in text_of(document(NOTICE))
    assert "按时供暖" in text_of(document(NOTICE))


def test_an_edited_record_whose_print_is_unchanged_is_the_same(issue: Issue, gazette: Publication) -> None:
    """The correction says nothing about it."""
    edited = document(OPINION)
    edited.title = "编辑改的湿地标题"
    edited.mark_edited(["title"])
    edited.save()
    correction = submitted(gazette, ISSUE.replace("十八摄氏度", "二十摄氏度"), issue)
    assert rows(issue, correction)[OPINION].change == Change.SAME


def test_corrected_appointments_replace_the_read_rows(issue: Issue, gazette: Publication) -> None:
    """And none that an editor set."""
    correction = submitted(gazette, ISSUE.replace("任命王明为州财政局局长", "任命王明为州审计局局长"), issue)
    apply_revision(correction, {rows(issue, correction)[POSTS].key}, None)
    [appointment] = issue.entries.get(title__contains=POSTS).appointment_notice.appointments.all()
    assert appointment.post.name == "州审计局局长"


def test_a_new_item_comes_behind_the_one_that_it_follows(issue: Issue, gazette: Publication) -> None:
    """With its document, and the entries behind it move on."""
    text = ISSUE.replace(
        "干部任免\n\n伊河州人民政府干部",
        "伊河州人民政府办公室关于保护森林的意见\n伊河政办发〔2021〕13号……(8)\n\n干部任免\n\n伊河州人民政府干部",
    ).replace(
        "二○二一年五月六日\n",
        "二○二一年五月六日\n\n伊河州人民政府办公室关于保护森林的意见\n\n伊河政办发〔2021〕13号\n\n"
        "各县市人民政府：\n\n一、森林要保护好。\n\n伊河州人民政府办公室\n2021年5月7日\n",
    )
    correction = submitted(gazette, text, issue)
    row = rows(issue, correction)["伊河州人民政府办公室关于保护森林的意见"]
    assert (row.change, row.by_default) == (Change.NEW, True)
    apply_revision(correction, {row.key}, None)
    titles = list(issue.entries.order_by("position").values_list("title", flat=True))
    assert [title for title in titles if "森林" in title] == [titles[2]]
    assert len(set(issue.entries.values_list("position", flat=True))) == len(titles) == 4
    assert document("森林").entry is not None


def test_what_is_gone_is_taken_out_only_when_chosen(issue: Issue, gazette: Publication) -> None:
    """A document stays as a draft by itself."""
    start, end = ISSUE.index("伊河州人民政府办公室关于保护湿地的意见\n\n"), ISSUE.index("二○二一年五月六日\n")
    text = ISSUE[:start] + ISSUE[end + len("二○二一年五月六日\n") :]
    text = text.replace(
        "州人民政府办公室文件\n\n伊河州人民政府办公室关于保护湿地的意见\n伊河政办发〔2021〕12号……(6)\n\n", ""
    )
    correction = submitted(gazette, text, issue)
    row = rows(issue, correction)[OPINION]
    assert (row.change, row.by_default) == (Change.GONE, False)
    apply_revision(correction, {row.key}, None)
    assert not issue.entries.filter(title__contains=OPINION).exists()
    assert document(OPINION).entry is None
    assert not document(OPINION).is_published


def test_the_masthead_is_an_item_of_its_own(issue: Issue, gazette: Publication) -> None:
    correction = submitted(gazette, ISSUE.replace("主 编：赵 河", "主 编：赵 江"), issue)
    row = rows(issue, correction)["刊头"]
    assert row.change == Change.CHANGED
    apply_revision(correction, {row.key}, None)
    issue.refresh_from_db()
    assert issue.chief_editor == "赵江"


def test_a_published_issue_is_not_corrected_this_way(issue: Issue, gazette: Publication) -> None:
    """It is withdrawn first."""
    correction = submitted(gazette, ISSUE.replace("十八", "二十"), issue)
    key = rows(issue, correction)[NOTICE].key
    Issue.objects.filter(pk=issue.pk).update(published_at=timezone.now())
    with pytest.raises(SourceError, match="请先撤回"):
        apply_revision(correction, {key}, None)
    assert "十八摄氏度" in text_of(document(NOTICE))


def test_a_file_of_another_issue_corrects_nothing(issue: Issue, gazette: Publication) -> None:
    """It says which one it is."""
    correction = submitted(gazette, ISSUE.replace("第3期", "第4期"), issue)
    with pytest.raises(SourceError, match="2021年第4号"):
        apply_revision(correction, set(), None)
    assert Source.objects.count() == 1


def test_a_choice_that_is_out_of_date_changes_nothing(issue: Issue, gazette: Publication) -> None:
    """The row has become the same meanwhile, or is not there."""
    correction = submitted(gazette, ISSUE.replace("十八摄氏度", "二十摄氏度"), issue)
    found = rows(issue, correction)
    with pytest.raises(SourceError, match="又有改动"):
        apply_revision(correction, {found[NOTICE].key, "n99"}, None)
    assert "十八摄氏度" in text_of(document(NOTICE))
    assert Source.objects.count() == 1


def test_a_fault_in_one_item_leaves_all_as_they_were(issue: Issue, gazette: Publication) -> None:
    """All chosen items, or none."""
    text = ISSUE.replace("十八摄氏度", "二十摄氏度").replace(
        "关于保护湿地的意见", "关于保护湿地" + "长" * 300 + "的意见"
    )
    correction = submitted(gazette, text, issue)
    chosen = {row.key for row in compare(issue, reading_of(correction)) if row.may_choose}
    with pytest.raises(SourceError, match="标题"):
        apply_revision(correction, chosen, None)
    assert "十八摄氏度" in text_of(document(NOTICE))
    assert Source.objects.count() == 1
