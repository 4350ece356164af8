"""Whose signatures count: the certificates of SEAL_TRUST, else the one that this site signs with."""

import logging
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from sealing.certificate import seal_of_office
from sealing.errors import SealError

logger = logging.getLogger(__name__)


def trusted() -> list[bytes]:
    """Certificates (PEM or DER), each with its roots as the file holds them; empty where none is known."""
    paths: list[Path] = settings.SEAL["trust"]
    if paths:
        return [data for data in map(_read, paths) if data]
    try:
        seal = seal_of_office()
    except SealError:
        return []
    return [seal.certificate.public_bytes(Encoding.PEM)] if seal else []


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # Without it no signature is trusted, which is the safe side; readers are told that nobody judged it.
        logger.exception("SEAL_TRUST cannot be read")
        return b""
