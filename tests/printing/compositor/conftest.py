import pytest

from printing.compositor import chunks


@pytest.fixture
def small_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every part is a sheet by itself, however short."""
    monkeypatch.setattr(chunks, "ENOUGH", 1)
