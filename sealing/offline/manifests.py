"""The format of a manifest, and what holds between the manifests of one publication.

A manifest is JSON in one form only: keys in order, UTF-8, no blanks. So its digest can be made again by
anybody, and the next manifest names it. docs/verifying.md describes the fields.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sealing.offline.digests import Digests

FORMAT = "gongbao-manifest"
VERSION = 1
# No manifest comes near it; a larger file is something else.
LONGEST = 10_000_000

_FIELDS: dict[str, type] = {
    "address": str,
    "publication": dict,
    "issue": dict,
    "position": int,
    "revision": int,
    "published_at": str,
    "made_at": str,
    "content": dict,
    "files": list,
}


class ManifestError(ValueError):
    """What was given is not a manifest; the message is in Chinese and English."""


@dataclass(frozen=True)
class Break:
    """A link of the chain that does not hold: the address of the manifest, and what is wrong with it.

    `fault` is one of: form, first, missing, previous; of a database also digest, row.
    """

    address: str
    fault: str


@dataclass(frozen=True)
class Link:
    """A manifest as it came, and what it says."""

    data: bytes
    document: dict[str, Any]

    @property
    def sha256(self) -> str:
        return digest(self.data)


def canonical(document: Mapping[str, Any]) -> bytes:
    """The one form of a document that is hashed."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def parsed(data: bytes) -> dict[str, Any]:
    """The document that these bytes are. Raises ManifestError."""
    try:
        document = json.loads(data) if len(data) <= LONGEST else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ManifestError("不是本系统的清单 / not a manifest of this system")
    if document.get("version") != VERSION:
        raise ManifestError("清单的版本不认识 / a version of the manifest that is not known here")
    if not _is_whole(document):
        raise ManifestError("清单不完整 / the manifest is not whole")
    return document


def link_of(data: bytes) -> Link:
    """A manifest, without the line end that an editor may have put behind it. Raises ManifestError."""
    return Link(data.strip(), parsed(data))


def file_in(document: Mapping[str, Any], found: Digests) -> dict[str, Any] | None:
    """What a manifest tells of the file with these digests; None where it does not name it."""
    return next((told for told in document["files"] if found.same_as(told)), None)


def breaks(chain: Iterable[bytes], *, from_start: bool = True) -> Iterator[Break]:
    """The links that do not hold, in the chain's order; `chain` holds manifests as bytes, first one first.

    With `from_start` False the first one given may be any of the chain's. Raises ManifestError.
    """
    before: Link | None = None
    for data in chain:
        link = link_of(data)
        fault = fault_of(link, before, from_start=from_start)
        if fault:
            yield Break(link.document["address"], fault)
        before = link


def fault_of(link: Link, before: Link | None, *, from_start: bool = True) -> str:
    """What is wrong with a link behind `before` (None: the first one that is given); empty where nothing is."""
    if canonical(link.document) != link.data:
        return "form"
    named, position = link.document["previous"], link.document["position"]
    if before is None:
        alone = (position == 1) == (named is None)
        return "" if alone and (position == 1 or not from_start) else "first"
    of_same = link.document["publication"]["code"] == before.document["publication"]["code"]
    if not of_same or position != before.document["position"] + 1:
        return "missing"
    return "" if named == {"address": before.document["address"], "sha256": before.sha256} else "previous"


def _is_whole(document: Mapping[str, Any]) -> bool:
    typed = all(isinstance(document.get(name), kind) for name, kind in _FIELDS.items())
    return (
        typed
        and "previous" in document
        and isinstance(document["publication"].get("code"), str)
        and all(_is_file(told) for told in document["files"])
    )


def _is_file(told: Any) -> bool:
    return isinstance(told, dict) and all(isinstance(told.get(key), str) for key in ("name", "sha256"))
