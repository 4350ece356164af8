"""The people of these tests: 古丽 writes, 王芳 publishes."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from editorial.roles import EDITOR, SIGNER
from tests import world as worlds


def member(name: str, role: str) -> User:
    user = worlds.editor(name)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def editor(db: None) -> User:
    return member("古丽", EDITOR)


@pytest.fixture
def signer(db: None) -> User:
    return member("王芳", SIGNER)


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """The browser of the editor, logged in."""
    client.force_login(editor)
    return client
