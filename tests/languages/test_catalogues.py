"""What makes a catalogue fit for use."""

from pathlib import Path

import polib
import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from config.languages import KNOWN
from portal.languages import catalogues
from portal.languages.catalogues import OWN_FOLDER, faults, is_compiled, texts
from portal.languages.checks import catalogues_are_complete


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of translators' catalogues."""
    monkeypatch.setattr(catalogues, "DATA_FOLDER", tmp_path)
    monkeypatch.setattr("portal.management.commands.make_catalogue.DATA_FOLDER", tmp_path)
    return tmp_path


@pytest.fixture
def complete(folder: Path) -> polib.POFile:
    """A file as a translator hands it in; every text stands for its own translation."""
    call_command("make_catalogue", "ug", verbosity=0)
    made = polib.pofile(str(KNOWN["ug"].catalogue(folder)))
    made.metadata["Last-Translator"] = "伊河州翻译中心"
    for entry in made:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid
    made.save()
    return made


def test_the_english_catalogue_is_complete_and_compiled() -> None:
    """Whether it has every text of the code, scripts/check-messages says."""
    assert list(faults("en")) == []
    assert is_compiled(KNOWN["en"].catalogue(OWN_FOLDER))


def test_a_translator_gets_the_texts_of_the_public_site_with_their_english(folder: Path) -> None:
    """What only editors see is not hers to translate."""
    call_command("make_catalogue", "ug", verbosity=0)
    made = polib.pofile(str(KNOWN["ug"].catalogue(folder)))
    wanted = {entry.msgid for entry in texts(for_readers=True)}
    assert {entry.msgid for entry in made} == wanted
    assert len(wanted) < len(texts(for_readers=False))
    skip = made.find("跳到正文")
    assert (skip.comment, skip.msgstr) == ("Skip to content", "")


def test_what_is_translated_stays_when_the_texts_are_renewed(complete: polib.POFile) -> None:
    """After an update of the portal only what is new waits for her."""
    call_command("make_catalogue", "ug", verbosity=0)
    renewed = polib.pofile(complete.fpath)
    assert renewed.metadata["Last-Translator"] == "伊河州翻译中心"
    assert renewed.find("跳到正文").msgstr == "跳到正文"


def test_a_complete_catalogue_is_compiled_for_use(complete: polib.POFile) -> None:
    call_command("check_catalogue", "ug", "--compile", verbosity=0)
    assert is_compiled(Path(complete.fpath))


def test_a_catalogue_says_who_has_translated_it(complete: polib.POFile) -> None:
    """Nobody answers for a text without a name."""
    complete.metadata["Last-Translator"] = " "
    complete.save()
    assert list(faults("ug")) == ["文件头没有写明译者（Last-Translator）。"]


def test_a_gap_and_an_unsure_guess_are_named(complete: polib.POFile) -> None:
    complete.find("跳到正文").msgstr = ""
    complete.find("首页").flags = ["fuzzy"]
    complete.save()
    assert set(faults("ug")) == {"没有翻译：跳到正文", "译文未确认（fuzzy）：首页"}


def test_a_lost_placeholder_is_named(complete: polib.POFile) -> None:
    """The page would break where its number should stand."""
    complete.find("共 %(count)s 件").msgstr = "件"
    complete.save()
    assert list(faults("ug")) == ["占位符与原文不同：共 %(count)s 件"]


def test_a_faulty_catalogue_is_not_compiled(complete: polib.POFile) -> None:
    complete.find("首页").msgstr = ""
    complete.save()
    with pytest.raises(CommandError):
        call_command("check_catalogue", "ug", "--compile", verbosity=0)
    assert not Path(complete.fpath).with_suffix(".mo").exists()


@pytest.mark.usefixtures("folder")
def test_a_language_without_a_catalogue_has_one_fault() -> None:
    assert list(faults("mn-mong")) == ["没有译文文件。"]


def test_a_language_that_is_turned_on_with_gaps_is_warned_of(
    complete: polib.POFile, settings: Settings
) -> None:
    """As after an update of the portal; the site goes on, with Chinese in the gaps."""
    settings.LANGUAGES = [*settings.LANGUAGES, ("ug", "ug")]
    assert not [fault for fault in catalogues_are_complete() if fault.msg.startswith("ug")]
    complete.find("首页").msgstr = ""
    complete.save()
    assert [fault.hint for fault in catalogues_are_complete()][-1] == "manage.py check_catalogue ug"
