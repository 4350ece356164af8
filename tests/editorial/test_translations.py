"""Translations at the desk: an editor enters what a translator has written, someone else publishes it."""

import pytest
from auditlog.context import set_actor
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from documents.models import Translation
from editorial.errors import NotAllowed
from editorial.flows.standing import publish_translation, withdraw_translation
from tests.languages.conftest import translation
from tests.pages.page import Page
from tests.world import World

ADD = reverse("admin:documents_translation_add")


def form(world: World, **changed: str) -> dict[str, str]:
    return {
        "document": str(world.first.pk),
        "language": "ug",
        "title": "ئۇيغۇرچە",
        "text": "ئۇيغۇرچە\n\n ئۇيغۇرچە \u202e",
        "translator": "伊河州翻译中心",
        "translated_on": "2021-06-01",
        **changed,
    }


@pytest.fixture
def draft(world: World, editor: User) -> Translation:
    with set_actor(editor):
        return translation(world.first, "ug", published=False)


def test_an_editor_enters_a_translation(world: World, desk: Client) -> None:
    """Paragraphs are lines; signs that nobody sees are gone."""
    assert desk.post(ADD, form(world)).status_code == 302
    held = Translation.objects.get()
    assert held.paragraphs == ["ئۇيغۇرچە", "ئۇيغۇرچە"]
    assert not held.is_published


def test_without_a_translator_it_is_not_saved(world: World, desk: Client) -> None:
    """Somebody answers for it by name."""
    assert desk.post(ADD, form(world, translator=" ")).status_code == 200
    assert not Translation.objects.exists()


def test_a_second_translation_in_the_language_is_refused_with_a_reason(
    draft: Translation, desk: Client
) -> None:
    answer = desk.post(ADD, {**form_of(draft), "title": "2"})
    assert "这份文件已经有这种语言的译文。" in answer.content.decode()


def test_someone_else_publishes_it_and_takes_it_back(draft: Translation, signer: User) -> None:
    publish_translation(draft, signer)
    draft.refresh_from_db()
    assert (draft.is_published, draft.published_by) == (True, signer)
    withdraw_translation(draft, signer)
    draft.refresh_from_db()
    assert not draft.is_published


def test_nobody_publishes_what_she_has_worked_on(draft: Translation, signer: User) -> None:
    with set_actor(signer):
        draft.title = "2"
        draft.save()
    with pytest.raises(NotAllowed, match="另一人签发"):
        publish_translation(draft, signer)


def test_to_publish_is_not_to_edit(draft: Translation, signer: User) -> None:
    """Who has published it and taken it back may publish it again."""
    publish_translation(draft, signer)
    withdraw_translation(draft, signer)
    publish_translation(draft, signer)
    draft.refresh_from_db()
    assert draft.is_published


def test_an_editor_may_not_publish(draft: Translation, editor: User) -> None:
    with pytest.raises(NotAllowed, match="没有签发权限"):
        publish_translation(draft, editor)


def test_it_is_not_published_before_the_chinese_text(draft: Translation, world: World, signer: User) -> None:
    """Nobody could compare it with the standard text."""
    world.issue.published_at = None
    world.issue.save()
    with pytest.raises(NotAllowed, match="中文文本还没有发布"):
        publish_translation(draft, signer)


def test_what_is_published_is_closed(draft: Translation, signer: User, desk: Client) -> None:
    """To change it, it is withdrawn first."""
    publish_translation(draft, signer)
    page = Page(desk, reverse("admin:documents_translation_change", args=[draft.pk]))
    assert "这一内容已经发布，只能查看" in page.text
    assert not page.all(".//textarea")


def test_the_signer_sees_the_text_before_she_publishes_it(
    draft: Translation, signer: User, client: Client
) -> None:
    """In its direction; and one step makes it public."""
    client.force_login(signer)
    address = reverse("admin:documents_translation_publish", args=[draft.pk])
    assert Page(client, address).all(".//div[@lang='ug']")[0].get("dir") == "rtl"
    assert client.post(address).status_code == 302
    assert client.get(draft.get_absolute_url()).status_code == 200
    assert client.post(reverse("admin:documents_translation_withdraw", args=[draft.pk])).status_code == 302
    assert client.get(draft.get_absolute_url()).status_code == 410


def form_of(held: Translation) -> dict[str, str]:
    return {
        "document": str(held.document_id),
        "language": held.language,
        "title": held.title,
        "text": held.text,
        "translator": held.translator,
        "translated_on": "",
    }
