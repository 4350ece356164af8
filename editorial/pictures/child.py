"""python -m editorial.pictures.child SECONDS MEMORY_MB: a picture on stdin → the one that is kept, on stdout.

The answer is a line of JSON, and behind it the bytes of the picture.
"""

import json
import sys
from typing import Any

from intake.sources.isolation import isolate


def main(seconds: int, memory_mb: int) -> None:
    isolate(seconds=seconds, memory_mb=memory_mb, file_bytes=0)
    data = sys.stdin.buffer.read()
    said, made = answer(data)
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + made)


def answer(data: bytes) -> tuple[dict[str, Any], bytes]:
    from editorial.pictures.normal import NotAPictureError, normal

    try:
        made = normal(data)
    except NotAPictureError as fault:
        return {"refused": fault.reason, "size": fault.size}, b""
    except MemoryError:
        return {"refused": "memory"}, b""
    return {"format": made.format, "width": made.width, "height": made.height}, made.data


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
