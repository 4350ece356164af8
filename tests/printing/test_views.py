"""The PDF on the public site."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from gazette.models import Issue
from printing import store, views
from printing.errors import MissingGlyphError
from tests import world as worlds


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> None:
    settings.PDF_DIR = tmp_path


def address(issue: Issue) -> str:
    return reverse("issue_pdf", args=[issue.publication.code, issue.year, issue.number])


def test_a_published_issue_is_there_as_pdf(world: worlds.World, client: Client) -> None:
    """At its permanent address, shown in the browser, with a Chinese file name for saving."""
    assert address(world.issue) == "/yihe/2021/3/gazette.pdf"
    answer = client.get(address(world.issue))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline; filename*=utf-8''%E4%BC%8A%E6%B2%B3")
    assert answer.getvalue().startswith(b"%PDF-")


def test_what_is_not_public_is_not_found(world: worlds.World, client: Client) -> None:
    """An unpublished and an unknown issue answer alike; a withdrawn one is gone."""
    draft = worlds.issue(world.gazette, 2021, 4, published=False)
    assert client.get(address(draft)).status_code == 404
    world.issue.withdrawn_at = timezone.now()
    world.issue.save()
    assert client.get(address(world.issue)).status_code == 410
    assert client.get("/yihe/2021/9/gazette.pdf").status_code == 404


def test_a_pdf_is_only_read(world: worlds.World, client: Client) -> None:
    """Nothing can be sent to it."""
    assert client.post(address(world.issue)).status_code == 405


def test_an_issue_that_cannot_be_printed_says_so(
    world: worlds.World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader is told in Chinese, with the status of a passing trouble; the log has the reason."""

    def refuse(issue: Issue) -> Path:
        raise MissingGlyphError("没有字体可以印出")

    monkeypatch.setattr(views, "open_pdf", refuse)
    answer = client.get(address(world.issue))
    assert answer.status_code == 503
    assert "暂时不能提供" in answer.content.decode()


def test_a_file_that_an_edit_removes_before_it_is_opened_is_printed_again(
    world: worlds.World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = store.pdf_file
    asked: list[Path] = []

    def removed_at_first(issue: Issue) -> Path:
        path = made(issue)
        asked.append(path)
        if len(asked) == 1:
            path.unlink()
        return path

    monkeypatch.setattr(store, "pdf_file", removed_at_first)
    answer = client.get(address(world.issue))
    assert answer.getvalue().startswith(b"%PDF-")
    assert len(asked) == 2
