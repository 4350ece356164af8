"""What is said over a pipe: frames of plain data, each with bytes. No object crosses, and no code."""

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">QQ")


def write_frame(pipe: BinaryIO, told: dict[str, Any], data: bytes = b"") -> None:
    head = json.dumps(told, ensure_ascii=False).encode()
    pipe.write(_LENGTHS.pack(len(head), len(data)))
    pipe.write(head)
    pipe.write(data)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The next frame. Raises EOFError where the other side ended before it was whole."""
    head, data = _LENGTHS.unpack(_exactly(pipe, _LENGTHS.size))
    told: dict[str, Any] = json.loads(_exactly(pipe, head))
    return told, _exactly(pipe, data)


def _exactly(pipe: BinaryIO, count: int) -> bytes:
    found = pipe.read(count)
    if len(found) < count:
        raise EOFError
    return found
