"""One task on one file, in a process of its own: `python -m benchmarks.child TASK FILE` prints JSON."""

import json
import re
import resource
import sys
from pathlib import Path
from time import perf_counter


def main(task: str, file: str) -> None:
    # Starting up is no part of what is measured.
    import django

    django.setup()
    from benchmarks.tasks import TASKS

    data = Path(file).read_bytes()
    before = peak_memory()
    start = perf_counter()
    characters = TASKS[task](data)
    seconds = perf_counter() - start
    print(
        json.dumps({"seconds": seconds, "characters": characters, "started": before, "peak": peak_memory()})
    )


def peak_memory() -> int:
    """The most memory that this process and its largest child have held, in bytes.

    The kernel's VmHWM begins anew with the program; ru_maxrss would count what the starting process held.
    """
    own = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return ((int(own[1]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) + children) * 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
