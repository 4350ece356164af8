from collections.abc import Iterator

import pytest

from printing import setting


@pytest.fixture(autouse=True)
def chinese_setting() -> Iterator[None]:
    """Set as the print does, and as WeasyPrint does again after the test."""
    assert setting.install()
    yield
    setting.uninstall()
