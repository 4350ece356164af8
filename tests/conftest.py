"""Fixtures that all tests share."""

import pytest

from tests import world as worlds


@pytest.fixture
def world(db: None) -> worlds.World:
    return worlds.build()
