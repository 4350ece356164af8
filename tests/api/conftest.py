from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from gazette.models import Issue
from tests.api import furnished

Get = Callable[..., Any]


@pytest.fixture
def issue(db: None) -> Issue:
    """A published issue that holds one of every kind."""
    return furnished.build()


@pytest.fixture
def get(client: Client) -> Get:
    """The JSON at an address under /api/v1/."""

    def answer(path: str, status: int = 200) -> Any:
        given = client.get(f"/api/v1/{path}")
        assert given.status_code == status, given.content.decode()
        return given.json()

    return answer
