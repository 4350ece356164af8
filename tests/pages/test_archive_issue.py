"""A scan without text is kept as an issue of the archive: found by what an editor typed, read as printed."""

import hashlib

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.roles import EDITOR
from gazette.models import Entry, Issue, Publication, Source
from intake.errors import SourceError
from intake.flows.archive_contents import parse_contents
from intake.flows.archive_scan import archive_scan, archive_submission
from intake.models import Submission
from intake.reading import Masthead
from tests import world as worlds
from tests.pages.page import Page

SCAN = b"%PDF-1.4\n" + b"\x00" * 2_345_000
CONTENTS = """# 州人民政府文件
关于做好春耕生产的通知 伊河政发〔1998〕3号 ……1
关于保护草场的布告 5
【干部任免】
任免通知（伊河政任〔1998〕1号）\t12
"""
TYPED = {"year": "1998", "number": "2", "published": "1998-06", "contents": CONTENTS}


@pytest.fixture
def gazette(db: None) -> Publication:
    return worlds.publication()


@pytest.fixture
def editor(db: None) -> User:
    user = worlds.editor("古丽")
    user.groups.add(Group.objects.get(name=EDITOR))
    return user


@pytest.fixture
def scan(gazette: Publication, editor: User) -> Submission:
    return Submission.objects.create(
        publication=gazette,
        name="1998年第2号.pdf",
        sha256=hashlib.sha256(SCAN).hexdigest(),
        original=SCAN,
        state=Submission.State.SCAN,
        submitted_by=editor,
    )


def masthead(gazette: Publication, year: int = 1998, number: int = 2) -> Masthead:
    return Masthead(
        gazette.name,
        year,
        number,
        number,
        None,
        None,
        None,
        "1998-06",
        "李明",
        [],
        "",
        [],
        ["year", "number"],
    )


def kept(gazette: Publication, *, published: bool = True) -> Issue:
    issue = archive_scan("1998-2.pdf", SCAN, gazette, masthead(gazette), parse_contents(CONTENTS), None)
    if published:
        Issue.objects.filter(pk=issue.pk).update(published_at=timezone.now())
    return issue


def form_of(submission: Submission) -> str:
    return f"{reverse('admin:gazette_source_archive')}?submission={submission.pk}"


def test_the_typed_contents_become_entries_with_section_number_and_page() -> None:
    lines = [(line.section, line.title, line.doc_number, line.page) for line in parse_contents(CONTENTS)]
    assert lines == [
        ("州人民政府文件", "关于做好春耕生产的通知", "伊河政发〔1998〕3号", "1"),
        ("州人民政府文件", "关于保护草场的布告", None, "5"),
        ("干部任免", "任免通知", "伊河政任〔1998〕1号", "12"),
    ]


def test_a_title_that_ends_in_a_year_keeps_it() -> None:
    (line,) = parse_contents("国民经济计划1998")
    assert (line.title, line.page) == ("国民经济计划1998", None)


def test_an_entry_without_a_title_is_refused_with_its_line() -> None:
    with pytest.raises(SourceError, match="第 2 行没有标题") as refusal:
        parse_contents("通知 1\n…… 2")
    assert refusal.value.line == 2


def test_readers_see_the_contents_and_are_offered_the_scan(client: Client, gazette: Publication) -> None:
    kept(gazette)
    page = Page(client, "/yihe/1998/2/")
    assert page.links()["原刊扫描件（PDF，2.3 MB）"] == "/yihe/1998/2/original.pdf"
    assert "gazette.pdf" not in str(page.links())
    assert "关于保护草场的布告 第5页" in page.text
    assert "依原刊收录" in page.text


def test_the_scan_is_served_unchanged_under_safe_headers(client: Client, gazette: Publication) -> None:
    kept(gazette)
    answer = client.get("/yihe/1998/2/original.pdf")
    assert answer.getvalue() == SCAN
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="yihe-1998-2.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_who_has_the_scan_already_is_not_sent_it_again(client: Client, gazette: Publication) -> None:
    kept(gazette)
    first = client.get("/yihe/1998/2/original.pdf")
    assert first.getvalue() == SCAN
    etag = first["ETag"]
    again = client.get("/yihe/1998/2/original.pdf", HTTP_IF_NONE_MATCH=etag)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)


def test_the_scan_of_a_draft_is_not_there(client: Client, gazette: Publication) -> None:
    kept(gazette, published=False)
    assert client.get("/yihe/1998/2/original.pdf").status_code == 404


def test_the_scan_of_a_withdrawn_issue_is_gone(client: Client, gazette: Publication) -> None:
    issue = kept(gazette)
    Issue.objects.filter(pk=issue.pk).update(withdrawn_at=timezone.now())
    assert client.get("/yihe/1998/2/original.pdf").status_code == 410


def test_the_file_that_an_issue_was_read_from_is_not_served(client: Client, gazette: Publication) -> None:
    issue = kept(gazette)
    Source.objects.filter(pk=issue.source_id).update(text="读出的文字")
    assert client.get("/yihe/1998/2/original.pdf").status_code == 404
    assert "本期 PDF 版" in Page(client, "/yihe/1998/2/").text


def test_a_file_is_kept_once(gazette: Publication) -> None:
    kept(gazette)
    with pytest.raises(SourceError, match="以前已经收录"):
        archive_scan("again.pdf", SCAN, gazette, masthead(gazette, number=3), [], None)


def test_an_issue_that_is_held_is_not_kept_again_and_nothing_is_left_behind(gazette: Publication) -> None:
    worlds.issue(gazette, year=1998, number=2)
    with pytest.raises(SourceError, match="已经收录"):
        kept(gazette)
    assert not Source.objects.exists()
    assert not Entry.objects.exists()


def test_what_is_no_pdf_is_not_kept(gazette: Publication) -> None:
    with pytest.raises(SourceError, match="PDF"):
        archive_scan("a.png", b"\x89PNG" + SCAN[8:], gazette, masthead(gazette), [], None)


def test_an_editor_keeps_a_scan_by_typing_masthead_and_contents(
    client: Client, scan: Submission, editor: User
) -> None:
    client.force_login(editor)
    assert "1998年第2号.pdf" in client.get(form_of(scan)).content.decode()
    answer = client.post(form_of(scan), TYPED)
    issue = Issue.objects.get()
    assert answer["Location"] == reverse("admin:gazette_issue_change", args=[issue.pk])
    scan.refresh_from_db()
    assert (scan.state, scan.source) == (Submission.State.ACCEPTED, issue.source)
    assert issue.source is not None
    assert (bytes(issue.source.original), issue.source.text) == (SCAN, "")
    assert issue.source.imported_by == editor
    assert (issue.dated_label, issue.as_printed, issue.is_published) == ("1998年6月", True, False)
    assert [entry.title for entry in issue.entries.all()] == [
        "关于做好春耕生产的通知",
        "关于保护草场的布告",
        "任免通知",
    ]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("published", "1998-13", "没有这样的日期"),
        ("number_end", "1", "不能小于前一个期号"),
        ("contents", "通知 1\n…… 2", "第 2 行没有标题"),
        ("contents", "长" * 301, "标题"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    client: Client, scan: Submission, editor: User, field: str, value: str, message: str
) -> None:
    client.force_login(editor)
    answer = client.post(form_of(scan), {**TYPED, field: value})
    assert message in answer.content.decode()
    assert not Issue.objects.exists()
    scan.refresh_from_db()
    assert scan.state == Submission.State.SCAN


def test_only_a_scan_can_be_kept(client: Client, scan: Submission, editor: User) -> None:
    client.force_login(editor)
    Submission.objects.update(state=Submission.State.READ)
    answer = client.post(form_of(scan), TYPED)
    assert answer["Location"] == reverse("admin:intake_submission_change", args=[scan.pk])
    assert not Issue.objects.exists()


def test_a_scan_that_someone_else_has_just_given_up_is_not_kept(scan: Submission, editor: User) -> None:
    Submission.objects.update(state=Submission.State.DISCARDED)
    with pytest.raises(SourceError, match="不是待处理的扫描件"):
        archive_submission(scan, masthead(scan.publication), [], editor)
    assert not Source.objects.exists()


def test_who_may_not_bring_in_texts_may_not_keep_scans(client: Client, scan: Submission) -> None:
    client.force_login(worlds.editor("阿依"))
    assert client.get(form_of(scan)).status_code == 403
