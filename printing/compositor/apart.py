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
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _

from printing.compositor.frames import read_frame, write_frame
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
_ENDED_BY_TIME = {-signal.SIGXCPU, -signal.SIGALRM}


def compose_apart(
    order: Order, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> Printed:
    """Set an order. Raises PrintingError with what an editor can do about it; CancelledError."""
    with tempfile.TemporaryDirectory(prefix="gongbao-print-") as folder:
        work = _Work(order, Path(folder), progress or _nothing, cancelled or _never)
        told, pdf = work.answer()
    if "fault" in told:
        raise _refusal(told["fault"], told.get("said", []))
    return Printed(pdf, told["pages"], told["folios"])


class _Work:
    def __init__(
        self, order: Order, folder: Path, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        self._order, self._folder = order, folder
        self._progress, self._cancelled = progress, cancelled
        self._until = time.monotonic() + settings.PRINT_SECONDS + _GRACE_SECONDS
        self._read = bytearray()
        self._told = (-1, "")

    def answer(self) -> tuple[dict[str, Any], bytes]:
        with (self._folder / "faults").open("w+b") as faults:
            process = self._start(faults)
            patience = 0
            try:
                self._listen(process)
                patience = _GRACE_SECONDS
            finally:
                code = _end(process, patience)
        return self._last(code)

    def _start(self, faults: IO[bytes]) -> subprocess.Popen[bytes]:
        with (self._folder / "order").open("w+b") as order:
            packed, data = self._order.packed()
            write_frame(order, {"order": packed, **_limits()}, data)
            order.seek(0)
            # Of its own session, so that its crew is ended with it.
            return subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "printing.compositor"],
                cwd=settings.BASE_DIR,
                env=_environment(self._folder),
                stdin=order,
                stdout=subprocess.PIPE,
                stderr=faults,
                start_new_session=True,
            )

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        """Read what the process says until it has said all."""
        assert process.stdout
        pipe = process.stdout.fileno()
        with process.stdout, selectors.DefaultSelector() as selector:
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
                    self._read += some
                    self._tell()

    def _tell(self) -> None:
        """Pass on how far it is; what comes last is the answer and stays to be read."""
        while True:
            pipe = BytesIO(self._read)
            try:
                told, _data = read_frame(pipe)
            except Exception:  # noqa: BLE001
                return
            if "share" not in told:
                return
            del self._read[: pipe.tell()]
            said = told["share"], _stage(told["stage"], told["pages"])
            if said != self._told:
                self._told = said
                self._progress(*said)

    def _last(self, code: int) -> tuple[dict[str, Any], bytes]:
        try:
            return read_frame(BytesIO(self._read))
        except EOFError:
            pass
        said = (self._folder / "faults").read_bytes()[-4000:].decode(errors="replace")
        if code in _ENDED_BY_TIME:
            return {"fault": "time"}, b""
        logger.warning("The compositor ended with %d: %s", code, said)
        # The system's killer of large processes leaves no word.
        is_memory = code == -signal.SIGKILL or "MemoryError" in said or "bad_alloc" in said
        return {"fault": "memory" if is_memory else "crash"}, b""


def _limits() -> dict[str, int]:
    return {
        "seconds": settings.PRINT_SECONDS,
        "memory_mb": settings.PRINT_MEMORY_MB,
        "file_bytes": _FILE_BYTES,
    }


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
