"""The API's description in the language of the page, and the API itself in one."""

import pytest
from django.test import Client
from django.utils import translation

from api.schema import description


def _parameter(name: str) -> str:
    lists = description()["paths"]["/api/v1/issues/"]["get"]["parameters"]
    return next(str(each) for each in lists if each["name"] == name)


def test_each_language_has_its_own_description() -> None:
    """Whichever is asked for first, and although the code was read in one language."""
    with translation.override("en"):
        english = _parameter("ordering")
    with translation.override("zh-hans"):
        chinese = _parameter("ordering")
    assert "descending" in english
    assert "倒序" not in english
    assert "倒序" in chinese


@pytest.mark.django_db
def test_programs_meet_the_same_words_whoever_asks(client: Client) -> None:
    """Addresses of the API have no language; the browser's wish is none."""
    wishing = client.get("/api/v1/publications/none/", headers={"accept-language": "en"})
    assert wishing.status_code == 404
    assert "没有找到" in wishing.content.decode()
