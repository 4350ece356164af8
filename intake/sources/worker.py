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
    "SOURCE_SECONDS",
    "SOURCE_MEMORY_MB",
)
_ENDED_BY_TIME = {-signal.SIGXCPU, -signal.SIGALRM}
# The processor's time runs out where the clock does not, and the other way round; both say the same.
_GRACE_SECONDS = 2


def open_apart(kind: str, name: str, data: bytes) -> SourceText:
    """The text of a file of the given kind (a key of child.READERS), read in another process.

    Raises SourceError where the file cannot be read, or where reading it takes too much; ScanError where
    it is a scan.
    """
    with tempfile.TemporaryDirectory(prefix="gongbao-source-") as folder:
        answer = _ask(Path(folder), kind, name, data)
    if "refused" in answer:
        raise _refusal(answer)
    if "ended" in answer:
        raise SourceError(_said_of(answer["ended"]))
    text = _source_text(name, data, answer["text"])
    if len(text.text.encode("utf-8", errors="replace")) > settings.SOURCE_MAX_BYTES:
        limit = settings.SOURCE_MAX_BYTES // 1_000_000
        raise SourceError(
            _("从这个文件里读出的文字太多，最多 %(limit)d MB。请分成几个文件。") % {"limit": limit}
        )
    return text


def _ask(folder: Path, kind: str, name: str, data: bytes) -> dict[str, Any]:
    """Start the other process and wait for its answer; none of its processes is left afterwards."""
    (folder / "source").write_bytes(data)
    request = {
        "format": kind,
        "name": name,
        "limits": {limit: getattr(settings, limit) for limit in _LIMITS},
        "language": translation.get_language() or settings.LANGUAGE_CODE,
        "locale_paths": [str(path) for path in settings.LOCALE_PATHS],
    }
    (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
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
            in_time = _wait(process.pid, settings.SOURCE_SECONDS + _GRACE_SECONDS)
        finally:
            code = _end(process)
        return _answer(folder, code, name, _faults(folder)) if in_time else {"ended": "time"}


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
    }


def _wait(pid: int, seconds: float) -> bool:
    """Wait for a process to end, without taking its number from it; False where time runs out."""
    until, pause = time.monotonic() + seconds, 0.002
    while not os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        if time.monotonic() > until:
            return False
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


def _said_of(ended: str) -> str:
    return {
        "time": _("读这个文件用时太长（超过 %(seconds)d 秒），已经停止。请检查文件，或者分成几个文件。")
        % {"seconds": settings.SOURCE_SECONDS},
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
