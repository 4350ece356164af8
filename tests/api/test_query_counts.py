"""What an answer costs in queries; one that holds three times as much costs the same."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.api import furnished
from tests.api.conftest import Get

# Every answer costs one more: the question how old it is (api.freshness).
AGE = 1
LISTS = {
    "publications": 2,
    "issues": 2,
    "documents": 2,
    "notices": 2,
    "appointments": 2,
    "officials": 2,
    "bodies": 2,
    "events": 4,
    "meetings": 2,
    "register-entries": 3,
    "indicators": 2,
    "observations": 2,
    "tables": 2,
}
DETAILS = {
    "publications": 1,
    "issues": 4,
    "documents": 7,
    "notices": 2,
    "appointments": 1,
    "officials": 2,
    "bodies": 1,
    "events": 3,
    "meetings": 1,
    "register-entries": 2,
    "indicators": 2,
    "observations": 1,
    "tables": 2,
}


@pytest.mark.parametrize(("name", "count"), LISTS.items())
@pytest.mark.parametrize("times", [1, 3])
def test_a_list(
    get: Get, db: None, django_assert_num_queries: DjangoAssertNumQueries, name: str, count: int, times: int
) -> None:
    furnished.build(times=times)
    with django_assert_num_queries(count + AGE):
        assert get(f"{name}/")["results"]


@pytest.mark.parametrize(("name", "count"), DETAILS.items())
@pytest.mark.parametrize("times", [1, 3])
def test_a_single_record(
    get: Get, db: None, django_assert_num_queries: DjangoAssertNumQueries, name: str, count: int, times: int
) -> None:
    furnished.build(times=times)
    address = get(f"{name}/")["results"][0]["url"].partition("/api/v1/")[2]
    with django_assert_num_queries(count + AGE):
        get(address)
