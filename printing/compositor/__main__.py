"""python -m printing.compositor: takes an order from standard input, gives the PDF; apart.py is the other side.

It knows no settings and no database, and cannot: nothing of them is in its environment.
"""

import os
import sys
import traceback
from typing import Any, BinaryIO

from intake.sources.isolation import isolate
from printing.compositor.frames import read_frame, write_frame


def main() -> None:
    # Whatever else may write to standard output must not come between the frames.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    told, data = read_frame(sys.stdin.buffer)
    isolate(seconds=told["seconds"], memory_mb=told["memory_mb"], file_bytes=told["file_bytes"])
    try:
        write_frame(answers, *_answer(told["order"], data, answers))
    except MemoryError:
        write_frame(answers, {"fault": "memory"})


def _answer(packed: dict[str, Any], data: bytes, answers: BinaryIO) -> tuple[dict[str, Any], bytes]:
    # Imported within the limits: reading faces and style sheets is a part of the work.
    from printing.compositor.crew import FaultError
    from printing.compositor.director import ComplaintsError, compose_here
    from printing.compositor.order import Order

    def progress(share: int, stage: str, pages: int) -> None:
        write_frame(answers, {"share": share, "stage": stage, "pages": pages})

    try:
        printed = compose_here(Order.unpacked(packed, data), progress)
    except ComplaintsError as error:
        return {"fault": "complaints", "said": list(error.args)}, b""
    except FaultError as error:
        return {"fault": error.args[0], "said": [error.args[1]]}, b""
    except Exception as error:
        if isinstance(error, MemoryError):
            raise
        return {"fault": "crash", "said": [traceback.format_exc()]}, b""
    return {"pages": printed.pages, "folios": dict(printed.folios)}, printed.pdf


if __name__ == "__main__":
    main()
