"""What a check says, as plain data."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["ok", "warn", "error"]


@dataclass(frozen=True)
class Finding:
    """One point of the check list; `page` is counted in the PDF, from 1, where one page is meant."""

    kind: str
    severity: Severity
    message: str
    page: int | None = None


@dataclass(frozen=True)
class Checklist:
    """All points, in the order in which they are gone through."""

    findings: tuple[Finding, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands against printing it."""
        return all(finding.severity != "error" for finding in self.findings)

    def of(self, kind: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.kind == kind]

    def to_json(self) -> list[dict[str, Any]]:
        return [asdict(finding) for finding in self.findings]
