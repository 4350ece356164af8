"""Rounds of a task, each in a fresh process."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """Seconds of every round, the characters that the file holds; memory in bytes, before and at most."""

    seconds: list[float]
    characters: int
    started: int
    peak: int

    @property
    def median(self) -> float:
        ordered = sorted(self.seconds)
        middle = len(ordered) // 2
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2

    @property
    def speed(self) -> float:
        """Characters a second."""
        return self.characters / self.median


def measure(task: str, file: Path, rounds: int) -> Measured:
    """Run a task on a file; raises CalledProcessError where it fails."""
    found = [_round(task, file) for _ in range(rounds)]
    return Measured(
        [each["seconds"] for each in found],
        int(found[0]["characters"]),
        int(max(each["started"] for each in found)),
        int(max(each["peak"] for each in found)),
    )


def _round(task: str, file: Path) -> dict[str, float]:
    arguments = [sys.executable, "-m", "benchmarks.child", task, str(file)]
    # The arguments are this project's own.
    answer = subprocess.run(arguments, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    said: dict[str, float] = json.loads(answer.stdout)
    return said
