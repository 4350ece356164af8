"""What is said over a pipe: frames of plain data, each with bytes. No object crosses, and no code."""

import json
import struct
from collections.abc import Iterator
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
    told = _exactly(pipe, head)
    return json.loads(told), _exactly(pipe, data)


class Arriving:
    """Frames that arrive in pieces."""

    def __init__(self) -> None:
        self._data = bytearray()

    def taken(self, some: bytes) -> Iterator[tuple[dict[str, Any], bytes]]:
        """Take what has arrived; the frames that are whole with it."""
        self._data += some
        while frame := self._next():
            yield frame

    def _next(self) -> tuple[dict[str, Any], bytes] | None:
        begin = _LENGTHS.size
        if len(self._data) < begin:
            return None
        head, data = _LENGTHS.unpack_from(self._data)
        end = begin + head + data
        if len(self._data) < end:
            return None
        told = json.loads(self._data[begin : begin + head])
        found = bytes(self._data[begin + head : end])
        del self._data[:end]
        return told, found


def _exactly(pipe: BinaryIO, count: int) -> bytes:
    found = pipe.read(count)
    if len(found) < count:
        raise EOFError
    return found
