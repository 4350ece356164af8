"""SHA-256 and SM3 (GB/T 32905-2016) of a file, read once and piece by piece."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

PIECE = 1 << 20


@dataclass(frozen=True)
class Digests:
    """The size in bytes and both digests in hexadecimal; `sm3` is empty where this Python cannot compute it."""

    size: int
    sha256: str
    sm3: str = ""

    def same_as(self, told: dict[str, Any]) -> bool:
        """Whether a manifest tells the same; SM3 is compared where both have it."""
        same_sm3 = not self.sm3 or not told.get("sm3") or self.sm3 == told["sm3"]
        return self.size == told.get("size") and self.sha256 == told.get("sha256") and same_sm3


def digests_of(data: bytes | Path) -> Digests:
    """The digests of bytes, or of a file. Raises OSError."""
    if isinstance(data, bytes):
        return digests([data])
    with data.open("rb") as file:
        return digests(pieces(file))


def digests(parts: Iterable[bytes]) -> Digests:
    """The digests of what the parts make together."""
    size, sha256, sm3 = 0, hashlib.sha256(), _sm3()
    for part in parts:
        size += len(part)
        sha256.update(part)
        if sm3 is not None:
            sm3.update(part)
    return Digests(size, sha256.hexdigest(), _hexadecimal(sm3))


def pieces(file: BinaryIO, length: int | None = None) -> Iterator[bytes]:
    """A file piece by piece from where it stands, up to its end or for `length` bytes."""
    left = length
    while piece := file.read(PIECE if left is None else min(PIECE, left)):
        yield piece
        if left is not None:
            left -= len(piece)


def _sm3() -> Any:
    """A new SM3: OpenSSL's where Python's has it, else that of `cryptography`, else None."""
    try:
        return hashlib.new("sm3")
    except ValueError:
        pass
    try:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.hashes import SM3, Hash
    except ImportError:
        return None
    try:
        return Hash(SM3())
    except UnsupportedAlgorithm:
        return None


def _hexadecimal(sm3: Any) -> str:
    if sm3 is None:
        return ""
    done: bytes = sm3.digest() if hasattr(sm3, "digest") else sm3.finalize()
    return done.hex()
