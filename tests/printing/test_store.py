"""PDFs on disk."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from pytest_django import Settings

from printing import store
from printing.errors import PrintingError
from printing.manuscript import Manuscript, Printed
from tests import world as worlds


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.PDF_DIR = tmp_path / "pdf"
    return settings.PDF_DIR


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A press that prints the digest, slowly, and notes what it printed."""
    printed: list[str] = []

    def typeset(text: Manuscript) -> Printed:
        printed.append(text.digest)
        sleep(0.05)
        return Printed(text.digest.encode(), 1)

    monkeypatch.setattr(store, "typeset", typeset)
    return printed


def test_an_issue_is_printed_once(world: worlds.World, press: list[str]) -> None:
    """The second reader gets the file that was made for the first."""
    first = store.pdf_file(world.issue)
    assert store.pdf_file(world.issue) == first
    assert first.name.startswith("yihe-2021-3-")
    assert len(press) == 1


def test_an_edit_gives_a_new_file_and_removes_the_old_one(world: worlds.World, press: list[str]) -> None:
    """The file on disk is always the issue as it stands, and the only one of that issue."""
    other = store.pdf_file(worlds.issue(world.gazette, 2021, 31))
    former = store.pdf_file(world.issue)
    world.first.blocks.filter(label="第一条").update(text="为保障居民温暖过冬，修订本办法。")
    assert not store.is_printed(world.issue)
    present = store.pdf_file(world.issue)
    assert present != former
    assert sorted(present.parent.glob("*.pdf")) == sorted([present, other])


def test_a_new_print_style_gives_a_new_file(
    world: worlds.World, press: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A changed style sheet is printed anew; nobody has to clear anything."""
    former = store.pdf_file(world.issue)
    (tmp_path / "issue.css").write_text("p { color: black }")
    monkeypatch.setattr("printing.manuscript.STYLE_DIR", tmp_path)
    assert store.pdf_file(world.issue) != former


def test_readers_who_come_together_share_one_print(press: list[str], folder: Path) -> None:
    """One prints, the others wait for it and get the same file."""
    text = Manuscript("公报", ("<p>公报",))
    path = folder / "x.pdf"
    with ThreadPoolExecutor(4) as readers:
        list(readers.map(lambda _: store.print_once(path, text), range(4)))
    assert len(press) == 1
    assert path.read_bytes() == text.digest.encode()


def test_a_failed_print_leaves_nothing(
    world: worlds.World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file, no half of a file, and the next try prints."""

    def fail(text: Manuscript) -> Printed:
        raise PrintingError("排印出错")

    with monkeypatch.context() as broken:
        broken.setattr(store, "typeset", fail)
        with pytest.raises(PrintingError):
            store.pdf_file(world.issue)
    assert [path.name for path in folder.iterdir()] == [".lock"]
    monkeypatch.setattr(store, "typeset", lambda text: Printed(b"%PDF", 1))
    assert store.pdf_file(world.issue).read_bytes() == b"%PDF"


def test_a_broken_write_keeps_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up while writing harms no file that was there."""
    target = tmp_path / "issue.pdf"
    target.write_bytes(b"old")

    def full(self: Path, other: Path) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        store.write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
