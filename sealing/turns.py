"""How much one client, and all together, may have verified; kept in this process's memory and nowhere else.

Verifying writes nothing. Each process of the web server counts for itself.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from portal.citizens.senders import sender_of

_MINUTE = 60.0
# So many clients are remembered at most; who would fill the memory makes it forget.
_MOST = 10_000
# A process of the web server has a few threads; pages must get through while files are read.
_slots = BoundedSemaphore(2)
_lock = Lock()
_came: dict[str, list[float]] = {}


def may_verify(request: HttpRequest) -> bool:
    """Count a file of this client; False where she has brought enough within the last minute."""
    sender, now = sender_of(request, timezone.localdate()), time.monotonic()
    with _lock:
        if len(_came) > _MOST:
            _came.clear()
        recent = [moment for moment in _came.get(sender, []) if moment > now - _MINUTE]
        allowed = len(recent) < settings.VERIFY_PER_MINUTE
        _came[sender] = [*recent, now] if allowed else recent
    return allowed


def forget() -> None:
    """Begin to count anew."""
    with _lock:
        _came.clear()


@contextmanager
def slot() -> Iterator[bool]:
    """Whether there is room for another file just now, for as long as it is verified."""
    free = _slots.acquire(blocking=False)
    try:
        yield free
    finally:
        if free:
            _slots.release()
