"""Opens files that are no plain text in a process of their own, which is ended when it takes too much.

A parser of a complicated format may loop, eat memory or crash over a hostile file; it then takes nothing
with it: neither the web server nor the queue's worker. child.py is the other side.
"""

import contextlib
import hashlib
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.reading import Problem
from intake.sources.scan import ScanError
from intake.sources.text import SourceText

logger = logging.getLogger(__name__)
_LIMITS = (
    "SOURCE_MAX_BYTES",
    "SOURCE_MAX_PDF_BYTES",
    "SOURCE_MAX_EXPANDED_BYTES",
    "SOURCE_MEMORY_MB",
)
Progress = Callable[[int, int], None]
_ENDED_BY_TIME = {-signal.SIGXCPU, -signal.SIGALRM}
# The processor's time runs out where the clock does not, and the other way round; both say the same.
_GRACE_SECONDS = 2


def open_apart(
    kind: str, name: str, data: bytes, *, seconds: int | None = None, progress: Progress | None = None
) -> SourceText:
    """The text of a file of the given kind (a key of child.READERS), read in another process.

    `seconds` is how long that may take, SOURCE_SECONDS by default. `progress(done, pages)` is told how far
    it is, by a reader that says so. Raises SourceError where the file cannot be read, or where reading it
    takes too much; ScanError where it is a scan.
    """
    seconds = seconds or settings.SOURCE_SECONDS
    with tempfile.TemporaryDirectory(prefix="gongbao-source-") as folder:
        answer = _ask(Path(folder), _request(kind, name, seconds), data, progress)
    if "refused" in answer:
        raise _refusal(answer)
    if "ended" in answer:
        raise SourceError(_said_of(answer["ended"], seconds))
    text = _source_text(name, data, answer["text"])
    if len(text.text.encode("utf-8", errors="replace")) > settings.SOURCE_MAX_BYTES:
        limit = settings.SOURCE_MAX_BYTES // 1_000_000
        raise SourceError(
            _("从这个文件里读出的文字太多，最多 %(limit)d MB。请分成几个文件。") % {"limit": limit}
        )
    return text


def _request(kind: str, name: str, seconds: int) -> dict[str, Any]:
    return {
        "format": kind,
        "name": name,
        "limits": {"SOURCE_SECONDS": seconds, **{limit: getattr(settings, limit) for limit in _LIMITS}},
        "language": translation.get_language() or settings.LANGUAGE_CODE,
        "locale_paths": [str(path) for path in settings.LOCALE_PATHS],
    }


def _ask(folder: Path, request: dict[str, Any], data: bytes, progress: Progress | None) -> dict[str, Any]:
    """Start the other process and wait for its answer; none of its processes is left afterwards."""
    (folder / "source").write_bytes(data)
    (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
    said = _listener(folder, progress) if progress else _nothing
    with (folder / "faults").open("w+b") as faults:
        # Of its own session, so that whatever it starts can be ended with it.
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "intake.sources.child", str(folder)],
            cwd=settings.BASE_DIR,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=faults,
            start_new_session=True,
        )
        try:
            in_time = _wait(process.pid, request["limits"]["SOURCE_SECONDS"] + _GRACE_SECONDS, said)
        finally:
            code = _end(process)
        return _answer(folder, code, request["name"], _faults(folder)) if in_time else {"ended": "time"}


def _answer(folder: Path, code: int, name: str, faults: str) -> dict[str, Any]:
    if code == 0:
        with contextlib.suppress(OSError, ValueError):
            answer: dict[str, Any] = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
            if "trace" in answer:
                logger.warning("Opening %r failed: %s", name, answer["trace"])
            return answer
    if code in _ENDED_BY_TIME:
        return {"ended": "time"}
    if "MemoryError" in faults or "bad_alloc" in faults:
        return {"ended": "memory"}
    logger.warning("Opening %r ended with %d: %s", name, code, faults)
    # The system's killer of large processes leaves no word.
    return {"ended": "memory" if code == -signal.SIGKILL else "crash"}


def _faults(folder: Path) -> str:
    """The last words of the other process, for the log."""
    data = (folder / "faults").read_bytes()
    return data[-4000:].decode("utf-8", errors="replace")


def _environment(folder: Path) -> dict[str, str]:
    """What the other process knows of this one: no secret, no proxy, no home."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        # Where the recognition program has its data, if not at the usual place.
        **{name: os.environ[name] for name in ("TESSDATA_PREFIX",) if name in os.environ},
    }


def _listener(folder: Path, progress: Progress) -> Callable[[], None]:
    """Passes on what the other process writes of how far it is, when it is new."""
    last: list[int] = []

    def listen() -> None:
        with contextlib.suppress(OSError, ValueError):
            done, pages = map(int, (folder / "progress").read_text().split())
            if last != [done, pages]:
                last[:] = done, pages
                progress(done, pages)

    return listen


def _nothing() -> None:
    pass


def _wait(pid: int, seconds: float, meanwhile: Callable[[], None]) -> bool:
    """Wait for a process to end, without taking its number from it; False where time runs out."""
    until, pause = time.monotonic() + seconds, 0.002
    while not os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        if time.monotonic() > until:
            return False
        meanwhile()
        time.sleep(pause)
        pause = min(pause * 2, 0.05)
    return True


def _end(process: subprocess.Popen[bytes]) -> int:
    """End the process and all that it started: one group, named by the process, which nobody else can be yet."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def _refusal(answer: dict[str, Any]) -> SourceError:
    if "scan_pages" in answer:
        return ScanError(answer["refused"], answer["scan_pages"])
    return SourceError(answer["refused"], answer["line"])


def _said_of(ended: str, seconds: int) -> str:
    return {
        "time": _("读这个文件用时太长（超过 %(seconds)d 秒），已经停止。请检查文件，或者分成几个文件。")
        % {"seconds": seconds},
        "memory": _("读这个文件占用内存太多（超过 %(limit)d MB），已经停止。请检查文件，或者分成几个文件。")
        % {"limit": settings.SOURCE_MEMORY_MB},
        "depth": _("这个文件的内容嵌套太深，不能读入。"),
    }.get(ended, _("这个文件读不下去，可能已经损坏。请重新导出或另存后再试。"))


def _source_text(name: str, data: bytes, fields: dict[str, Any]) -> SourceText:
    problems = tuple(Problem(**problem) for problem in fields.pop("problems"))
    listed: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
    }
    return SourceText(
        name=name, data=data, sha256=hashlib.sha256(data).hexdigest(), problems=problems, **listed
    )
