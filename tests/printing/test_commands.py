"""Printing from the command line."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from documents.models import Block, BlockKind
from tests import world as worlds


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=out, no_color=True)
    return out.getvalue()


def test_any_issue_can_be_exported(world: worlds.World, tmp_path: Path) -> None:
    """Also before it is published: for proofs. The command says how many pages and how large."""
    worlds.issue(world.gazette, 2021, 4, published=False)
    target = tmp_path / "out.pdf"
    said = run("export_issue", "yihe/2021/4", "--pdf", str(target))
    assert target.read_bytes().startswith(b"%PDF-")
    assert f"已写入 {target}，共 1 页" in said


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("yihe", "不是期的写法"),
        ("yihe/二〇二一/3", "不是期的写法"),
        ("yihe/2021/3/1", "不是期的写法"),
        ("yihe/2021/7", "没有 yihe/2021/7 这一期"),
        ("nowhere/2021/3", "没有 nowhere/2021/3 这一期"),
    ],
)
def test_an_issue_that_is_not_there_is_named(
    world: worlds.World, tmp_path: Path, reference: str, message: str
) -> None:
    """The message says what is wrong with the reference, and no file is made."""
    with pytest.raises(CommandError, match=message):
        run("export_issue", reference, "--pdf", str(tmp_path / "out.pdf"))
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_named(world: worlds.World, tmp_path: Path) -> None:
    """Before the work is done, not after it."""
    with pytest.raises(CommandError, match="没有这个文件夹"):
        run("export_issue", "yihe/2021/3", "--pdf", str(tmp_path / "no" / "out.pdf"))
    with pytest.raises(CommandError, match="这是一个文件夹"):
        run("export_issue", "yihe/2021/3", "--pdf", str(tmp_path))


def test_a_refused_write_is_reported(
    world: worlds.World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without leave to write is a message, not a traceback."""

    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("printing.management.commands.export_issue.write_whole", refuse)
    with pytest.raises(CommandError, match="不能写入"):
        run("export_issue", "yihe/2021/3", "--pdf", str(tmp_path / "out.pdf"))


def test_an_unprintable_issue_is_refused(world: worlds.World, tmp_path: Path) -> None:
    """A character without a face stops the export, with its place."""
    Block.objects.create(document=world.first, position=50, kind=BlockKind.PARAGRAPH, text="\U000ffffd")
    with pytest.raises(CommandError, match="U\\+FFFFD，见《关于做好冬季供暖工作的通知》"):
        run("export_issue", "yihe/2021/3", "--pdf", str(tmp_path / "out.pdf"))


def test_missing_pdfs_are_made_for_published_issues(
    world: worlds.World, settings: Settings, tmp_path: Path
) -> None:
    """Once each; drafts are left alone, and a second run finds nothing to do."""
    settings.PDF_DIR = tmp_path
    worlds.issue(world.gazette, 2021, 4, published=False)
    assert "2021年第3号：已排印 yihe-2021-3-" in run("print_issues")
    assert [path.suffix for path in tmp_path.glob("yihe*")] == [".pdf"]
    assert "2021年第3号：已有 PDF" in run("print_issues")


def test_one_bad_issue_does_not_stop_the_others(
    world: worlds.World, settings: Settings, tmp_path: Path
) -> None:
    """The rest is printed; the command fails at the end and names the bad one."""
    settings.PDF_DIR = tmp_path
    bad = worlds.issue(world.gazette, 2022, 1)
    bad.chief_editor = "\U000ffffd"
    bad.save()
    with pytest.raises(CommandError, match="有 1 期没有印成"):
        run("print_issues")
    assert len(list(tmp_path.glob("yihe-2021-3-*.pdf"))) == 1


@pytest.mark.django_db
def test_nothing_to_print_is_said() -> None:
    """Where no issue is published, the command says that instead of staying silent."""
    assert "还没有已发布的公报" in run("print_issues")
