"""Printing from the command line."""

from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pypdf import PdfReader
from pytest_django import Settings

from documents.models import Block, BlockKind
from printing import editions, jobs
from printing.making import order
from printing.models import Export, Form, State
from printing.press import Checklist
from tests import world as worlds
from tests.printing.stub import Press, installed

pytestmark = pytest.mark.apart


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    return installed(monkeypatch)


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings.PDF_DIR = tmp_path_factory.mktemp("pdf")
    return settings.PDF_DIR


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=out, no_color=True)
    return out.getvalue()


def test_any_issue_can_be_exported(world: worlds.World, tmp_path: Path) -> None:
    """Also before it is published: for proofs. The command says how many pages and how large."""
    worlds.issue(world.gazette, 2021, 4, published=False)
    target = tmp_path / "out.pdf"
    said = run("export_issue", "yihe/2021/4", "--pdf", str(target))
    pages = len(PdfReader(target).pages)
    assert f"已写入 {target}，共 {pages} 页" in said
    assert not Export.objects.exists()


def test_an_issue_is_exported_in_all_forms_at_once(world: worlds.World, tmp_path: Path) -> None:
    """Set once, whatever is made of it; how far it is, and what the check list finds, is said."""
    targets = {form: tmp_path / f"out-{form}" for form in Form if form != Form.EDITION}
    arguments = [each for form, target in targets.items() for each in (f"--{form}", str(target))]
    said = run("export_issue", "yihe/2021/3", *arguments)
    for form in (Form.PDF, Form.PROOF, Form.PRESS, Form.BOOKLET):
        assert len(PdfReader(targets[form]).pages) > 0
    assert ZipFile(targets[Form.EPUB]).namelist()[0] == "mimetype"
    assert "word/document.xml" in ZipFile(targets[Form.DOCX]).namelist()
    assert "% " in said


def test_an_issue_is_set_once_for_all_that_is_made_of_it(
    world: worlds.World, tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printing.making.PRESS", {Form.PROOF: lambda pdf, *_: pdf + b" proof"})
    monkeypatch.setattr(
        "printing.press.check", lambda pdf, text: type("", (), {"to_json": lambda self: []})()
    )
    run("export_issue", "yihe/2021/3", "--pdf", str(tmp_path / "a"), "--proof", str(tmp_path / "b"))
    assert len(press.printed) == 1
    assert (tmp_path / "b").read_bytes() == (tmp_path / "a").read_bytes() + b" proof"


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
    world: worlds.World, tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch
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


def test_missing_files_are_made_for_published_issues(world: worlds.World, press: Press) -> None:
    """Once each; drafts are left alone, and a second run finds nothing to do."""
    worlds.issue(world.gazette, 2021, 4, published=False)
    assert "2021年第3号：已排印，共 9 个文件" in run("print_issues")
    assert editions.of_issue(world.issue).count() == 9
    printed = list(press.printed)
    assert "2021年第3号：已有，共 9 个文件" in run("print_issues")
    assert press.printed == printed


def test_files_can_be_made_anew(world: worlds.World, press: Press) -> None:
    """Also those that are there, at once or by the worker."""
    run("print_issues")
    printed = list(press.printed)
    run("print_issues", "--again")
    assert press.printed == printed * 2
    run("print_issues", "--again", "--enqueue")
    jobs.make_export(Export.objects.get(form=Form.EDITION, state=State.QUEUED).pk)
    assert press.printed == printed * 3


def test_the_worker_can_be_left_to_make_them(world: worlds.World, press: Press) -> None:
    assert "2021年第3号：已排队" in run("print_issues", "--enqueue")
    assert "2021年第3号：已在排队" in run("print_issues", "--enqueue")
    assert not press.printed
    assert Export.objects.get().state == State.QUEUED


def test_one_bad_issue_does_not_stop_the_others(world: worlds.World, press: Press) -> None:
    """The rest is printed; the command fails at the end and names the bad one."""
    bad = worlds.issue(world.gazette, 2022, 1)
    worlds.document(world.gazette, 3, title="关于\U000ffffd的通知", printed_in=bad)
    with pytest.raises(CommandError, match="有 1 期没有印成"):
        run("print_issues")
    assert editions.of_issue(world.issue).exists()
    assert not editions.of_issue(bad).exists()


@pytest.mark.django_db
def test_nothing_to_print_is_said() -> None:
    """Where no issue is published, the command says that instead of staying silent."""
    assert "还没有已发布的公报" in run("print_issues")


@pytest.mark.parametrize("published", [True, False])
def test_a_proof_knows_whether_its_issue_is_published(
    world: worlds.World, press: Press, monkeypatch: pytest.MonkeyPatch, published: bool
) -> None:
    """It is another file afterwards, even where the text is the same."""
    told: list[bool] = []

    def proof(pdf: bytes, text: object, *, signed: bool) -> bytes:
        told.append(signed)
        return pdf

    monkeypatch.setattr("printing.press.proof", proof)
    monkeypatch.setattr("printing.press.check", lambda pdf, text: Checklist(()))
    if not published:
        world.issue.withdrawn_at = timezone.now()
        world.issue.save()
    order(world.issue, Form.PROOF).make(lambda percent, doing: None, lambda: False)
    assert told == [published]
