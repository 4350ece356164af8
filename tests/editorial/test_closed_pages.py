"""Pages of records that are only looked at: the words of their forms, for the approver and after publication."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from documents.models import BlockKind, Document
from tests import world as worlds
from tests.editorial.forms import change_url
from tests.pictures import shown_in


@pytest.fixture
def document(world: worlds.World, settings: Settings, tmp_path: Path) -> Document:
    """A published one, with a table and a picture."""
    settings.DATA_DIR = tmp_path
    shown_in(world.second)
    table = world.second.blocks.filter(kind=BlockKind.TABLE).get()
    table.rows, table.spans = [["县市", ""], ["东河县", "10月15日"]], [[0, 0, 1, 2]]
    table.save()
    return world.second


@pytest.fixture(params=["editor", "signer"])
def reader(request: pytest.FixtureRequest, client: Client) -> Client:
    client.force_login(request.getfixturevalue(request.param))
    return client


def text(client: Client, record: object) -> str:
    """What the page says, a line break for each of its breaks."""
    html = client.get(change_url(record)).content.decode()
    return re.sub(r"<[^>]+>", "", re.sub(r"<br ?/?>", "\n", html))


def test_a_table_stands_as_it_is_typed(reader: Client, document: Document) -> None:
    """Its cells set apart, and its merged cells told in words."""
    said = text(reader, document)
    assert "县市｜\n东河县｜10月15日" in said
    assert "第1行第1列起，1行×2列" in said
    assert "[[" not in said


def test_a_draft_is_shown_to_the_approver_in_words_too(
    client: Client, signer: User, world: worlds.World
) -> None:
    """Who may only sign sees what the editor wrote."""
    draft = worlds.issue(world.gazette, number=4, published=False)
    draft.deputy_editors = ["李明", "张华"]
    draft.save()
    client.force_login(signer)
    assert "李明、张华" in text(client, draft)


def test_names_are_joined(reader: Client, world: worlds.World) -> None:
    """And where there are none, nothing stands."""
    assert "[]" not in text(reader, world.issue)
    world.issue.deputy_editors = ["李明", "张华"]
    world.issue.save()
    assert "李明、张华" in text(reader, world.issue)


def test_pictures_have_only_what_is_held_of_them(reader: Client, document: Document) -> None:
    """The file to choose and the place to put it are questions of the form."""
    page = reader.get(change_url(document))
    (heads,) = [
        [column["label"] for column in inline.fields()]
        for inline in page.context["inline_admin_formsets"]
        if inline.opts.model.__name__ == "Figure"
    ]
    assert heads == ["现有图片", "图片说明"]
    said = text(reader, document)
    assert not re.search("Picture|After|Caption|None", said)
