"""The compositor in processes of its own: what it is told, when it is ended, and that nothing of it is left."""

import dataclasses
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from printing.compositor import compose
from printing.errors import CancelledError, PrintingError
from printing.manuscript import Manuscript
from tests.printing.compositor.desk import LONG, manuscript, pages

pytestmark = pytest.mark.apart

# So much that nobody waits for its end.
ENDLESS = [LONG * 20] * 20


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the work is done; empty again afterwards, and without a process that has it as its home."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    yield tmp_path
    assert list(tmp_path.iterdir()) == []
    wait_for(lambda: not at_home_in(tmp_path))


def at_home_in(folder: Path) -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        if f"HOME={folder}/".encode() in environment:
            found.append(int(process.name))
    return found


def wait_for(what: Callable[[], object]) -> None:
    until = time.monotonic() + 30
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_it_tells_how_far_it_is() -> None:
    """Shares that never fall, and words for editors."""
    told: list[tuple[int, str]] = []
    printed = compose(
        manuscript(LONG, front="<p>封面"), progress=lambda share, stage: told.append((share, stage))
    )
    shares = [share for share, _stage in told]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 100
    assert any(stage.startswith("正在排正文，已排 ") for _share, stage in told)
    assert "供暖" in pages(printed)[2]


def test_it_gives_what_a_process_alone_gives() -> None:
    """The same bytes every time."""
    text = manuscript(LONG)
    assert compose(text) == compose(text)


def test_it_is_ended_when_it_is_not_wanted_any_more() -> None:
    """In the middle of its work; all of its processes."""
    begun: list[int] = []
    with pytest.raises(CancelledError, match="已取消"):
        compose(
            manuscript(*ENDLESS),
            progress=lambda share, stage: begun.append(share),
            cancelled=lambda: bool(begun),
        )
    assert begun


def test_it_is_ended_when_it_takes_too_long(settings: Settings) -> None:
    settings.PRINT_SECONDS = 2
    with pytest.raises(PrintingError, match="用时太长（超过 2 秒）"):
        compose(manuscript(*ENDLESS))


def test_it_is_ended_when_it_takes_too_much_memory(settings: Settings) -> None:
    settings.PRINT_MEMORY_MB = 350
    with pytest.raises(PrintingError, match="占用内存太多（超过 350 MB）"):
        compose(manuscript("<p>一</p>" * 200_000))


@pytest.mark.parametrize("wrong", [{"dated": "some day"}, {"styles": ("none.css",)}])
@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_in_its_work_is_told_to_the_log_alone(
    wrong: dict[str, Any], processes: int, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    """The editor learns that it was interrupted; what it stumbled over is for who mends it."""
    settings.PRINT_PROCESSES = processes
    with pytest.raises(PrintingError, match="原因已记入日志"):
        compose(dataclasses.replace(manuscript("<p>一"), **wrong))
    assert "Traceback" in caplog.text


def test_a_killed_process_of_the_crew_is_noticed(folder: Path) -> None:
    """Whoever killed it, the others go too."""

    def kill_the_youngest(share: int, stage: str) -> None:
        os.kill(max(at_home_in(folder)), signal.SIGKILL)

    with pytest.raises(PrintingError):
        compose(manuscript(*ENDLESS), progress=kill_the_youngest)


def test_it_ends_with_the_process_that_asked_for_it(folder: Path) -> None:
    """A worker that is killed leaves neither a process nor half a file but its folder of the moment."""
    script = (
        "import tempfile, django; django.setup()\n"
        "from printing.compositor import compose\n"
        "from tests.printing.compositor.desk import manuscript\n"
        "from tests.printing.compositor.test_apart import ENDLESS\n"
        f"tempfile.tempdir = {str(folder)!r}\n"
        "compose(manuscript(*ENDLESS))\n"
    )
    asking = subprocess.Popen([sys.executable, "-c", script], cwd=Path(__file__).parents[3])
    wait_for(lambda: len(at_home_in(folder)) >= 3)
    asking.kill()
    asking.wait()
    wait_for(lambda: not at_home_in(folder))
    for left in folder.iterdir():
        shutil.rmtree(left)


def test_it_knows_no_secret(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the site's key nor its database is in its environment."""
    monkeypatch.setenv("SECRET_KEY", "top-secret")
    monkeypatch.setenv("DATABASE_URL", "postgres://top-secret")
    seen: list[bytes] = []

    def look(share: int, stage: str) -> None:
        seen.extend((Path("/proc") / str(pid) / "environ").read_bytes() for pid in at_home_in(folder))

    compose(manuscript(LONG), progress=look)
    assert seen
    assert not any(b"top-secret" in each for each in seen)


def test_a_text_without_anything_is_nothing_to_print() -> None:
    with pytest.raises(PrintingError, match="没有可排印的内容"):
        compose(Manuscript("公报", ()))
