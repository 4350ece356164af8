"""What a job tells of its progress, and asks: written and read now and then, never in every step."""

import time

from django.db.models import QuerySet

from printing.models import Export

SECONDS = 1.0
"""Between two looks into the database."""


class Teller:
    """Speaks for one worker: `held` is its export, as long as nobody has taken it away."""

    def __init__(self, held: QuerySet[Export]) -> None:
        self._held = held
        self._said = self._asked = float("-inf")
        self._ended = False

    def say(self, percent: int, stage: str) -> None:
        """Note how far it is; what follows within a second is dropped."""
        now = time.monotonic()
        if now - self._said >= SECONDS:
            self._said = now
            self._held.update(progress=min(max(percent, 1), 99), stage=stage[:100])

    def cancelled(self) -> bool:
        """Whether nobody wants it any more, as of a second ago at most."""
        now = time.monotonic()
        if not self._ended and now - self._asked >= SECONDS:
            self._asked = now
            self._ended = self.cancelled_now()
        return self._ended

    def cancelled_now(self) -> bool:
        """The same as of now. Who lost the export to another worker has nothing more to do either."""
        return not self._held.filter(cancel=False).exists()
