"""The queue of jobs in the portal's own database, and the sign of life of who works it off."""

import datetime
import time
from typing import Any

from django.utils import timezone
from django_q.brokers.orm import ORM
from django_q.models import OrmQ

from intake.models import JobRunner

SIGN_EVERY = 10
"""Seconds between two signs of life."""
SILENT_AFTER = 40
"""Seconds after which a program that gave no sign is taken for ended."""


class DatabaseQueue(ORM):
    """django-q2's queue in the database; its statistics, which would need a shared cache, are one row."""

    _signed = float("-inf")

    def __init__(self, list_key: str | None = None, *, delay: int = 0) -> None:
        """`delay` is for how many seconds a job that is put in is not given out."""
        super().__init__(list_key)
        self.delay = delay

    def enqueue(self, task: str) -> int:
        free_at = timezone.now() + datetime.timedelta(seconds=self.delay)
        made: int = OrmQ.objects.create(key=self.list_key, payload=task, lock=free_at).pk
        return made

    def set_stat(self, key: str, value: Any, timeout: int) -> None:
        """Note that the program `key` is at work; called every second, written every `SIGN_EVERY`."""
        if time.monotonic() - self._signed < SIGN_EVERY:
            return
        self._signed = time.monotonic()
        now = timezone.now()
        JobRunner.objects.update_or_create(name=key[-100:], defaults={"seen_at": now})
        JobRunner.objects.filter(seen_at__lt=now - datetime.timedelta(days=1)).delete()


def somebody_works() -> bool:
    """Whether any program that works the queue off gave a sign of life lately."""
    since = timezone.now() - datetime.timedelta(seconds=SILENT_AFTER)
    return JobRunner.objects.filter(seen_at__gte=since).exists()
