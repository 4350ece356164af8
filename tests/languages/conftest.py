import datetime
from pathlib import Path

import polib
import pytest
from django.utils import timezone
from pytest_django import Settings

from config.languages import KNOWN
from documents.models import Document, Translation
from portal.languages.catalogues import texts
from tests import rooms_world
from tests.languages.pseudo import pseudo
from tests.world import World


def translation(of: Document, language: str = "en", *, published: bool = True) -> Translation:
    """The text is no real one: nobody here is a translator."""
    return Translation.objects.create(
        document=of,
        language=language,
        title=f"{KNOWN[language].name} 1",
        text=f"{KNOWN[language].name} 2\n{KNOWN[language].name} 3",
        translator="伊河州翻译中心",
        translated_on=datetime.date(2021, 6, 1),
        published_at=timezone.now() if published else None,
    )


@pytest.fixture
def furnished(world: World) -> rooms_world.Rooms:
    """A world with everything that pages are made of, and with translations."""
    for language in ("en", "ug", "mn-mong"):
        translation(world.first, language)
    return rooms_world.furnish(world)


@pytest.fixture
def uyghur(tmp_path: Path, settings: Settings) -> None:
    """Uyghur is turned on, with a catalogue that only looks like one: what pages say comes from it, or from nowhere."""
    catalogue = polib.POFile()
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    catalogue.extend(pseudo(entry) for entry in texts(for_readers=False))
    path = KNOWN["ug"].catalogue(tmp_path)
    path.parent.mkdir(parents=True)
    catalogue.save_as_mofile(str(path.with_suffix(".mo")))
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    settings.LANGUAGES = [*settings.LANGUAGES, ("ug", KNOWN["ug"].name)]
