"""The memory of a process and of all that it starts, while it runs."""

import os
import re
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_EVERY = 0.02
_TICKS = os.sysconf("SC_CLK_TCK")
_PSS = re.compile(r"^Pss:\s*(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of the processors, and the most memory that all its processes held at once."""

    seconds: float
    cpu: float
    peak: int


def run(arguments: list[str]) -> Run:
    """Run a program to its end. Raises CalledProcessError where it fails."""
    start = perf_counter()
    # The arguments are this project's own.
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        watch = Watch(process.pid)
        process.communicate()
        seconds = perf_counter() - start
        cpu, peak = watch.found()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return Run(seconds, cpu, peak)


class Watch:
    """Looks again and again at a process and its offspring, from a thread of its own.

    Memory that several of them share counts once (PSS, what the kernel calls the proportional set size).
    """

    def __init__(self, root: int, *, without_root: bool = False) -> None:
        self._root, self._without_root = root, without_root
        self._peak, self._over = 0, threading.Event()
        # By process, as last seen: one that ends between two looks loses its last moments.
        self._cpu: dict[int, float] = {}
        self._before = _cpu(root)
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def found(self) -> tuple[float, int]:
        """Seconds of the processors of all, and the most memory of those that count, in bytes."""
        self._over.set()
        self._thread.join()
        self._note(_family(self._root))
        return sum(self._cpu.values()) - self._before, self._peak

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            self._note(_family(self._root))

    def _note(self, family: list[int]) -> None:
        counted = family[1:] if self._without_root else family
        self._peak = max(self._peak, sum(map(_memory, counted)))
        self._cpu.update((pid, max(_cpu(pid), self._cpu.get(pid, 0))) for pid in family)


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
    return int(_status(pid)[1])


def _cpu(pid: int) -> float:
    user, system = _status(pid)[11:13]
    return (int(user) + int(system)) / _TICKS


def _status(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on; the name before it, in brackets, may hold anything."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 50


def _memory(pid: int) -> int:
    try:
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0
