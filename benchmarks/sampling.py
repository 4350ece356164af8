"""The memory of a process and of all that it starts, while it runs."""

import os
import re
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_EVERY = 0.02
_PSS = re.compile(r"^Pss:\s*(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """Seconds by the clock, and the most memory that all its processes held at once, in bytes."""

    seconds: float
    peak: int
    said: str


def run(arguments: list[str], environment: dict[str, str] | None = None) -> Run:
    """Run a program to its end. Raises CalledProcessError where it fails."""
    start = perf_counter()
    # The arguments are this project's own.
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        watch = Watch(process.pid)
        said, _nothing = process.communicate()
        seconds = perf_counter() - start
        peak = watch.peak()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments, said)
    return Run(seconds, peak, said)


class Watch:
    """Looks again and again at a process and its offspring, from a thread of its own.

    Memory that several of them share counts once (PSS, what the kernel calls the proportional set size).
    """

    def __init__(self, root: int, *, without_root: bool = False) -> None:
        self._root, self._without_root = root, without_root
        self._peak, self._over = 0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def peak(self) -> int:
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            family = _family(self._root)
            counted = family[1:] if self._without_root else family
            self._peak = max(self._peak, sum(map(_memory, counted)))


def _family(root: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for place in os.listdir("/proc"):
        if place.isdigit() and (parent := _parent(int(place))):
            parents.setdefault(parent, []).append(int(place))
    found = [root]
    for pid in found:
        found += parents.get(pid, [])
    return found


def _parent(pid: int) -> int:
    try:
        # The name, in brackets, may hold anything.
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _memory(pid: int) -> int:
    try:
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0
