"""Has an order set in processes of their own, which are ended when they take too much or are not wanted any more.

A layout may loop, eat memory or crash over a text that nobody thought of; it takes nothing with it, and nothing of
it is left: neither a process nor half a file.
"""

import contextlib
import logging
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

from django.conf import settings
from django.utils.translation import gettext as _

from printing.compositor.faults import fault_of
from printing.compositor.frames import Arriving, write_frame
from printing.compositor.order import Order
from printing.errors import CancelledError, PrintingError
from printing.manuscript import Printed

logger = logging.getLogger(__name__)
Progress = Callable[[int, str], None]
# How often the one who asked is asked whether it is still wanted, in seconds.
_PAUSE = 0.2
# The processor's time runs out where the clock does not, and the other way round.
_GRACE_SECONDS = 2
# A style sheet and a picture are no larger; a PDF goes through the pipe.
_FILE_BYTES = 200_000_000


def compose_apart(
    prepare: Callable[[], Order],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Printed:
    """Set the order that `prepare` makes, while the compositor starts.

    Raises PrintingError with what an editor can do about it; CancelledError.
    """
    with tempfile.TemporaryDirectory(prefix="gongbao-print-") as folder:
        told, pdf = _Work(Path(folder), progress or _nothing, cancelled or _never).answer(prepare)
    if "fault" in told:
        raise _refusal(told["fault"], told.get("said", []))
    return Printed(pdf, told["pages"], told["folios"])


class _Work:
    def __init__(self, folder: Path, progress: Progress, cancelled: Callable[[], bool]) -> None:
        self._folder = folder
        self._progress, self._cancelled = progress, cancelled
        self._until = time.monotonic() + settings.PRINT_SECONDS + _GRACE_SECONDS
        self._told = (-1, "")
        self._answer: tuple[dict[str, Any], bytes] | None = None

    def answer(self, prepare: Callable[[], Order]) -> tuple[dict[str, Any], bytes]:
        with (self._folder / "faults").open("w+b") as faults:
            process = self._start(faults)
            patience = 0
            try:
                self._give(process, prepare())
                self._listen(process)
                patience = _GRACE_SECONDS
            finally:
                code = _end(process, patience)
        return self._answer or ({"fault": self._fault(code)}, b"")

    def _start(self, faults: IO[bytes]) -> subprocess.Popen[bytes]:
        limits = map(str, (settings.PRINT_SECONDS, settings.PRINT_MEMORY_MB, _FILE_BYTES))
        # Of its own session, so that its crew is ended with it.
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "printing.compositor", *limits, str(self._folder / "order")],
            cwd=settings.BASE_DIR,
            env=_environment(self._folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=faults,
            start_new_session=True,
        )

    def _give(self, process: subprocess.Popen[bytes], order: Order) -> None:
        """Lay the order ready, and say so by ending what the process listens to."""
        with (self._folder / "order").open("wb") as file:
            write_frame(file, *order.packed())
        cast(IO[bytes], process.stdin).close()

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        """Read what the process says until it has said all."""
        arriving = Arriving()
        with cast(IO[bytes], process.stdout) as answers, selectors.DefaultSelector() as selector:
            pipe = answers.fileno()
            selector.register(pipe, selectors.EVENT_READ)
            while True:
                if self._cancelled():
                    raise CancelledError(_("排印已取消"))
                if time.monotonic() > self._until:
                    raise _refusal("time", [])
                if selector.select(_PAUSE):
                    some = os.read(pipe, 1 << 16)
                    if not some:
                        return
                    for told, data in arriving.taken(some):
                        self._hear(told, data)

    def _hear(self, told: dict[str, Any], data: bytes) -> None:
        if "share" not in told:
            self._answer = told, data
            return
        said = told["share"], _stage(told["stage"], told["pages"])
        if said != self._told:
            self._told = said
            self._progress(*said)

    def _fault(self, code: int) -> str:
        """Why a process ended without an answer."""
        said = (self._folder / "faults").read_bytes()[-4000:].decode(errors="replace")
        logger.warning("The compositor ended with %d: %s", code, said)
        return fault_of(code, said)


def _environment(folder: Path) -> dict[str, str]:
    """What the compositor knows of this process: no secret, no proxy, no home."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        # One order of everything that has none of its own.
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _end(process: subprocess.Popen[bytes], patience: float) -> int:
    """Wait so long for a process to end, then end it and its crew: one group, named by the process.

    Its number is not taken from it before, so that nobody else can have it yet.
    """
    until = time.monotonic() + patience
    while not os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        if time.monotonic() > until:
            break
        time.sleep(0.005)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def _stage(stage: str, pages: int) -> str:
    return {
        "text": _("正在排正文，已排 %(pages)d 页") % {"pages": pages},
        "margins": _("正在排页眉、页码和目录"),
        "faces": _("正在整理字体"),
        "binding": _("正在装订"),
    }[stage]


def _refusal(fault: str, said: list[str]) -> PrintingError:
    if fault == "complaints":
        return PrintingError(_("排印出错：%(complaints)s") % {"complaints": "；".join(map(_complaint, said))})
    if fault == "time":
        return PrintingError(
            _("排印用时太长（超过 %(seconds)d 秒），已经停止。请检查有没有过长的表格，或者分开排印。")
            % {"seconds": settings.PRINT_SECONDS}
        )
    if fault == "killed":
        return PrintingError(_("排印被系统中止，多半是内存不足。请稍后再试，或者分开排印。"))
    if fault == "memory":
        return PrintingError(
            _("排印占用内存太多（超过 %(limit)d MB），已经停止。请检查有没有过大的表格或图片，或者分开排印。")
            % {"limit": settings.PRINT_MEMORY_MB}
        )
    logger.warning("The compositor failed: %s", "\n".join(said))
    return PrintingError(_("排印中断，原因已记入日志。"))


def _complaint(said: str) -> str:
    """A complaint of the typesetting in the editor's words, where there are such; the rest are for who mends the style."""
    kind, _blank, rest = said.partition(" ")
    if kind == "refused":
        return _("不得读取 %(url)s") % {"url": rest}
    if said.startswith("no anchor "):
        return _("链接 %(anchor)s 没有去处") % {"anchor": rest.removeprefix("anchor ")}
    return said


def _nothing(share: int, stage: str) -> None:
    pass


def _never() -> bool:
    return False
