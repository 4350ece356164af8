"""Fixtures that all tests share."""

import hypothesis
import pytest

from tests import world as worlds
from tests.browser.browsers import browser, page

# One browser for all tests of a process: playwright starts once.
__all__ = ["browser", "page"]

# The same examples on every machine and in every run; slow machines are not failures.
hypothesis.settings.register_profile("gongbao", deadline=None, derandomize=True)
hypothesis.settings.load_profile("gongbao")


@pytest.fixture
def world(db: None) -> worlds.World:
    return worlds.build()
