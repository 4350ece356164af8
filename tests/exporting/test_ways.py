"""The two ways to the Word file: the button in the admin, and the command."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from exporting.word import MEDIA_TYPE, word_file
from tests import world as worlds


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=out, no_color=True)
    return out.getvalue()


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    client.force_login(worlds.editor("古丽", "gazette.view_issue"))
    return client


def test_an_editor_gets_the_issue_from_its_page(desk: Client, world: worlds.World) -> None:
    """The button gives a draft too, under a name that says what it is."""
    draft = worlds.issue(world.gazette, number=4, published=False)
    address = reverse("admin:gazette_issue_docx", args=[draft.pk])
    assert address in desk.get(reverse("admin:gazette_issue_change", args=[draft.pk])).content.decode()
    answer = desk.get(address)
    assert answer.content == word_file(draft)
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")


def test_the_file_is_for_those_who_may_see_the_issue(client: Client, world: worlds.World) -> None:
    address = reverse("admin:gazette_issue_docx", args=[world.issue.pk])
    assert client.get(address).status_code == 302
    client.force_login(worlds.editor("王强"))
    assert client.get(address).status_code == 403


def test_an_issue_that_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get(reverse("admin:gazette_issue_docx", args=[77])).status_code == 404


def test_the_command_writes_the_file(world: worlds.World, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    said = run("export_issue", "yihe/2021/3", "--docx", str(target))
    assert target.read_bytes() == word_file(world.issue)
    assert f"已写入 {target}" in said


def test_the_command_asks_where_to(world: worlds.World) -> None:
    with pytest.raises(CommandError, match="--pdf 或 --docx"):
        run("export_issue", "yihe/2021/3")


def test_the_command_names_a_folder_that_is_not_there(world: worlds.World, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="没有这个文件夹"):
        run("export_issue", "yihe/2021/3", "--docx", str(tmp_path / "no" / "out.docx"))
