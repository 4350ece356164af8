"""The two ways to the Word file: the button in the admin, and the command."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from exporting.word import MEDIA_TYPE, word_file
from printing.jobs import make_export
from printing.models import Export
from tests import world as worlds


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=out, no_color=True)
    return out.getvalue()


def test_an_editor_gets_the_issue_from_its_page(
    client: Client, world: worlds.World, settings: Settings, tmp_path: Path
) -> None:
    """A draft too, under a name that says what it is; tests/editorial/test_exports.py has the way to it."""
    settings.PDF_DIR = tmp_path
    draft = worlds.issue(world.gazette, number=4, published=False)
    client.force_login(worlds.editor("古丽", "gazette.view_issue"))
    client.post(reverse("admin:gazette_issue_export", args=[draft.pk]), {"form": "docx"})
    asked = Export.objects.get(issue=draft)
    make_export(asked.pk)
    answer = client.get(reverse("admin:printing_export_download", args=[asked.pk]))
    assert answer.getvalue() == word_file(draft)
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")


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
