"""The signatures of a file that somebody brought in, judged in a process of its own."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from sealing.offline.digests import PIECE
from sealing.offline.signatures import Signature

logger = logging.getLogger(__name__)
# The bytes that every signature in a PDF has in the clear: it is of what stands around them.
_SIGNED = b"/ByteRange"
_MEGABYTES = 1024
# Besides the work itself, a process has to start.
_GRACE_SECONDS = 5


def signatures_of(path: Path, trust: Sequence[bytes]) -> list[Signature] | None:
    """The signatures of a PDF, whoever made it; None where they could not be judged in bounded time and memory.

    `trust` are certificates (DER or PEM) that are trusted. Raises OSError.
    """
    if not _has_signature(path):
        return []
    with tempfile.TemporaryDirectory(prefix="gongbao-verify-") as folder:
        roots = []
        for number, data in enumerate(trust):
            root = Path(folder) / f"{number}.pem"
            root.write_bytes(data)
            roots.append(str(root))
        return _judged(path, Path(folder), roots)


def _judged(path: Path, folder: Path, roots: list[str]) -> list[Signature] | None:
    limits = [str(settings.VERIFY_SECONDS), str(_MEGABYTES)]
    try:
        answer = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "sealing.offline.apart", str(path.absolute()), *limits, *roots],
            cwd=settings.BASE_DIR,
            env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=settings.VERIFY_SECONDS + _GRACE_SECONDS,
            check=True,
        )
        told = json.loads(answer.stdout)
        return None if told is None else [Signature(**each) for each in told]
    except (subprocess.SubprocessError, ValueError, TypeError) as error:
        logger.warning("The signatures of a file that was brought in could not be judged: %s", error)
        return None


def _has_signature(path: Path) -> bool:
    """Whether the file holds those bytes, read piece by piece."""
    end = b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            if _SIGNED in end + piece:
                return True
            end = piece[-len(_SIGNED) :]
    return False
