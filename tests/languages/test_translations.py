"""Translations of a document: data from qualified translators, beside the Chinese standard text."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from config.languages import KNOWN
from documents.models import FormerAddress, Translation
from portal.languages.cleaning import clean_text
from tests.languages.conftest import translation
from tests.pages.page import Page, text_of
from tests.world import World


def test_a_translation_has_a_page_of_its_own_in_its_language(world: World, client: Client) -> None:
    """`lang` and `dir` are those of the text, whatever language the page speaks."""
    page = Page(client, translation(world.first, "ug").get_absolute_url())
    text = page.one(".//div[@class='translation-text']")
    assert (text.get("lang"), text.get("dir")) == ("ug", "rtl")
    assert [text_of(each) for each in text] == [f"{KNOWN['ug'].name} {n}" for n in (1, 2, 3)]


def test_it_says_what_it_is_and_who_answers_for_it(world: World, client: Client) -> None:
    """The Chinese text is the standard text, and one click away."""
    page = Page(client, translation(world.first).get_absolute_url())
    assert "以下为英文译文，供参考；以中文文本为标准文本。" in page.text
    assert "译者：伊河州翻译中心" in page.text
    assert page.links(".//div[@class='translation-note']") == {"查看标准文本": world.first.get_absolute_url()}


def test_mongolian_stands_in_columns_within_a_frame_that_the_keyboard_reaches(
    world: World, client: Client
) -> None:
    page = Page(client, translation(world.first, "mn-mong").get_absolute_url())
    frame = page.one(".//div[@class='vertical-frame']")
    assert (frame.get("tabindex"), frame.get("role"), frame.get("aria-label")) == ("0", "region", "译文")


def test_a_document_names_its_public_translations(world: World, client: Client) -> None:
    """Each with the name of its language, and its title in it."""
    held = translation(world.first, "ug")
    translation(world.first, "en", published=False)
    page = Page(client, world.first.get_absolute_url())
    links = page.links(".//section[@class='translations']")
    assert links == {f"维吾尔文 · {held.title}": held.get_absolute_url()}


def test_a_document_without_translations_says_nothing_of_them(world: World, client: Client) -> None:
    assert not Page(client, world.first.get_absolute_url()).all(".//section[@class='translations']")


def test_what_is_not_published_has_no_page(world: World, client: Client) -> None:
    """404 before, 410 after."""
    held = translation(world.first, published=False)
    assert client.get(held.get_absolute_url()).status_code == 404
    held.published_at = held.withdrawn_at = timezone.now()
    held.save()
    assert client.get(held.get_absolute_url()).status_code == 410


def test_a_translation_is_public_only_with_its_document(world: World, client: Client) -> None:
    """It goes when the issue is withdrawn."""
    held = translation(world.first)
    world.issue.withdrawn_at = timezone.now()
    world.issue.save()
    assert not Translation.objects.published().exists()
    assert client.get(held.get_absolute_url()).status_code == 410


def test_a_former_address_of_the_document_leads_to_its_translation_too(world: World, client: Client) -> None:
    held = translation(world.first)
    FormerAddress.objects.create(publication=world.gazette, slug="once", document=world.first)
    answer = client.get("/yihe/documents/once/in/en/")
    assert (answer.status_code, answer.headers["Location"]) == (301, held.get_absolute_url())


def test_markup_in_a_translation_is_text(world: World, client: Client) -> None:
    held = translation(world.first)
    held.text = "<b>x</b>"
    held.save()
    page = Page(client, held.get_absolute_url())
    assert page.texts(".//div[@class='translation-text']/p") == ["<b>x</b>"]


def test_signs_that_nobody_sees_are_taken_out() -> None:
    """All but those that choose the form of a letter."""
    assert clean_text(" a\u202eb\u2066c\ufeff\u200d\u180e\u200c ") == "abc\u200d\u180e\u200c"


@pytest.mark.django_db(transaction=True)
def test_a_document_has_one_translation_in_a_language(world: World) -> None:
    translation(world.first)
    with pytest.raises(IntegrityError), transaction.atomic():
        translation(world.first)


def test_a_translation_without_a_translator_is_refused(world: World) -> None:
    """Nothing that a machine made is presented as a translation: somebody answers for it by name."""
    held = translation(world.first)
    held.translator = ""
    with pytest.raises(ValidationError):
        held.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        held.save()


def test_its_address_is_that_of_the_document_and_the_language(world: World) -> None:
    address = translation(world.first, "kk-arab").get_absolute_url()
    assert re.fullmatch(r"/yihe/documents/yihezhengfa-2021-1/in/kk-arab/", address)
