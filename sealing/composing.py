"""What a manifest says: an issue's editions as facts and digests. docs/verifying.md describes the fields."""

import datetime
import mimetypes
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from gazette.models import Issue
from sealing.models import Manifest
from sealing.offline.digests import Digests, digests_of
from sealing.offline.manifests import FORMAT, VERSION
from sealing.offline.signatures import SignatureError, signatures

# What this system's own files are; the machine's list may lack them.
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def address_of(issue: Issue, revision: int) -> str:
    """Where a manifest stands on the site, whatever the site's name is."""
    return f"/{issue.publication.code}/{issue.year}/{issue.number}/manifest-{revision}.json"


def described(files: Mapping[str, bytes | Path]) -> list[dict[str, Any]]:
    """The files of an edition by their names on the site, in the order of these. Raises OSError."""
    return [_file(name, files[name]) for name in sorted(files)]


def digests_told(found: Digests) -> dict[str, Any]:
    return {"size": found.size, "sha256": found.sha256, "sm3": found.sm3}


def composed(
    issue: Issue,
    files: list[dict[str, Any]],
    content: Digests,
    previous: Manifest | None,
    revision: int,
    made_at: datetime.datetime,
) -> dict[str, Any]:
    """The document of a manifest of a published issue; `files` as `described` tells them."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "address": address_of(issue, revision),
        "publication": {"code": issue.publication.code, "name": issue.publication.name},
        "issue": {
            "year": issue.year,
            "number": issue.number,
            "number_end": issue.number_end,
            "serial": issue.serial,
            "serial_end": issue.serial_end,
        },
        "position": previous.position + 1 if previous else 1,
        "revision": revision,
        "published_at": moment(issue.published_at),
        "made_at": moment(made_at),
        "content": digests_told(content),
        "files": files,
        "previous": {"address": previous.told["address"], "sha256": previous.sha256} if previous else None,
    }


def moment(at: datetime.datetime | None) -> str:
    """ISO 8601 in UTC, to the second: 2021-05-20T01:30:00Z."""
    if at is None:
        raise ValueError("only what is published has a manifest")
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _file(name: str, data: bytes | Path) -> dict[str, Any]:
    ending = name.rpartition(".")[2].lower()
    media_type = MEDIA_TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    signed_by = signer_of(data) if ending == "pdf" else None
    return {"name": name, "media_type": media_type, "signed_by": signed_by, **digests_told(digests_of(data))}


def signer_of(pdf: bytes | Path) -> dict[str, str] | None:
    """Whom and which certificate the signature names; None where there is none."""
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    if b"/ByteRange" not in data:
        return None
    try:
        found = signatures(BytesIO(data))
    except SignatureError:
        return None
    if not found:
        return None
    last = found[-1]
    return {"name": last.signer, "serial": last.serial, "certificate_sha256": last.certificate}
