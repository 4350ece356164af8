"""A program of its own: four submissions, a real cluster, a worker killed at work; says how it went, as JSON.

`python -m tests.intake.killed_worker READERS` works on the database of DATABASE_URL; READERS is the file in
which each worker notes that it reads.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.conf import settings

settings.Q_CLUSTER.update(timeout=4, retry=11, poll=0.2, guard_cycle=0.2)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from intake import jobs  # noqa: E402
from intake.flows import read_submission as flow  # noqa: E402
from intake.models import JobRunner, Submission  # noqa: E402
from tests import world  # noqa: E402
from tests.intake.texts import ISSUE  # noqa: E402


def work(readers: Path) -> None:
    """Be the cluster. Whoever reads the first text hangs."""
    really = flow.read

    def read(text: Any) -> Any:
        hangs = not readers.exists()
        with readers.open("a") as file:
            file.write(f"{os.getpid()}\n")
        if hangs:
            time.sleep(60)
        return really(text)

    flow.read = read
    call_command("qcluster")


def tell(readers: Path) -> dict[str, Any]:
    """Submit, let the cluster work, kill the first reader, and wait until all is read."""
    if connection.vendor == "sqlite":
        call_command("migrate", verbosity=0)
    gazette = world.publication()
    for number in range(4):
        jobs.enqueue_reading(
            Submission.objects.create(
                publication=gazette, name=f"{number}.txt", sha256=str(number) * 64, original=ISSUE.encode()
            )
        )
    connection.close()
    command = [sys.executable, "-m", "tests.intake.killed_worker", str(readers), "work"]
    cluster = subprocess.Popen(command, stdout=sys.stderr)
    try:
        until(lambda: readers.exists() and readers.read_text().endswith("\n"))
        os.kill(int(readers.read_text().split()[0]), signal.SIGKILL)
        until(lambda: not Submission.objects.exclude(state=Submission.State.READ).exists())
    finally:
        cluster.terminate()
        cluster.wait(timeout=30)
    held = Submission.objects.order_by("pk")
    return {
        "states": list(held.values_list("state", flat=True)),
        "attempts": list(held.values_list("attempts", flat=True)),
        "readings": len(readers.read_text().split()),
        "signs_of_life": JobRunner.objects.count(),
    }


def until(done: Callable[[], bool], seconds: float = 50) -> None:
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("waited in vain")
        time.sleep(0.2)


if __name__ == "__main__":
    if sys.argv[2:] == ["work"]:
        work(Path(sys.argv[1]))
    else:
        print(json.dumps(tell(Path(sys.argv[1]))))
