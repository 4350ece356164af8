"""python -m printing.compositor SECONDS MEMORY_MB FILE_BYTES ORDER; apart.py is the other side.

The order lies ready when standard input ends; until then this process makes itself ready. It knows no settings and
no database, and cannot: nothing of them is in its environment.
"""

import ctypes.util
import gc
import os
import sys
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from intake.sources.isolation import isolate
from printing.compositor.frames import read_frame, write_frame


def main(seconds: str, memory_mb: str, file_bytes: str, order: str) -> None:
    # Each sheet cleans up after itself; all the rest lives to the end, which is near.
    gc.disable()
    # Whatever else may write to standard output must not come between the frames.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    isolate(seconds=int(seconds), memory_mb=int(memory_mb), file_bytes=int(file_bytes))
    try:
        write_frame(answers, *_answer(Path(order), answers))
    except MemoryError:
        write_frame(answers, {"fault": "memory"})


def _answer(place: Path, answers: BinaryIO) -> tuple[dict[str, Any], bytes]:
    # Imported within the limits, and while the order is being prepared.
    _know_libraries_by_name()
    from printing.compositor.crew import FaultError
    from printing.compositor.director import ComplaintsError, compose_here
    from printing.compositor.order import Order

    def progress(share: int, stage: str, pages: int) -> None:
        write_frame(answers, {"share": share, "stage": stage, "pages": pages})

    sys.stdin.buffer.read()
    try:
        with place.open("rb") as file:
            order = Order.unpacked(*read_frame(file))
        printed = compose_here(order, progress)
    except ComplaintsError as error:
        return {"fault": "complaints", "said": list(error.args)}, b""
    except FaultError as error:
        return {"fault": error.args[0], "said": [error.args[1]]}, b""
    except MemoryError:
        raise
    except Exception:
        return {"fault": "crash", "said": [traceback.format_exc()]}, b""
    return {"pages": printed.pages, "folios": dict(printed.folios)}, printed.pdf


def _know_libraries_by_name() -> None:
    """WeasyPrint asks for each library by the names that it has on all systems, and then by its own.

    For each of the others, a program would be started that looks for it: a sixth of a second in all.
    """
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None


if __name__ == "__main__":
    main(*sys.argv[1:])
