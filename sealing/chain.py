"""Walking a publication's chain from its first manifest to its last, in the database."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from gazette.models import Publication
from sealing.models import Manifest
from sealing.offline.manifests import Break, Link, ManifestError, digest, fault_of, link_of

_PIECE = 200


def breaks_of(publication: Publication) -> Iterator[Break]:
    """What does not hold in a publication's chain, first one first; nothing where all of it does.

    Beside the links, each row must say what its document says: pages look for files in rows.
    """
    walk = publication.manifests.order_by("position").select_related("issue").prefetch_related("files")
    before: Link | None = None
    for manifest in walk.iterator(chunk_size=_PIECE):
        fault = _fault(manifest, before)
        if fault:
            yield Break(str(manifest), fault)
        before = _as_link(manifest)


def _as_link(manifest: Manifest) -> Link | None:
    """What the next one must follow; where it cannot be read, that has been told, and the walk starts anew."""
    try:
        return link_of(manifest.data)
    except ManifestError:
        return None


def said(fault: str) -> str:
    """What is wrong with a link, for people."""
    return {
        "digest": _("清单的内容同它的摘要不符，清单被改动过"),
        "form": _("清单的格式不对，清单被改动过"),
        "first": _("第一份清单前面还应有清单"),
        "missing": _("前面少了清单，或者次序不对"),
        "previous": _("记下的前一份清单的摘要同前一份清单不符"),
        "row": _("数据库里的记录同清单不符"),
    }[fault]


def _fault(manifest: Manifest, before: Link | None) -> str:
    if digest(manifest.data) != manifest.sha256:
        return "digest"
    try:
        link = link_of(manifest.data)
    except ManifestError:
        return "form"
    return fault_of(link, before) or ("" if _says_the_same(manifest, link.document) else "row")


def _says_the_same(manifest: Manifest, told: dict[str, Any]) -> bool:
    issue = manifest.issue
    row = (manifest.position, manifest.revision, issue.publication_id, issue.year, issue.number)
    of_document = (told["position"], told["revision"], manifest.publication_id)
    of_issue = (told["issue"].get("year"), told["issue"].get("number"))
    files = [(file.name, file.size, file.sha256, file.sm3) for file in manifest.files.all()]
    named = [tuple(file.get(key) for key in ("name", "size", "sha256", "sm3")) for file in told["files"]]
    return row == (*of_document, *of_issue) and files == named
