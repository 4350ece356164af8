"""The edition on the public site: files, whole and in part; nothing is made while a reader waits."""

from pathlib import Path

import pytest
from django.db import DatabaseError
from django.template.defaultfilters import filesizeformat
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from gazette.models import Entry, Issue, SectionKind
from printing import editions, jobs, keeping
from printing.models import Export, Form, State
from tests import rooms_world
from tests import world as worlds
from tests.pages.page import Page
from tests.printing.stub import Press, installed, print_edition


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.PDF_DIR = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    return installed(monkeypatch)


@pytest.fixture
def printed(world: worlds.World) -> worlds.World:
    print_edition(world.issue)
    return world


def address(issue: Issue) -> str:
    return reverse("issue_pdf", args=[issue.publication.code, issue.year, issue.number])


def entry_of(world: worlds.World) -> Entry:
    assert world.first.entry
    return world.first.entry


def entry_address(entry: Entry) -> str:
    return f"/yihe/2021/3/entries/{entry.pk}.pdf"


def status_of(client: Client, path: str, **headers: str) -> int:
    """The status of an answer, which is read to its end: only so the test client closes its file."""
    answer = client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    assert answer.getvalue() is not None
    return answer.status_code


def bytes_of(issue: Issue) -> bytes:
    return editions.of_issue(issue).get(entry=None, form=Form.PDF).path.read_bytes()


def test_a_published_issue_is_there_as_pdf(printed: worlds.World, client: Client) -> None:
    """At its permanent address, shown in the browser, with a Chinese file name for saving."""
    assert address(printed.issue) == "/yihe/2021/3/gazette.pdf"
    answer = client.get(address(printed.issue))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline; filename*=utf-8''%E4%BC%8A%E6%B2%B3")
    assert answer.getvalue() == bytes_of(printed.issue)
    assert answer["Accept-Ranges"] == "bytes"


def test_an_entry_is_there_as_pdf(printed: worlds.World, client: Client) -> None:
    answer = client.get(entry_address(entry_of(printed)))
    assert answer.getvalue().startswith(b"%PDF")
    assert answer.getvalue() != bytes_of(printed.issue)


def test_nothing_is_printed_while_a_reader_waits(printed: worlds.World, client: Client, press: Press) -> None:
    """Also not after an edit: he gets what was printed last until the new edition is there."""
    former = bytes_of(printed.issue)
    press.printed.clear()
    printed.first.blocks.filter(label="第一条").update(text="为保障居民温暖过冬，修订本办法。")
    assert client.get(address(printed.issue)).getvalue() == former
    assert not press.printed
    print_edition(printed.issue)
    assert client.get(address(printed.issue)).getvalue() == bytes_of(printed.issue) != former


def test_what_is_not_public_is_not_found(printed: worlds.World, client: Client) -> None:
    """An unpublished and an unknown issue answer alike; a withdrawn one is gone, and so are its files."""
    draft = worlds.issue(printed.gazette, 2021, 4, published=False)
    entry = entry_of(printed)
    jobs.make_export(jobs.enqueue(draft, Form.PDF, None).pk)
    assert status_of(client, address(draft)) == 404
    assert status_of(client, "/yihe/2021/9/gazette.pdf") == 404
    assert status_of(client, f"/yihe/2021/4/entries/{entry.pk}.pdf") == 404
    assert status_of(client, "/yihe/2021/3/entries/999999.pdf") == 404
    Issue.objects.update(withdrawn_at=timezone.now())
    assert status_of(client, address(printed.issue)) == 410
    assert status_of(client, entry_address(entry)) == 410
    Issue.objects.update(withdrawn_at=None, published_at=None)
    assert status_of(client, address(printed.issue)) == 404
    assert status_of(client, entry_address(entry)) == 404


def test_a_draft_that_was_exported_is_not_what_readers_get(world: worlds.World, client: Client) -> None:
    """Not even once its issue is published: readers get the edition."""
    Issue.objects.update(published_at=None)
    world.issue.refresh_from_db()
    jobs.make_export(jobs.enqueue(world.issue, Form.PDF, None).pk)
    Issue.objects.update(published_at=timezone.now())
    assert status_of(client, address(world.issue)) == 503


def test_a_pdf_is_only_read(printed: worlds.World, client: Client) -> None:
    """Nothing can be sent to it; HEAD tells of it."""
    assert client.post(address(printed.issue)).status_code == 405
    head = client.head(address(printed.issue))
    assert head.getvalue() == b""
    assert int(head["Content-Length"]) == len(bytes_of(printed.issue))


def test_a_reader_who_comes_before_the_files_is_told_to_come_again(
    world: worlds.World, client: Client
) -> None:
    """Their making is ordered, once; the way to the text on line stands there meanwhile."""
    for _visit in range(2):
        answer = client.get(address(world.issue))
        assert (answer.status_code, answer["Retry-After"]) == (503, "30")
        assert "正在排印，请稍候" in answer.content.decode()
        assert "在网上阅读2021年第3号" in answer.content.decode()
        assert status_of(client, entry_address(entry_of(world))) == 503
    assert Export.objects.filter(form=Form.EDITION).count() == 1
    jobs.make_export(Export.objects.get().pk)
    assert status_of(client, address(world.issue)) == 200


def test_readers_do_not_have_printed_again_what_failed(world: worlds.World, client: Client) -> None:
    Export.objects.create(issue=world.issue, form=Form.EDITION, state=State.FAILED)
    answer = client.get(address(world.issue))
    assert answer.status_code == 503
    assert "暂时不能提供" in answer.content.decode()
    assert Export.objects.count() == 1


def test_the_public_site_orders_nothing(world: worlds.World, client: Client, settings: Settings) -> None:
    """Its role in the database may not write."""
    settings.HAS_EDITORIAL_SITE = False
    assert status_of(client, address(world.issue)) == 503
    assert not Export.objects.exists()


def test_who_may_not_order_still_gets_his_answer(
    world: worlds.World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(pk: int) -> None:
        raise DatabaseError("permission denied for table printing_export")

    monkeypatch.setattr("printing.jobs.enqueue_edition", refuse)
    keeping.order_missing(world.issue)
    assert status_of(client, address(world.issue)) == 503


def test_a_lost_file_is_as_one_that_was_not_made(printed: worlds.World, client: Client) -> None:
    editions.of_issue(printed.issue).get(entry=None, form=Form.PDF).path.unlink()
    assert status_of(client, address(printed.issue)) == 503


def test_a_line_of_the_contents_without_a_text_has_no_pdf(world: worlds.World, client: Client) -> None:
    line = rooms_world.entry(world.issue, SectionKind.OTHER, "补白")
    print_edition(world.issue)
    assert status_of(client, entry_address(line)) == 404


def test_the_second_number_of_a_double_issue_leads_to_its_pdf(world: worlds.World, client: Client) -> None:
    world.issue.number_end = 4
    world.issue.save()
    answer = client.get("/yihe/2021/4/gazette.pdf")
    assert (answer.status_code, answer["Location"]) == (301, "/yihe/2021/3/gazette.pdf")


@pytest.mark.parametrize(
    ("asked", "status", "told", "first", "count"),
    [
        ("bytes=0-4", 206, "bytes 0-4/{size}", 0, 5),
        ("bytes=5-", 206, "bytes 5-{last}/{size}", 5, None),
        ("bytes=-6", 206, "bytes {last5}-{last}/{size}", -6, None),
        ("bytes=3-99999", 206, "bytes 3-{last}/{size}", 3, None),
        ("bytes=-99999", 206, "bytes 0-{last}/{size}", 0, None),
        ("bytes=99999-", 416, "bytes */{size}", 0, 0),
        ("bytes=-0", 416, "bytes */{size}", 0, 0),
        ("bytes=7-3", 200, None, 0, None),
        ("bytes=0-1,3-4", 200, None, 0, None),
        ("bytes=-", 200, None, 0, None),
        ("lines=0-4", 200, None, 0, None),
        ("bytes=٣-٤", 200, None, 0, None),
    ],
)
def test_a_reader_gets_the_part_that_he_asks_for(
    printed: worlds.World,
    client: Client,
    asked: str,
    status: int,
    told: str | None,
    first: int,
    count: int | None,
) -> None:
    """RFC 9110, section 14: one range; what cannot be understood is as if it were not asked."""
    whole = bytes_of(printed.issue)
    size = len(whole)
    answer = client.get(address(printed.issue), headers={"Range": asked})
    assert answer.status_code == status
    expected = told and told.format(size=size, last=size - 1, last5=size - 6)
    assert answer.get("Content-Range") == expected
    part = whole[first:] if count is None else whole[first : first + count]
    assert answer.getvalue() == part
    assert int(answer["Content-Length"]) == len(part)


def test_a_part_fits_the_file_that_the_reader_has(printed: worlds.World, client: Client) -> None:
    """Of another file he gets the whole (If-Range)."""
    first = client.get(address(printed.issue))
    assert first.getvalue()
    for mark in (first["ETag"], first["Last-Modified"]):
        assert status_of(client, address(printed.issue), range="bytes=0-4", if_range=mark) == 206
    assert status_of(client, address(printed.issue), range="bytes=0-4", if_range='"other"') == 200


def test_who_has_the_file_is_not_sent_it(printed: worlds.World, client: Client) -> None:
    """By its bytes and by the time since when readers get it, whatever else has changed on the site."""
    first = client.get(address(printed.issue))
    assert first.getvalue()
    made = editions.of_issue(printed.issue).get(entry=None, form=Form.PDF)
    assert first["ETag"] == f'"{made.sha256}"'
    printed.gazette.save()
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get(address(printed.issue), headers=header)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
    assert status_of(client, address(printed.issue), if_none_match='"other"') == 200


def test_the_issue_s_page_leads_to_its_files_with_their_sizes(printed: worlds.World, client: Client) -> None:
    """Those that are there; a document's draft or a former edition is not counted."""
    jobs.make_export(jobs.enqueue(printed.issue, Form.PDF, None).pk)
    printed.first.blocks.filter(label="第一条").update(text="为保障居民温暖过冬，修订本办法。")
    print_edition(printed.issue)
    links = Page(client, "/yihe/2021/3/").links()
    made = editions.of_issue(printed.issue).filter(entry=None)
    sizes = {each.form: filesizeformat(each.size).replace("\xa0", " ") for each in made}
    assert links[f"本期 PDF 版（{sizes['pdf']}）"] == "/yihe/2021/3/gazette.pdf"
    assert links[f"电子书（EPUB，{sizes['epub']}）"] == "/yihe/2021/3/gazette.epub"
    assert links[f"Word 版（{sizes['docx']}）"] == "/yihe/2021/3/gazette.docx"
    assert links["核验本期文件"] == "/verify/yihe/2021/3/"
    for ending in ("epub", "docx"):
        answer = client.get(f"/yihe/2021/3/gazette.{ending}")
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer.getvalue()


def test_before_its_files_are_made_the_issue_s_page_offers_its_pdf(
    world: worlds.World, client: Client
) -> None:
    links = Page(client, "/yihe/2021/3/").links()
    assert "本期 PDF 版" in links
    assert not any("EPUB" in name for name in links)
