"""What the process that opens a file may have: time, memory, no network; it ends with its parent."""

import contextlib
import ctypes
import os
import resource
import signal
from pathlib import Path

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38


def isolate(*, seconds: int, memory_mb: int, file_bytes: int) -> None:
    """Limit this process and whatever it starts. It must not have started a thread yet.

    `seconds` is processor time; `memory_mb` address space; `file_bytes` the largest file it may write.
    """
    _limit(resource.RLIMIT_CORE, 0)
    # The softer limit tells what has run out; at the harder one the process is killed without a word.
    _limit(resource.RLIMIT_CPU, seconds, seconds + 1)
    _limit(resource.RLIMIT_AS, memory_mb * 1024 * 1024)
    _limit(resource.RLIMIT_FSIZE, file_bytes)
    die_with_parent()
    _leave_network()


def die_with_parent() -> None:
    """End with the process that started this one, also where that one is killed."""
    libc = _libc()
    if libc:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def _limit(what: int, soft: int, hard: int | None = None) -> None:
    """Set a limit that nothing below can lift; one that is lower already stays."""
    most = resource.getrlimit(what)[1]
    wanted = soft if hard is None else hard
    hard = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(what, (min(soft, hard), hard))


def _leave_network() -> None:
    """Go where there is no network, as far as the system lets an ordinary user do so.

    No reader fetches anything; this is the second lock, which a container may not have.
    """
    libc = _libc()
    if libc is None or libc.unshare(_CLONE_NEWNET) == 0:
        return
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
        with contextlib.suppress(OSError):
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _libc() -> ctypes.CDLL | None:
    """The C library of a Linux system; None elsewhere."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        return libc if hasattr(libc, "prctl") and hasattr(libc, "unshare") else None
    except OSError:
        return None
