"""How old an answer is, and who is spared it: ETag, Last-Modified, 304."""

import datetime
import gzip
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import Group, User
from django.http import FileResponse, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from api import freshness
from documents.models import Document
from editorial.flows import publishing
from editorial.roles import EDITOR, SIGNER
from gazette.models import Issue
from tests import world as worlds
from tests.editorial.forms import change_url, opened
from tests.rooms_world import Rooms
from tests.world import World

DOCUMENT = "/yihe/documents/yihezhengfa-2021-1/"
KINDS = [
    "/",
    DOCUMENT,
    "/en/yihe/2021/3/",
    "/api/v1/documents/",
    "/feeds/all.atom",
    "/sitemap.xml",
    "/robots.txt",
]


@pytest.fixture
def settled(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world in which nothing has happened since yesterday."""
    yesterday = timezone.now() - datetime.timedelta(days=1)
    LogEntry.objects.update(timestamp=yesterday)
    Issue.objects.update(published_at=yesterday)
    monkeypatch.setattr(freshness, "RELEASED_AT", yesterday)
    return world


def midnight() -> datetime.datetime:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def modified(answer: Any) -> datetime.datetime:
    return parsedate_to_datetime(answer["Last-Modified"])


def member(name: str, role: str) -> User:
    user = worlds.editor(name)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.mark.parametrize("path", KINDS)
def test_who_has_an_answer_is_told_that_it_still_stands(client: Client, settled: World, path: str) -> None:
    first = client.get(path)
    for asked in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
        again = client.get(path, headers=asked)
        assert (again.status_code, again.content) == (304, b"")
        for name in ("ETag", "Last-Modified", "Cache-Control", "Content-Security-Policy"):
            assert again[name] == first[name]


@pytest.mark.parametrize("path", KINDS)
def test_asking_for_the_head_tells_the_same_without_the_body(
    client: Client, settled: World, path: str
) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("ETag", "Last-Modified", "Content-Type", "Content-Length"):
        assert head[name] == whole[name]


def test_the_tag_counts_more_than_the_time(client: Client, settled: World) -> None:
    """RFC 9110, 13.2.2: If-Modified-Since is not looked at where If-None-Match is sent."""
    first = client.get(DOCUMENT)
    asked = {"if-none-match": '"another"', "if-modified-since": first["Last-Modified"]}
    assert client.get(DOCUMENT, headers=asked).status_code == 200


def test_every_day_is_a_new_one(settled: World) -> None:
    """What is in force depends on the day, so no answer is older than it."""
    assert freshness.last_change(timezone.now()) == midnight()


def test_a_release_makes_everything_new(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    released = midnight() + datetime.timedelta(seconds=1)
    monkeypatch.setattr(freshness, "RELEASED_AT", released)
    assert freshness.last_change(released + datetime.timedelta(hours=3)) == released


@pytest.mark.parametrize(("model", "stamp"), [(Issue, "published_at"), (Document, "withdrawn_at")])
def test_what_becomes_public_or_is_taken_back_counts_from_its_moment(
    settled: World, model: Any, stamp: str
) -> None:
    """A moment that has not come changes nothing."""
    alone = worlds.document(settled.gazette, 9)
    yesterday = midnight() - datetime.timedelta(days=1)
    LogEntry.objects.update(timestamp=yesterday)
    Document.objects.filter(pk=alone.pk).update(published_at=yesterday)
    moment = midnight() + datetime.timedelta(hours=1)
    shelf = Document.objects.filter(pk=alone.pk) if model is Document else Issue.objects.all()
    shelf.update(**{stamp: moment})
    assert freshness.last_change(moment - datetime.timedelta(minutes=1)) == midnight()
    assert freshness.last_change(moment + datetime.timedelta(minutes=1)) == moment


def test_a_change_of_this_very_second_is_dated_before_it(
    settled: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another change may follow within the second: who asks by time alone is given the answer again."""

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    LogEntry.objects.filter(object_id=settled.first.pk).update(timestamp=now)
    first = freshness.conditional(view)(RequestFactory().get("/"))
    assert modified(first) < now.replace(microsecond=0)
    asked = RequestFactory().get("/", headers={"if-modified-since": first["Last-Modified"]})
    assert freshness.conditional(view)(asked).status_code == 200


def test_a_change_while_an_answer_is_made_counts_as_later(
    settled: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer may not show it: who has it must not be told, when he asks again, that it still stands."""
    begun = timezone.now()
    changed = begun + datetime.timedelta(seconds=2)
    monkeypatch.setattr(timezone, "now", lambda: begun)

    def view(request: HttpRequest) -> HttpResponse:
        LogEntry.objects.filter(object_id=settled.first.pk).update(timestamp=changed)
        monkeypatch.setattr(timezone, "now", lambda: changed + datetime.timedelta(seconds=2))
        return HttpResponse()

    first = freshness.conditional(view)(RequestFactory().get("/"))
    asked = RequestFactory().get("/", headers={"if-modified-since": first["Last-Modified"]})
    assert modified(first) < changed
    assert freshness.conditional(view)(asked).status_code == 200


def test_a_correction_changes_what_is_told(client: Client, settled: World) -> None:
    """An issue is taken back, corrected in the admin by one person, and published by another."""
    editor, signer = member("古丽", EDITOR), member("王芳", SIGNER)
    LogEntry.objects.update(timestamp=midnight())
    before = client.get(DOCUMENT)
    publishing.withdraw_issue(settled.issue, signer)
    gone = client.get(DOCUMENT, headers={"if-none-match": before["ETag"]})
    assert (gone.status_code, gone["Cache-Control"]) == (410, "no-store")
    assert "ETag" not in gone
    assert "Last-Modified" not in gone
    desk = Client()
    desk.force_login(editor)
    form = {**opened(desk, settled.first), "title": "改正的标题"}
    assert desk.post(change_url(settled.first), form).status_code == 302
    publishing.publish_issue(settled.issue, signer)
    asked = {"if-none-match": before["ETag"], "if-modified-since": before["Last-Modified"]}
    after = client.get(DOCUMENT, headers=asked)
    assert after.status_code == 200
    assert "改正的标题" in after.content.decode()
    assert modified(after) > modified(before)


@pytest.mark.parametrize("path", ["/", DOCUMENT, "/api/v1/documents/", "/feeds/"])
def test_a_page_is_the_same_for_everyone(client: Client, world: World, path: str) -> None:
    """No cookie is set, none is looked at: also for someone who is at work on the editors' side."""
    stranger = client.get(path)
    desk = Client()
    desk.force_login(member("古丽", EDITOR))
    for answer in (stranger, desk.get(path)):
        assert not answer.cookies
        assert "cookie" not in answer.get("Vary", "").lower()
        assert answer["Cache-Control"] == "public, max-age=0"
        assert answer["ETag"] == stranger["ETag"]


@pytest.mark.parametrize(("path", "status"), [("/nichts/", 404), ("/yihe", 301), ("/api/v1/nichts/", 404)])
def test_nobody_keeps_what_is_no_page(client: Client, world: World, path: str, status: int) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")
    assert "ETag" not in answer


def test_nobody_keeps_a_page_with_the_token_of_a_form(client: Client, world: World) -> None:
    answer = client.get("/corrections/")
    assert answer.status_code == 200
    assert answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer


def test_a_file_is_known_by_its_size_and_time(db: None, tmp_path: Path) -> None:
    """A long PDF is not read for its tag, nor at all for who has it."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")

    def view(request: HttpRequest) -> FileResponse:
        return FileResponse(path.open("rb"))

    first = freshness.conditional(view)(RequestFactory().get("/a.pdf"))
    asked = RequestFactory().get("/a.pdf", headers={"if-none-match": first["ETag"]})
    again = freshness.conditional(view)(asked)
    path.write_bytes(b"%PDF-1")
    changed = freshness.conditional(view)(asked)
    assert [first.status_code, again.status_code, changed.status_code] == [200, 304, 200]
    for answer in (first, changed):
        answer.file_to_stream.close()


def test_tables_to_take_away_are_told_as_pages_are(client: Client, rooms: Rooms) -> None:
    first = client.get(f"{rooms.table.get_absolute_url()}table.csv")
    again = client.get(first.request["PATH_INFO"], headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)


def test_pages_and_data_go_out_compressed(client: Client, world: World) -> None:
    """And who has a compressed page is spared it like any other."""
    for path in (DOCUMENT, "/api/v1/documents/"):
        first = client.get(path, headers={"accept-encoding": "gzip"})
        assert first["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in first["Vary"]
        assert gzip.decompress(first.content) == client.get(path).content
        again = client.get(path, headers={"accept-encoding": "gzip", "if-none-match": first["ETag"]})
        assert again.status_code == 304
