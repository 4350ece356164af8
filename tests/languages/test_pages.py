"""Pages of other languages: their own words in theirs, the gazette's in Chinese and marked so (WCAG 2.2, 3.1.2)."""

import pytest
from django.test import Client

from tests.languages.crawl import crawl, unmarked
from tests.rooms_world import Rooms

LANGUAGES = [("en", "en", "ltr"), ("ug", "ug", "rtl")]


@pytest.mark.usefixtures("uyghur")
@pytest.mark.parametrize(("code", "tag", "direction"), LANGUAGES)
def test_every_page_speaks_its_language_and_marks_what_is_chinese(
    furnished: Rooms, client: Client, code: str, tag: str, direction: str
) -> None:
    """The interface comes from the catalogue as a whole: a text that stands in a template bare would be Chinese."""
    trees = crawl(client, f"/{code}/", code)
    assert len(trees) > 20
    left = [f"{address}: {text}" for address, tree in trees.items() for text in dict.fromkeys(unmarked(tree))]
    assert not left, "\n".join(left)
    assert {(tree.get("lang"), tree.get("dir")) for tree in trees.values()} == {(tag, direction)}
