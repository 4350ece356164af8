"""The description of the API is complete, and the API keeps to it, whatever it is asked."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from api.schema import description
from config.wsgi import application
from gazette.models import Issue
from tests.api.test_open import LISTS

OPERATIONS = {path: item["get"] for path, item in description()["paths"].items()}
DETAILS = [path for path in OPERATIONS if "}" in path]


def can_be_wrong(operation: dict[str, Any]) -> bool:
    """Whether a question can break the description: any text is a good name in an address."""
    return any(each["in"] == "query" or "integer" in str(each) for each in operation.get("parameters", []))


QUESTIONS = [(path, GenerationMode.POSITIVE) for path in OPERATIONS] + [
    (path, GenerationMode.NEGATIVE) for path, operation in OPERATIONS.items() if can_be_wrong(operation)
]


def uncompressed(environ: dict[str, Any], start_response: Any) -> Any:
    """The application for one who does not understand gzip: what asks here would take it for text."""
    environ.pop("HTTP_ACCEPT_ENCODING", None)
    return application(environ, start_response)


@pytest.fixture
def described(issue: Issue) -> Iterator[Any]:
    """The description as the running application gives it; the test keeps its connection, as with Client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/schema/?format=json", uncompressed)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize(("path", "mode"), QUESTIONS)
def test_no_question_brings_an_error_or_an_answer_that_is_not_described(
    described: Any, path: str, mode: GenerationMode
) -> None:
    @settings(max_examples=20, database=None, suppress_health_check=list(HealthCheck))
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        case.call_and_validate()

    ask()


@pytest.mark.parametrize("path", DETAILS)
def test_records_are_as_described(described: Any, path: str) -> None:
    """What chance does not find: the records that there are."""
    folder = path.split("/")[3]
    pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))
    for line in described[f"/api/v1/{folder}/"]["GET"].Case().call().json()["results"]:
        address = line["url"].partition("localhost")[2] + ("reading/" if "reading" in path else "")
        named = pattern.fullmatch(address)
        assert named
        answer = described[path]["GET"].Case(path_parameters=named.groupdict()).call_and_validate()
        assert answer.status_code == 200


def test_the_description_is_valid_and_made_without_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("spectacular", "--validate", "--fail-on-warn")
    assert capsys.readouterr().out.startswith("openapi: 3.")


def test_every_list_and_record_is_described() -> None:
    assert {path.split("/")[3] for path in OPERATIONS} - {""} == LISTS


@pytest.mark.parametrize("path", OPERATIONS)
def test_every_answer_is_described(path: str) -> None:
    assert set(OPERATIONS[path]["responses"]) == {"200", "400", "404"}


@pytest.mark.parametrize("path", OPERATIONS)
def test_everything_is_described_in_chinese(path: str) -> None:
    operation = OPERATIONS[path]
    told = [operation["summary"], *(each.get("description", "") for each in operation.get("parameters", []))]
    assert all(re.search("[\u4e00-\u9fff]", text) for text in told), told


def test_every_field_is_described_in_chinese() -> None:
    records = description()["components"]["schemas"]
    fields = {
        f"{name}.{field}": part.get("title", "")
        for name, record in records.items()
        for field, part in record.get("properties", {}).items()
        if not name.startswith("Paginated") or field != "results"
    }
    assert [name for name, title in fields.items() if not re.search("[\u4e00-\u9fff]", title)] == []
