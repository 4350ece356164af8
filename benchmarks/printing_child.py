"""One print in a process of its own: `python -m benchmarks.printing_child TASK MANUSCRIPT` prints JSON."""

import dataclasses
import json
import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.sampling import Watch

if TYPE_CHECKING:
    from printing.compositor.order import Order


def warm(place: Path) -> tuple[float, int, bytes]:
    """In one process that has printed before, with the faces cut: the setting alone. Its own memory."""
    from printing.compositor.director import compose_here

    order = dataclasses.replace(_order(place), processes=1)
    compose_here(order)
    watch, start = Watch(os.getpid()), perf_counter()
    printed = compose_here(order)
    return perf_counter() - start, watch.peak(), printed.pdf


def whole(place: Path) -> tuple[float, int, bytes]:
    """As the portal does it: faces cut, processes started, all they do. The memory of what it starts."""
    import django

    django.setup()
    from printing.compositor import compose

    text = pickle.loads(place.read_bytes())  # noqa: S301 (the benchmark's own file)
    watch, start = Watch(os.getpid(), without_root=True), perf_counter()
    printed = compose(text)
    return perf_counter() - start, watch.peak(), printed.pdf


def _order(place: Path) -> "Order":
    import django

    django.setup()
    from printing.compositor.order import Order
    from printing.faces import faces_for

    text = pickle.loads(place.read_bytes())  # noqa: S301 (the benchmark's own file)
    return Order(text, faces_for(text.html).files, text.digest)


TASKS: dict[str, Callable[[Path], tuple[float, int, bytes]]] = {"warm": warm, "whole": whole}


def main(task: str, manuscript: str) -> None:
    seconds, peak, pdf = TASKS[task](Path(manuscript))
    print(json.dumps({"seconds": seconds, "peak": peak, "size": len(pdf)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
