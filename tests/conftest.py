"""Fixtures that all tests share."""

import os

import hypothesis
import pytest

from tests import world as worlds
from tests.browser.browsers import browser, page
from tests.printing import here

# One browser for all tests of a process: playwright starts once.
__all__ = ["browser", "page"]

# The same examples on every machine and in every run; slow machines are not failures.
hypothesis.settings.register_profile("gongbao", deadline=None, derandomize=True)
hypothesis.settings.load_profile("gongbao")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With GONGBAO_TESTS=database, leave out what cannot meet the database: it is the same on every one.

    pytest-django bars the database from a test that does not ask for it.
    """
    if os.environ.get("GONGBAO_TESTS") == "database":
        left_out = [item for item in items if not _asks_for_the_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _asks_for_the_database(item)]


def _asks_for_the_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "django_db_setup", "live_server"}
    asked = fixtures.intersection(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


@pytest.fixture(autouse=True)
def _set_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("apart") is None:
        here.install(monkeypatch)


@pytest.fixture
def world(db: None) -> worlds.World:
    return worlds.build()
