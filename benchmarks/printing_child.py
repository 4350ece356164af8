"""One print in a process of its own: `python -m benchmarks.printing_child TASK ORDER` prints JSON."""

import json
import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from benchmarks.sampling import Watch
from printing.manuscript import Printed


def warm(place: Path) -> tuple[Printed, float, Watch]:
    """In one process that has printed before, with the faces cut: the setting alone, and all its memory."""
    from printing.compositor.director import compose_here

    order = pickle.loads(place.read_bytes())  # noqa: S301 (the benchmark's own file)
    compose_here(order)
    watch, start = Watch(os.getpid()), perf_counter()
    return compose_here(order), start, watch


def whole(place: Path) -> tuple[Printed, float, Watch]:
    """As the portal does it: faces cut, processes started, all they do; the memory of what it starts."""
    import django

    django.setup()
    from printing.compositor import compose
    from printing.faces.cutting import missing

    text = pickle.loads(place.read_bytes()).manuscript  # noqa: S301 (the benchmark's own file)
    # Whoever makes a manuscript has asked this already.
    missing(text.html)
    watch, start = Watch(os.getpid(), without_root=True), perf_counter()
    return compose(text), start, watch


TASKS: dict[str, Callable[[Path], tuple[Printed, float, Watch]]] = {"warm": warm, "whole": whole}


def main(task: str, order: str) -> None:
    printed, start, watch = TASKS[task](Path(order))
    seconds = perf_counter() - start
    cpu, peak = watch.found()
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak": peak, "size": len(printed.pdf)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
