"""A press for tests that are not about print: it notes what it was given, and prints the digest of that."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from gazette.models import Issue
from printing import editions, making
from printing.content import content_json
from printing.manuscript import Manuscript, Printed
from tests.sealing.office import paper


@dataclass
class Press:
    """`printed` are the titles of what was set; `meanwhile` is done in the middle of each setting.

    What it prints is no PDF, unless it is to be `real`.
    """

    printed: list[str] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None
    fault: Exception | None = None
    real: bool = False

    def set_now(self, text: Manuscript, progress: making.Progress, cancelled: making.Cancelled) -> Printed:
        self.printed.append(text.title)
        progress(50, "拼页")
        self.meanwhile()
        if self.fault:
            raise self.fault
        if self.real:
            return Printed(paper(text.digest), 2)
        return Printed(f"%PDF-1.7 {text.digest}".encode(), 1)


def installed(monkeypatch: pytest.MonkeyPatch) -> Press:
    """Put the stub in the place of the compositor."""
    press = Press()

    def compose(text: Manuscript, *, progress: Any = None, cancelled: Any = None) -> Printed:
        return press.set_now(text, progress, cancelled)

    monkeypatch.setattr(making, "compose", compose)
    monkeypatch.setattr(making, "epub_file", lambda issue: b"EPUB " + content_json(issue))
    monkeypatch.setattr(making, "word_file", lambda issue: b"Word " + content_json(issue))
    # Nobody signs what is no PDF.
    monkeypatch.setattr(editions, "sign", lambda pdf: pdf)
    return press


def print_edition(issue: Issue) -> None:
    """What readers get of the issue, as the job would make it."""
    editions.make(issue, lambda percent, stage: None, lambda: False)
