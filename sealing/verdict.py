"""What can be said of a file that somebody brought in."""

from dataclasses import dataclass
from pathlib import Path

from gazette.models import Issue
from sealing.finding import Found, found_by, found_within, scan_with
from sealing.judging import signatures_of
from sealing.offline.digests import Digests, digests_of
from sealing.offline.signatures import Signature
from sealing.trust import trusted

_PDF = b"%PDF-"
# A PDF may begin a little late; PDF 1.7, annex H, note 13.
_HEAD = 1024
# Ours is signed first and once; each end costs another reading of the file, and strangers may name thousands.
_MOST_ENDS = 3


@dataclass(frozen=True)
class Verdict:
    """`found` is the published file that it is; `grown_from` the one that it was before something was added.

    `signature` is the last one of a PDF, None where it has none; `judged` tells whether that could be found out,
    `can_trust` whether there is any certificate by which to tell who signed.
    """

    digests: Digests
    found: Found | None = None
    grown_from: Found | None = None
    scan_of: Issue | None = None
    is_pdf: bool = False
    signature: Signature | None = None
    judged: bool = True
    can_trust: bool = False

    @property
    def kind(self) -> str:
        """ours, scan, grown (ours, and changed), signed (ours by its signature alone), or unknown."""
        if self.found:
            return "ours"
        if self.scan_of:
            return "scan"
        if self.grown_from:
            return "grown"
        return "signed" if self.signature and self.signature.holds else "unknown"

    @property
    def standing(self) -> str:
        """passed, caution (a file of ours that is not what counts now) or failed: the answer in one word."""
        if self.found:
            return self.found.standing
        return {"scan": "passed", "signed": "caution"}.get(self.kind, "failed")


def verdict_on(path: Path) -> Verdict:
    """Raises OSError."""
    told = digests_of(path)
    found = found_by(told.sha256)
    if not _is_pdf(path):
        return Verdict(told, found)
    scan = None if found else scan_with(told.sha256)
    trust = trusted()
    judged = signatures_of(path, trust)
    return Verdict(
        told,
        found,
        grown_from=None if found or scan else _grown_from(path, judged or []),
        scan_of=scan,
        is_pdf=True,
        signature=judged[-1] if judged else None,
        judged=judged is not None,
        can_trust=bool(trust),
    )


def _grown_from(path: Path, signatures: list[Signature]) -> Found | None:
    """The published file that this one begins with: what is added to a PDF stands behind what was signed."""
    size = path.stat().st_size
    ends = sorted({each.end for each in signatures if 0 < each.end < size})
    return next((found for end in ends[:_MOST_ENDS] if (found := found_within(path, end))), None)


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return _PDF in file.read(_HEAD)
