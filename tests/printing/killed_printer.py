"""A program of its own: three issues, a real cluster, a printer killed at work; says how it went, as JSON.

`python -m tests.printing.killed_printer VICTIM NOTES` works on the database of DATABASE_URL. The first setting
hangs. VICTIM is the worker, or the compositor that it started, to be ended by SIGKILL; or `nobody`, and the export
is cancelled. NOTES is the file in which each worker notes itself and what it sets.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import django
from django.conf import settings

# Only who waits for a dead worker's time to end wants it short.
_SECONDS = 20 if sys.argv[1:2] == ["worker"] else 120
settings.Q_CLUSTER.update(timeout=_SECONDS, retry=_SECONDS + 2, poll=0.2, guard_cycle=0.2)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from printing import jobs, making  # noqa: E402
from printing.compositor import compose  # noqa: E402
from printing.manuscript import Manuscript, Printed  # noqa: E402
from printing.models import Export, Form  # noqa: E402
from tests import world  # noqa: E402
from tests.intake.killed_worker import until  # noqa: E402

COMPOSITOR = "printing.compositor"


def work(notes: Path) -> None:
    """Be the cluster. The first text is so long that it is not set before something happens to it."""

    def slow(text: Manuscript, **how: Any) -> Printed:
        first = not notes.exists()
        with notes.open("a") as file:
            file.write(f"{os.getpid()} {text.title}\n")
        return compose(endless(text) if first else text, **how)

    making.compose = slow  # type: ignore[assignment]
    call_command("qcluster")


def endless(text: Manuscript) -> Manuscript:
    return Manuscript(text.title, text.text * 2000, front=text.front)


def tell(victim: str, notes: Path) -> dict[str, Any]:
    """Order, let the cluster work, do what is to be done to the first one, and wait until all is over."""
    if connection.vendor == "sqlite":
        call_command("migrate", verbosity=0)
    gazette = world.publication()
    exports = [jobs.enqueue(issue(gazette, number), Form.PDF, None) for number in range(1, 4)]
    connection.close()
    command = [sys.executable, "-m", "tests.printing.killed_printer", victim, str(notes), "work"]
    cluster = subprocess.Popen(command, stdout=sys.stderr)
    try:
        until(lambda: notes.exists() and notes.read_text().endswith("\n"))
        number, title = notes.read_text().splitlines()[0].split(maxsplit=1)
        worker, first = int(number), next(each for each in exports if str(each.issue) == title)
        until(lambda: bool(compositors(worker)))
        children = compositors(worker)
        begun = time.monotonic()
        strike(victim, worker, children, first)
        until(lambda: not Export.objects.waiting().exists(), 90)
        until(lambda: not any(alive(pid) for pid in children), 10)
        ended = time.monotonic() - begun
    finally:
        cluster.terminate()
        cluster.wait(timeout=30)
    held = list(Export.objects.order_by("pk"))
    return {
        "states": [each.state for each in held],
        "attempts": [each.attempts for each in held],
        "messages": [each.message for each in held],
        "whole": [each.is_there and each.path.read_bytes().startswith(b"%PDF") for each in held],
        "files": sorted(path.name for path in Path(settings.PDF_DIR).rglob("*") if path.is_file()),
        "named": sorted(each.path.name for each in held if each.file),
        "settings": len(notes.read_text().splitlines()),
        "seconds": ended,
    }


def issue(gazette: Any, number: int) -> Any:
    made = world.issue(gazette, 2021, number, published=False)
    world.document(gazette, number, printed_in=made)
    return made


def strike(victim: str, worker: int, children: list[int], first: Export) -> None:
    if victim == "worker":
        os.kill(worker, signal.SIGKILL)
    elif victim == "compositor":
        os.kill(children[0], signal.SIGKILL)
    else:
        jobs.cancel(first)
        until(lambda: not any(alive(pid) for pid in children), 5)


def compositors(worker: int) -> list[int]:
    """The compositor that a worker started, and all that it started."""
    found = [worker]
    for pid in found:
        asked = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
        found += [int(each) for each in asked.stdout.split()]
    return [pid for pid in found[1:] if COMPOSITOR in command_of(pid)]


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def alive(pid: int) -> bool:
    """Whether it still runs; one that ended and that nobody asked for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


if __name__ == "__main__":
    if sys.argv[3:] == ["work"]:
        work(Path(sys.argv[2]))
    else:
        print(json.dumps(tell(sys.argv[1], Path(sys.argv[2]))))
