"""The form that takes a file: what it takes, from whom, and what it leaves behind."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sealing import turns
from sealing.models import Manifest
from tests.pages.page import Page
from tests.sealing.brought import WITHOUT, bring, heading
from tests.sealing.office import paper


def test_the_form_asks_for_a_file_and_needs_no_script(client: Client, db: None) -> None:
    page = Page(client, "/verify/")
    form = next(form for form in page.all(".//main//form") if form.get("method") == "post")
    assert form.get("enctype") == "multipart/form-data"
    assert page.one(".//input[@name='file']").get("aria-describedby") == "id_file_helptext"
    assert "200 MB" in page.text


def test_markup_in_a_name_is_text(client: Client, db: None) -> None:
    page = bring(client, b"x", "<b>公报</b>.pdf")
    assert not page.all(".//main//bdi/b")


def test_a_file_beyond_the_limit_is_not_read(client: Client, db: None, settings: Any) -> None:
    settings.VERIFY_MAX_BYTES = 1_000_000
    page = bring(client, b"0" * 1_200_000, status=413)
    assert "文件太大，这里最多核验 1 MB" in page.text


def test_nothing_is_kept(
    client: Client, sealed: Manifest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    bring(client, paper("one"))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written(client: Client, signed: bytes) -> None:
    """The public site's role of the database may only read."""
    with CaptureQueriesContext(connection) as asked:
        bring(client, signed)
    assert asked.captured_queries
    assert {query["sql"].split()[0] for query in asked.captured_queries} == {"SELECT"}


def test_an_empty_form_is_said_beside_its_field(client: Client, db: None) -> None:
    page = Page.of(client.post("/verify/", {}))
    assert page.one(".//input[@name='file']").get("aria-invalid") == "true"
    assert "请选择一个文件。" in page.text
    assert "这个文件是空的" in bring(client, b"").text


def test_a_form_without_its_token_is_shown_again(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    page = bring(client, b"x", status=403)
    assert "还没有核验" in page.text


def test_with_its_token_it_is_answered(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    token = Page(client, "/verify/").one(".//input[@name='csrfmiddlewaretoken']").get("value")
    answer = client.post(
        "/verify/", {"csrfmiddlewaretoken": token, "file": SimpleUploadedFile("a.pdf", b"x")}
    )
    assert heading(Page.of(answer)) == WITHOUT


def test_who_brings_too_many_waits_a_minute(client: Client, db: None, settings: Any) -> None:
    settings.VERIFY_PER_MINUTE = 2
    bring(client, b"1")
    bring(client, b"2")
    answer = client.post("/verify/", {"file": SimpleUploadedFile("a.pdf", b"3")})
    assert answer["Retry-After"] == "60"
    assert "过一分钟再试" in Page.of(answer, 429).text
    # Another reader is not kept waiting.
    other = Client(REMOTE_ADDR="192.0.2.7")
    assert heading(bring(other, b"4")) == WITHOUT


def test_when_all_places_are_taken_the_next_one_waits(client: Client, db: None) -> None:
    with turns.slot() as first, turns.slot() as second:
        assert first
        assert second
        assert "核验的人较多" in bring(client, b"x", status=503).text
    assert heading(bring(client, b"x")) == WITHOUT


def test_the_answer_is_kept_by_no_cache(client: Client, db: None) -> None:
    answer = client.post("/verify/", {"file": SimpleUploadedFile("a.pdf", b"x")})
    assert "no-store" in answer["Cache-Control"]


def test_it_speaks_the_readers_language(client: Client, db: None) -> None:
    assert client.get("/en/verify/").status_code == 200
