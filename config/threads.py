"""Work in a thread of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")


def in_a_thread(work: Callable[[], Given]) -> Given:
    """What `work` gives, done elsewhere while this thread waits.

    For libraries that start an event loop: where the caller's thread has one already (an asynchronous server, a
    driver of browsers), they would fail.
    """
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()
