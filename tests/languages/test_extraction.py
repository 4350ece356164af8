"""Texts are found by makemessages only where they stand as it looks for them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

FOLDERS = [
    folder
    for folder in settings.BASE_DIR.iterdir()
    if folder.is_dir()
    and folder.name not in {"tests", "static", "var", "node_modules"}
    and folder.name[0] != "."
]


def imports(path: Path) -> Iterator[ast.alias]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            yield from node.names


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_function_that_translates_goes_by_its_own_name_or_by_the_underscore(folder: Path) -> None:
    """Under any other name its texts would be missing from every catalogue, and nobody be told."""
    named = {(path.name, each.asname) for path in folder.rglob("*.py") for each in imports(path)}
    assert not {(name, alias) for name, alias in named if alias not in {None, "_"}}
