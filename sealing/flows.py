"""Sealing an issue's editions: the one way a manifest is made."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from editorial import audit
from gazette.models import Issue, Publication
from sealing.composing import composed, described, digests_told
from sealing.models import Manifest, SealedFile
from sealing.offline.digests import digests_of
from sealing.offline.manifests import canonical, digest


def seal(issue: Issue, files: Mapping[str, bytes | Path], content: bytes) -> Manifest:
    """Enter the editions of a published issue at the end of its publication's chain.

    `files` by their names on the site below the issue's address, as they are served: signed where they are.
    `content` is the issue's data as its PDF holds it. The same files again give the manifest that there is;
    others give a new revision, and the former ones stay. Raises ValueError for an issue that is not published,
    OSError for a file that cannot be read.
    """
    if not issue.is_published:
        raise ValueError("only what is published has a manifest")
    told, of_content = described(files), digests_of(content)
    with transaction.atomic():
        # Two issues that are published at once must not both follow the same manifest.
        publication = Publication.objects.select_for_update().get(pk=issue.publication_id)
        last = publication.manifests.order_by("-position").first()
        held = issue.manifests.order_by("-revision").first()
        if held and _is_same(held, told, digests_told(of_content)):
            return held
        now = timezone.now()
        revision = held.revision + 1 if held else 1
        made = _kept(issue, composed(issue, told, of_content, last, revision, now), last, now)
        # In the trail of the issue, from which readers' copies learn that there is something new.
        audit.record("seal_issue", issue, None, revision=revision)
        return made


def _is_same(held: Manifest, files: list[dict[str, Any]], content: dict[str, Any]) -> bool:
    told = held.told
    return bool(told["files"] == files and told["content"] == content)


def _kept(issue: Issue, document: dict[str, Any], last: Manifest | None, now: Any) -> Manifest:
    data = canonical(document)
    made: Manifest = Manifest.objects.create(
        publication_id=issue.publication_id,
        issue=issue,
        position=document["position"],
        revision=document["revision"],
        made_at=now,
        document=data.decode(),
        sha256=digest(data),
        previous=last,
    )
    SealedFile.objects.bulk_create(_row(made, file) for file in document["files"])
    return made


def _row(manifest: Manifest, file: dict[str, Any]) -> SealedFile:
    signed_by = file["signed_by"]["name"] if file["signed_by"] else ""
    kept = {key: file[key] for key in ("name", "media_type", "size", "sha256", "sm3")}
    return SealedFile(manifest=manifest, signed_by=signed_by, **kept)
