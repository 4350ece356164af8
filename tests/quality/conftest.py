from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.quality.pages import Pages, crawl
from tests.quality.server import portal


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a portal that runs, with the real issues in it."""
    folder: Path = tmp_path_factory.mktemp("portal")
    with portal(folder) as address:
        yield address


@pytest.fixture(scope="session")
def pages(home: str) -> Pages:
    return crawl(home)
