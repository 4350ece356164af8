"""The compositor within the test's own process: the same bytes, without the second that a process takes to begin.

Its own tests, and those of limits, cancelling and killing, ask for the real thing by the mark `apart`.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from printing.compositor import apart
from printing.compositor.order import Order
from printing.manuscript import Printed


def set_here(
    prepare: Callable[[], Order],
    progress: apart.Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Printed:
    """As `compose_apart`; nothing is told of its progress, and it is not cancelled."""
    from printing.compositor.director import ComplaintsError, compose_here

    try:
        # How many processes there are changes no byte.
        return compose_here(replace(prepare(), processes=1))
    except ComplaintsError as error:
        raise apart._refusal("complaints", list(error.args)) from error


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "compose_apart", set_here)
